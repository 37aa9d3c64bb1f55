"""Strengths that were fitted on other texts, moved to what the articles show: a shift of the log-odds, small where findings are few."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.bench.pooling import Seen
from tqcheck.judge import LEAST_PROBED

SPREAD = 0.8
"""Standard deviation, in log-odds, of a shift before anything is seen: .9 may as well be .8 or .95."""
LOWEST, HIGHEST = 0.02, 0.97
"""Strengths are held to be between these."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """The shift of each code and witness; what was never seen keeps its strength.

    None leans on another: a kind of edit that is often free wording says nothing of one that seldom is.
    """

    own: dict[str, float]

    def probability(self, key: str, raw: float) -> float:
        """Of a finding with this raw strength, 0-1."""
        return _chance(_odds(raw) + self.own.get(key, 0.0))


def fit_shifts(seen: Sequence[Seen]) -> Shifts:
    """The most probable shifts, by what is strong enough to be shown: that faint ones are mostly wrong says little of strong ones."""
    parts = defaultdict[str, list[Seen]](list)
    for one in seen:
        if one.raw >= LEAST_PROBED:
            parts[one.key].append(one)
    return Shifts({key: _shift(rows) for key, rows in parts.items()})


def _shift(seen: Sequence[Seen]) -> float:
    moved = 0.0
    for _ in range(30):
        chances = [(_chance(_odds(one.raw) + moved), one) for one in seen]
        slope = sum(one.weight * (one.right - chance) for chance, one in chances) - moved / SPREAD**2
        bend = sum(one.weight * chance * (1 - chance) for chance, one in chances) + 1 / SPREAD**2
        # a bounded step: far out the curve is flat, and Newton's leaps
        moved += min(max(slope / bend, -1.0), 1.0)
    return moved


def _odds(chance: float) -> float:
    held = min(max(chance, LOWEST), HIGHEST)
    return math.log(held / (1 - held))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
