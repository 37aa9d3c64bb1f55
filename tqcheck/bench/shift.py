"""Strengths that were fitted on other texts, moved to what the articles show: a shift of the log-odds, small where findings are few."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.bench.pooling import Seen

SPREAD = 0.8
"""Standard deviation, in log-odds, of the shift of all probes and of what a code and witness adds to it: .9 may as well be .8 or .95."""
LOWEST, HIGHEST = 0.02, 0.97
"""Strengths are held to be between these."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """The shift of all findings, and of single codes and witnesses."""

    common: float
    own: dict[str, float]

    def probability(self, key: str, raw: float) -> float:
        """Of a finding with this raw strength, 0-1."""
        return _chance(_odds(raw) + self.own.get(key, self.common))


def fit_shifts(seen: Sequence[Seen]) -> Shifts:
    """The most probable shifts, a code's own near the common one."""
    common, parts = _shift(seen, 0.0), defaultdict[str, list[Seen]](list)
    for one in seen:
        parts[one.key].append(one)
    return Shifts(common, {key: _shift(rows, common) for key, rows in parts.items()})


def _shift(seen: Sequence[Seen], expected: float) -> float:
    moved = expected
    for _ in range(30):
        chances = [(_chance(_odds(one.raw) + moved), one) for one in seen]
        slope = sum(one.weight * (one.right - chance) for chance, one in chances) - (moved - expected) / SPREAD**2
        bend = sum(one.weight * chance * (1 - chance) for chance, one in chances) + 1 / SPREAD**2
        # a bounded step: far out the curve is flat, and Newton's leaps
        moved += min(max(slope / bend, -1.0), 1.0)
    return moved


def _odds(chance: float) -> float:
    held = min(max(chance, LOWEST), HIGHEST)
    return math.log(held / (1 - held))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
