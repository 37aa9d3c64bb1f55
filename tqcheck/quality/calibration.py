"""Thresholds and calibration curves, measured on development data by `training/calibrate.py` and stored beside the weights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.errors import EngineError

Array = NDArray[np.float32]
ANY = "*"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Logits from which something is marked, for one pair of languages.

    Attributes:
        edit: a word that an editor would change (what `word_scores` put at .5).
        error: a word inside an error span.
        major: the largest `major` logit of a span from which it is major.
        gap: a place where words are missing.
        omitted: a source word that the translation lacks.
    """

    edit: float
    error: float
    major: float
    gap: float
    omitted: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A monotone, piecewise linear map from a logit to the probability observed at it."""

    logits: tuple[float, ...]
    probabilities: tuple[float, ...]

    def __call__(self, logit: float) -> float:
        """The probability at a logit, that of the nearest end beyond the measured range."""
        return float(np.interp(logit, self.logits, self.probabilities))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything measured: thresholds by pair ("en-de", "*" for the rest), curves by head, weights of the overall score."""

    thresholds: Mapping[str, Thresholds]
    curves: Mapping[str, Curve]
    weights: Mapping[str, float]

    @classmethod
    def read(cls, folder: Path) -> Calibration:
        """From `calibration.json`; `EngineError` if it cannot be read."""
        path = folder / "calibration.json"
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            thresholds = {pair: Thresholds(**values) for pair, values in stored["thresholds"].items()}
            curves = {head: Curve(*map(tuple, values)) for head, values in stored["curves"].items()}
            return cls(thresholds, curves, stored["weights"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EngineError(f"{path} is not a calibration of the quality model: {error}") from error

    def for_pair(self, source: str, target: str) -> Thresholds:
        """Thresholds of the pair, else the global ones."""
        key = f"{source.split('-')[0]}-{target.split('-')[0]}"
        return self.thresholds.get(key, self.thresholds[ANY])

    def adequacy(self, sentence: Array, edits: Array) -> float:
        """One adequacy z-score of the four sentence heads and of the edit logits (pieces,) of the translation.

        A fixed weighted sum, so its ranks can be compared within a pair; how much an editor would change says more than the sentence
        heads alone where translations are good (English-German).
        """
        weights = self.weights
        parts = weights["adequacy"] * sentence[0] + weights["penalty"] * sentence[1] - weights["critical"] * sentence[2]
        changed = float(edits.mean()) if len(edits) else 0.0
        return float(parts + weights["effort"] * sentence[3] - weights["edits"] * changed + weights["bias"])

    def score(self, adequacy: float) -> float:
        """Adequacy on the scale 0-1: linear, so correlations with human scores stay what they are; clipped at the ends."""
        return min(1.0, max(0.0, (adequacy + self.weights["floor"]) / self.weights["range"]))
