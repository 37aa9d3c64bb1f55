"""How surely two sentences that stand in one place have nothing to do with each other: logistic weights, fitted on development data.

`detached_strength.toml` is written by `python -m corpora.fit_detached`; its head says on what. A strength is the probability that the
sentence is in the wrong place, where one sentence in three hundred is.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files

from tqcheck.align.features import describe
from tqcheck.checks.probe_strength import strength_of
from tqcheck.model import Pair
from tqcheck.text.segment import count_words

STRONG = 0.5
"""Strength from which a link says that a word renders another."""
SHORTEST = 5
"""Words below which two sentences have too little to share."""
_MANY = 2
"""Shared names and figures beyond which more say nothing more."""
_LEAST_ALIGNED, _MOST_ALIGNED = 0.1, 0.9999
_NAMED = ("u", "n", "a", "4")
"""Keys of links, figures, acronyms, and of the consonants that a name keeps in other languages."""


def features(pair: Pair) -> dict[str, float]:
    """What tells a stray sentence from a rendering; empty where the pair cannot be judged.

    `alike`: cosine of the sentence vectors; `linked`: words with a strong link per word of the shorter side, at most 1; `aligned`:
    log-odds of the aligner; `critical`: the quality model's probability of a critical error; `shared`: names and figures that both
    sides hold. Its adequacy, and figures that one side holds, were tried and add nothing.
    """
    evidence, source, target = pair.evidence, pair.source, pair.target
    if source is None or target is None or evidence.similarity is None or evidence.quality is None:
        return {}
    words = min(count_words(source.text, pair.source_language), count_words(target.text, pair.target_language))
    if words < SHORTEST:
        return {}
    here, there = describe(source).keys, describe(target).keys
    aligned = min(max(pair.confidence, _LEAST_ALIGNED), _MOST_ALIGNED)
    return {
        "alike": evidence.similarity,
        "linked": min(sum(link.strength >= STRONG for link in evidence.links or ()) / words, 1.0),
        "aligned": math.log(aligned / (1 - aligned)),
        "critical": evidence.quality.critical,
        "shared": float(min(sum(key.startswith(_NAMED) for key in here & there), _MANY)),
    }


def strength(found: dict[str, float]) -> float:
    """Probability 0-1 of the features that :func:`features` gives; 0 of none."""
    return strength_of(found, _weights()) if found else 0.0


@cache
def _weights() -> dict[str, float]:
    """Name of a feature, or `base` -> weight."""
    text = files("tqcheck.checks").joinpath("detached_strength.toml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in tomllib.loads(text).items()}
