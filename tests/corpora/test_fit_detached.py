"""The weights of strangers keep their signs, their strengths mean what the prior says, and recall is told by way."""

from __future__ import annotations

import random

from corpora.fit_detached import PRIOR, SIGNS, describe, fit, judged
from corpora.planted_strangers import CLEAN, WAYS, Example
from tqcheck.checks.logistic import strength_of


def example(rng: random.Random, number: int, stranger: bool) -> Example:
    """What is measured of a pair: the margin tells strangers, the coverage of names speaks against reason, the rest is chance."""
    found = {name: rng.gauss(0, 1) for name in SIGNS}
    found["margin"] = rng.gauss(-2 if stranger else 1, 1)
    found["shared"] = rng.gauss(1 if stranger else 0, 1)
    return Example(f"text {number % 20}", "first", WAYS[number % 3] if stranger else CLEAN, found, stranger)


def examples() -> list[Example]:
    rng = random.Random(3)
    return [example(rng, number, number % 4 == 0) for number in range(800)]


def test_what_speaks_for_a_rendering_never_speaks_for_a_stranger() -> None:
    weights = fit(examples())
    assert weights["shared"] == 0
    assert weights["margin"] < -0.5
    assert all(weights[name] * sign >= 0 for name, sign in SIGNS.items())


def test_a_pair_that_says_nothing_has_the_strength_of_the_prior() -> None:
    weights = fit(examples())
    neutral = dict.fromkeys(SIGNS, 0.0) | {"margin": -0.5}
    assert PRIOR / 3 < strength_of(neutral, weights) < PRIOR * 3


def test_strangers_are_told_from_others_by_weights_of_other_texts() -> None:
    told = judged(examples())
    assert len(told) == 800
    lines = list(describe(told))
    assert lines[0] == "strangers of 600 other sentences, by strength:"
    assert "random" in lines[1]
    assert lines[-1].split()[3] == "0"
