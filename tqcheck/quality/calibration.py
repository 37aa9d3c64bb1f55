"""Thresholds and calibration curves, measured on development data by `training/calibrate.py` and stored beside the weights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tqcheck.errors import EngineError
from tqcheck.quality.features import SENTENCE, WORD, Weighing, sentence_features
from tqcheck.quality.network import Estimates

ANY = "*"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Logits from which something is marked, for one pair of languages.

    Attributes:
        edit: a word that an editor would change (what `word_scores` put at .5).
        error: the suspicion (see `Calibration.suspicion`) from which a word belongs to an error span.
        major: the largest gravity of a span's words from which it is major.
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
    """Everything measured.

    Attributes:
        thresholds: by pair ("en-de", "*" for the rest).
        curves: by head.
        overall: weighs the features of a pair into its adequacy.
        suspicion: weighs the features of a word into the logit that it is wrong.
        gravity: the same into the logit that it is badly wrong, if it is.
        floor: adequacy that is scored 0.
        range: from there to the adequacy that is scored 1.
    """

    thresholds: Mapping[str, Thresholds]
    curves: Mapping[str, Curve]
    overall: Weighing
    suspicion: Weighing
    gravity: Weighing
    floor: float
    range: float

    @classmethod
    def read(cls, folder: Path) -> Calibration:
        """From `calibration.json`; `EngineError` if it cannot be read."""
        path = folder / "calibration.json"
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            thresholds = {pair: Thresholds(**values) for pair, values in stored["thresholds"].items()}
            curves = {head: Curve(*map(tuple, values)) for head, values in stored["curves"].items()}
            scale = stored["scale"]
            overall = Weighing.read(stored["overall"], SENTENCE)
            suspicion, gravity = Weighing.read(stored["suspicion"], WORD), Weighing.read(stored["gravity"], WORD)
            return cls(thresholds, curves, overall, suspicion, gravity, scale["floor"], scale["range"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EngineError(f"{path} is not a calibration of the quality model: {error}") from error

    def for_pair(self, source: str, target: str) -> Thresholds:
        """Thresholds of the pair, else the global ones."""
        key = f"{source.split('-')[0]}-{target.split('-')[0]}"
        return self.thresholds.get(key, self.thresholds[ANY])

    def adequacy(self, raw: Estimates) -> float:
        """One adequacy z-score of a pair: a fixed weighted sum, so its ranks can be compared within a pair of languages."""
        return float(self.overall(sentence_features(raw)))

    def score(self, adequacy: float) -> float:
        """Adequacy on the scale 0-1: linear, so correlations with human scores stay what they are; clipped at the ends."""
        return min(1.0, max(0.0, (adequacy - self.floor) / self.range))
