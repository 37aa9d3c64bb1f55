"""What alignment yields before it becomes pairs: groups of segments by index."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """Source segments and target segments, by index, that render each other; an empty side is a gap; score in nats."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0
