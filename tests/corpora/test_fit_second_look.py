"""The regression behind the second look finds the odds that made its observations."""

from __future__ import annotations

import random
from math import exp

from corpora.fit_second_look import fit


def test_the_fit_finds_bias_and_weights() -> None:
    dice = random.Random(7)
    rows = []
    for _ in range(4000):
        evidence = (dice.gauss(0, 1), dice.gauss(2, 3))
        chance = 1 / (1 + exp(-(0.5 + 2 * evidence[0] - evidence[1])))
        rows.append((evidence, dice.random() < chance))
    bias, weights = fit(rows, 1.0)
    assert abs(bias - 0.5) < 0.25
    assert abs(weights[0] - 2) < 0.25
    assert abs(weights[1] + 1) < 0.15
