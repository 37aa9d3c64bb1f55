"""How likely a finding is right, from few findings of each kind: a logistic regression whose coefficients lean on each other.

The log-odds that a finding is right are a slope in the log-odds of its raw strength and deviations: of all findings, of its family,
of its code and witness, of its strength within them, and of texts that no check was made on, all of them and by family. Every
deviation is expected to be small (a normal prior of the stated width), so one lucky finding moves a code a little and thirty move it
where they stand. The coefficients stay uncertain, the more so the fewer findings there are, which draws a probability towards one half
(the logistic function averaged over a normal, MacKay 1992).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, pi, sqrt

import numpy as np

WIDTHS = {"all": 2.0, "slope": 1.0, "family": 1.0, "key": 1.5, "strength": 0.8, "new": 0.8, "new family": 1.0}
"""Standard deviation of each kind of coefficient, in log-odds; chosen by leaving out one development article after the other."""
EXPECTED = {"slope": 1.0, "new": -0.5}
"""What a kind of coefficient is before anything is seen, where that is not 0. Fits on texts that the checks had been made on were too
sure of new ones by .3 and by .74 (second and third batch, each before anyone had worked on it, 2026-11-29)."""
CENTRE = 1.0
"""Log-odds of a raw strength (about .73) that is expected to be right every second time; the slope is expected to be one."""
STEPS = 20
"""Raw strengths are held to be equal within one part in so many."""
ROUNDS = 100
LEAST_STEP = 1e-7


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding of the development data: its code and witness, their family, raw strength, whether it is right, how often it counts.

    `new`: it stands in a text that no check was made on.
    """

    key: str
    family: str
    raw: float
    right: bool
    weight: float
    new: bool = False


@dataclass(frozen=True, slots=True)
class Pooled:
    """Coefficients by name, their best values and their covariance."""

    names: dict[str, int]
    best: np.ndarray
    covariance: np.ndarray

    def probability(self, key: str, family: str, raw: float, *, new: bool = True) -> float:
        """Of a finding with this raw strength, 0-1; a key or family that was never seen is judged by what it shares with others."""
        row, spread, odds = np.zeros(len(self.best)), 0.0, 0.0
        for kind, name, value in _terms(key, family, raw, new):
            if name in self.names:
                row[self.names[name]] = value
            else:
                spread += WIDTHS[kind] ** 2
                odds += EXPECTED.get(kind, 0.0) * value
        spread += float(row @ self.covariance @ row)
        odds += float(row @ self.best)
        return float(_logistic(np.array(odds / sqrt(1 + pi * spread / 8))))


def fit(seen: Sequence[Seen]) -> Pooled:
    """The most likely coefficients with their curvature there."""
    rows = [list(_terms(one.key, one.family, one.raw, one.new)) for one in seen]
    kinds = {name: kind for row in rows for kind, name, _ in row}
    names = {name: place for place, name in enumerate(kinds)}
    facts = np.zeros((len(seen), len(names)))
    for number, row in enumerate(rows):
        for _, name, value in row:
            facts[number, names[name]] = value
    expected = np.array([EXPECTED.get(kind, 0.0) for kind in kinds.values()])
    tightness = np.array([WIDTHS[kind] ** -2 for kind in kinds.values()])
    signs = np.array([1.0 if one.right else -1.0 for one in seen])
    return Pooled(names, *_climb(facts, signs, np.array([one.weight for one in seen]), expected, tightness))


def _climb(
    facts: np.ndarray, signs: np.ndarray, weight: np.ndarray, expected: np.ndarray, tightness: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Newton's method on the penalised likelihood, a step halved until it climbs: the best coefficients and their covariance."""

    def height(place: np.ndarray) -> float:
        return float(-weight @ np.logaddexp(0, -signs * (facts @ place)) - tightness @ (place - expected) ** 2 / 2)

    best = expected
    for _ in range(ROUNDS):
        chance = _logistic(facts @ best)
        curvature = (facts * (weight * chance * (1 - chance))[:, None]).T @ facts + np.diag(tightness)
        slope = facts.T @ (weight * ((signs > 0) - chance)) - tightness * (best - expected)
        step = np.linalg.solve(curvature, slope)
        while height(best + step) < height(best) and np.abs(step).max() > LEAST_STEP:
            step = step / 2
        best = best + step
        if np.abs(step).max() <= LEAST_STEP:
            break
    return best, np.linalg.inv(curvature)


def _terms(key: str, family: str, raw: float, new: bool) -> Iterator[tuple[str, str, float]]:
    """(kind of coefficient, its name, what it is multiplied by) of one finding."""
    held = min(max(raw, 0.02), 0.99)
    yield "all", "all", 1.0
    yield "slope", "slope", log(held / (1 - held)) - CENTRE
    yield "family", f"family {family}", 1.0
    yield "key", f"key {key}", 1.0
    yield "strength", f"{key} at {round(held * STEPS)}", 1.0
    if new:
        yield "new", "new", 1.0
        yield "new family", f"new {family}", 1.0


def _logistic(odds: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-odds)))
