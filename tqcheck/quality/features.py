"""The plain numbers that the overall score and the spans are weighed from: outputs of the network, in a fixed order.

A sum of them with weights fitted on development data sees more than any one output: words that an editor would change, source words
that come out changed, and how long the text is, tell good translations apart where the sentence heads hardly do (English-German).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality.network import Estimates
from tqcheck.quality.units import Unit, strongest

Array = NDArray[np.float32]
EDIT, ERROR, MAJOR, GAP, OMITTED = range(5)
ADEQUACY, PENALTY, CRITICAL, EFFORT = range(4)
SENTENCE = (
    "adequacy", "penalty", "critical", "effort", "edits", "source_edits", "majors", "omitted", "unrendered", "source_length",
)  # fmt: skip
"""Four sentence heads; mean edit logit of both sides; mean probability of a major error; mean logit of an omission on the source, and
what of it speaks of a source that is not rendered at all; logarithm of the number of source pieces."""
NOTHING_OMITTED = -5.0
WORD = (
    "error", "major", "edit", "neighbours", "mean_error", "mean_major", "mean_edit",
    "adequacy", "penalty", "critical", "effort", "length", "mark",
)  # fmt: skip
"""Strongest logits of the word's pieces; error logit beside it; the sentence's means and heads; whether it is a mere mark."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """A weighted sum of features: `weights` (features,) in the order of their names."""

    weights: tuple[float, ...]
    bias: float

    @classmethod
    def read(cls, stored: Mapping[str, float], names: Sequence[str]) -> Weighing:
        """From a table by name; `KeyError` if one is missing."""
        return cls(tuple(float(stored[name]) for name in names), float(stored["bias"]))

    def __call__(self, features: Array) -> Array:
        """Sums of features (..., features): (...)."""
        return np.asarray(features @ np.array(self.weights, np.float32) + np.float32(self.bias), np.float32)


def sentence_features(raw: Estimates) -> Array:
    """The features :data:`SENTENCE` of a pair; without a source, edits and length are the translation's and nothing is omitted."""
    target = raw.target[:-1] if len(raw.target) > 1 else np.zeros_like(raw.target)
    alone = not len(raw.source)
    source = target if alone else raw.source
    majors = 1 / (1 + np.exp(-np.clip(target[:, MAJOR], -30, 30)))
    omitted = NOTHING_OMITTED if alone else float(source[:, OMITTED].mean())
    means = target[:, EDIT].mean(), source[:, EDIT].mean(), majors.mean(), omitted, np.logaddexp(0, omitted + 1)
    return np.array([*raw.sentence, *means, np.log(len(source))], np.float32)


def word_features(text: str, words: Sequence[Unit], raw: Estimates) -> Array:
    """The features :data:`WORD` of each word of the translation: (words, features)."""
    error, major, edit = (strongest(words, raw.target[:, head]) for head in (ERROR, MAJOR, EDIT))
    around = np.concatenate([[error.mean()], error, [error.mean()]])
    whole = [error.mean(), major.mean(), edit.mean(), *raw.sentence, np.log(len(words))]
    marks = [not any(c.isalnum() for c in text[word.start : word.end]) for word in words]
    own = [error, major, edit, (around[:-2] + around[2:]) / 2]
    return np.stack([*own, *(np.full(len(words), value) for value in whole), np.array(marks)], axis=1).astype(
        np.float32
    )
