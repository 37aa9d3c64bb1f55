"""Strengths by logistic regression: the weights that the package holds as data, and the probability that they give."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

HIGHEST = 0.97


def strength_of(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of weighed features, at most `HIGHEST`, to three decimals; a weight without a feature, `base`, counts once."""
    total = sum(weight * features.get(name, 1.0) for name, weight in weights.items())
    return round(min(1 / (1 + math.exp(-total)), HIGHEST), 3)


@cache
def read_weights(file: str, part: str = "") -> Mapping[str, float]:
    """Name of a feature, or `base` -> weight: of a TOML file of this folder, or of a table in it."""
    content = tomllib.loads(files("tqcheck.checks").joinpath(f"{file}.toml").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in (content[part] if part else content).items()}
