"""Logistic regression whose weights keep the side they are said to speak for: Newton's method with a ridge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit_signed(
    found: Sequence[Mapping[str, float]],
    right: Floats,
    mass: Floats,
    signs: Mapping[str, int],
    *,
    ridge: float,
    rounds: int = 100,
    shift: float = 0.0,
) -> dict[str, float]:
    """Weights by name, `base` first, to two decimals.

    `found`: the features of each example; `right`: 1 where it is what is looked for, 0 elsewhere; `mass`: how much it counts; `signs`: 1 or
    -1 for each feature, a weight on the other side is held at 0; `ridge`: on features divided by their spread; `shift`: added to the base.
    """
    names = list(signs)
    values = np.array([[one[name] for name in names] for one in found])
    spread = values.std(0) + 1e-9
    inputs = np.column_stack([np.ones(len(found)), values / spread])
    penalty = np.diag([0.0, *[ridge] * len(names)])
    weights: Floats = np.zeros(len(names) + 1)
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (mass * (right - chance)) - penalty @ weights
        bend = (inputs.T * (mass * chance * (1 - chance))) @ inputs + penalty + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights = weights + step * min(1.0, 2.0 / max(np.abs(step).max(), 1e-9))
        weights[1:][weights[1:] * list(signs.values()) < 0] = 0.0
    weights[1:] /= spread
    weights[0] += shift
    return dict(zip(("base", *names), (round(float(weight), 2) for weight in weights), strict=True))
