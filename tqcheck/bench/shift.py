"""Strengths that were fitted on other texts, moved to what the articles show: shifts of the log-odds, small where findings are few."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.bench.pooling import EXPECTED, Seen
from tqcheck.judge import LEAST_PROBED

SPREAD = 0.8
"""Standard deviation, in log-odds, of a shift before anything is seen: .9 may as well be .8 or .95."""
NEW_SPREAD = 0.7
"""The same of the shift in new texts: less than for other checks, since strengths were fitted on texts that no check was made on, and the
findings of an article, which come in clusters here, are few."""
ROUNDS = 20
LOWEST, HIGHEST = 0.02, 0.97
"""Strengths are held to be between these."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """The shift of each code and witness; what was never seen keeps its strength but for what holds of all new texts.

    None leans on another: a kind of edit that is often free wording says nothing of one that seldom is.

    Attributes:
        own: shift by code and witness.
        new: shift of all in texts that no check was made on.
    """

    own: dict[str, float]
    new: float

    def probability(self, key: str, raw: float, *, new: bool = True) -> float:
        """Of a finding with this raw strength, 0-1; in a new text, or in one that the checks were made on."""
        return _chance(_odds(raw) + self.own.get(key, 0.0) + (self.new if new else 0.0))


def fit_shifts(seen: Sequence[Seen]) -> Shifts:
    """The most probable ones, by what is strong enough to be shown: that faint ones are mostly wrong says little of strong ones."""
    parts = defaultdict[str, list[Seen]](list)
    for one in seen:
        if one.raw >= LEAST_PROBED:
            parts[one.key].append(one)
    fresh = [one for rows in parts.values() for one in rows if one.new]
    own, new = dict.fromkeys(parts, 0.0), EXPECTED["new"]
    for _ in range(ROUNDS):
        for key, rows in parts.items():
            own[key] = _shift([(_odds(one.raw) + new * one.new, one) for one in rows], 0.0, SPREAD)
        new = _shift([(_odds(one.raw) + own[one.key], one) for one in fresh], EXPECTED["new"], NEW_SPREAD)
    return Shifts(own, new)


def _shift(seen: Sequence[tuple[float, Seen]], expected: float, spread: float) -> float:
    """Of findings with the log-odds that they have without it; normally distributed before anything is seen."""
    moved = expected
    for _ in range(30):
        chances = [(_chance(odds + moved), one) for odds, one in seen]
        rise = sum(one.weight * (one.right - chance) for chance, one in chances) - (moved - expected) / spread**2
        bend = sum(one.weight * chance * (1 - chance) for chance, one in chances) + 1 / spread**2
        # a bounded step: far out the curve is flat, and Newton's leaps
        moved += min(max(rise / bend, -1.0), 1.0)
    return moved


def _odds(chance: float) -> float:
    held = min(max(chance, LOWEST), HIGHEST)
    return math.log(held / (1 - held))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
