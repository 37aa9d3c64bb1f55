"""Weighs the signs that a word stands wrongly for a name (`data/name_signs.toml`, made by `corpora/fit_names.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp
from typing import Literal

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_words import CASELESS, NOUNS_IN_CAPITALS, UNSPACED
from tqcheck.text.tables import table

Fault = Literal["exchanged", "misspelt"]
_SURE, _HIGHEST = 2.5, 0.92
"""Weight from which a fault is a major finding, and its certainty."""


def weigh(fault: Fault, signs: Mapping[str, float], pair: NamePair) -> float:
    """The weight of the signs: log odds of the fault, in texts of which half have such an error."""
    by_kind = _weights()[fault]
    weights = by_kind.get(kind_of(pair.source_language, pair.target_language), by_kind["cased"])
    return weights["bias"] + sum(weights.get(sign, 0.0) * strength for sign, strength in signs.items())


def certainty_of(weight: float) -> float:
    """0-1."""
    return _HIGHEST if weight >= _SURE else round(1 / (1 + exp(-weight)), 2)


def kind_of(source_language: str, target_language: str) -> str:
    """The kind of language pair whose weights hold: by spaces, capitals, and nouns in capitals."""
    codes = {primary(source_language), primary(target_language)}
    if codes & UNSPACED:
        return "unspaced"
    return "caseless" if codes & CASELESS else "nouns" if codes & NOUNS_IN_CAPITALS else "cased"


@cache
def _weights() -> dict[str, dict[str, dict[str, float]]]:
    """Fault -> kind of language pair -> sign -> weight."""
    return {
        fault: {kind: dict(weights) for kind, weights in kinds.items()} for fault, kinds in table("name_signs").items()
    }
