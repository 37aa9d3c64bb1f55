"""Two places of a pair that should say the same, and what is compared to find them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.text.figure import Figure


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that should say the same; cause as in `Discrepancy`, certainty 0-1."""

    source: Figure
    target: Figure
    cause: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Side:
    """A text, its language and its figures in order."""

    text: str
    language: str
    figures: Sequence[Figure]
