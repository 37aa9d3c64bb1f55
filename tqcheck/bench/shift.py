"""Strengths that were fitted on other texts, moved to what the articles show: a shift of the log-odds, small where findings are few."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from tqcheck.bench.pooling import EXPECTED, WIDTHS, Seen
from tqcheck.judge import LEAST_PROBED

SPREAD = 0.8
"""Standard deviation, in log-odds, of a shift before anything is seen: .9 may as well be .8 or .95."""
ROUNDS = 5
LOWEST, HIGHEST = 0.02, 0.97
"""Strengths are held to be between these."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """The shift of each code and witness; what was never seen keeps its strength.

    None leans on another: a kind of edit that is often free wording says nothing of one that seldom is.
    """

    own: dict[str, float]
    new: float
    """Of all in texts that no check was made on."""

    def probability(self, key: str, raw: float, *, new: bool = True) -> float:
        """Of a finding with this raw strength, 0-1."""
        return _chance(self.odds(key, raw) + (self.new if new else 0.0))

    def odds(self, key: str, raw: float) -> float:
        """Log-odds in a text that the checks were made on."""
        return _odds(raw) + self.own.get(key, 0.0)


def fit_shifts(seen: Sequence[Seen]) -> Shifts:
    """The most probable shifts, by what is strong enough to be shown: that faint ones are mostly wrong says little of strong ones."""
    parts = defaultdict[str, list[Seen]](list)
    for one in seen:
        if one.raw >= LEAST_PROBED:
            parts[one.key].append(one)
    new = EXPECTED["new"]
    known = Shifts({}, 0.0)
    for _ in range(ROUNDS):
        own = {
            key: _shift([(_odds(one.raw) + new * one.new, one) for one in rows], 0.0, SPREAD)
            for key, rows in parts.items()
        }
        known = Shifts(own, 0.0)
        fresh = [(known.odds(one.key, one.raw), one) for rows in parts.values() for one in rows if one.new]
        new = _shift(fresh, EXPECTED["new"], hypot(WIDTHS["new"], WIDTHS["new family"]))
    return Shifts(known.own, new)


def _shift(seen: Sequence[tuple[float, Seen]], expected: float, spread: float) -> float:
    """Of findings with the log-odds that they have without it."""
    moved = expected
    for _ in range(30):
        chances = [(_chance(odds + moved), one) for odds, one in seen]
        slope = sum(one.weight * (one.right - chance) for chance, one in chances) - (moved - expected) / spread**2
        bend = sum(one.weight * chance * (1 - chance) for chance, one in chances) + 1 / spread**2
        # a bounded step: far out the curve is flat, and Newton's leaps
        moved += min(max(slope / bend, -1.0), 1.0)
    return moved


def _odds(chance: float) -> float:
    held = min(max(chance, LOWEST), HIGHEST)
    return math.log(held / (1 - held))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
