"""The span F1 of WMT23 task 2 in the form that a threshold search needs: character counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality.calibration import Calibration
from tqcheck.quality.features import word_features
from tqcheck.quality.units import units
from training.outputs import Output, by_pair

Array = NDArray[np.float32]
STEPS = np.arange(-3.5, 0.01, 0.125)


def gold_levels(output: Output) -> NDArray[np.int8]:
    """0 faultless, 1 minor, 2 major or worse, by character."""
    levels = np.zeros(len(output.record["mt"]), np.int8)
    for span in sorted(output.record["spans"], key=lambda s: s["severity"] != "minor"):
        if span["severity"] != "neutral":
            levels[span["start"] : span["end"]] = 1 if span["severity"] == "minor" else 2
    return levels


def character_logits(output: Output, model: Calibration) -> tuple[Array, Array]:
    """Suspicion and gravity of each character: those of its word; blanks take the lower of their neighbours, so spans join."""
    text = output.record["mt"]
    words = units(text, output.target.offsets)
    result = np.full((2, len(text)), -20.0, np.float32)
    if words:
        features = word_features(text, words, output.raw)
        for values, logits in zip(result, (model.suspicion(features), model.gravity(features)), strict=True):
            for unit, logit in zip(words, logits, strict=True):
                values[unit.start : unit.end] = logit
            for a, b, left, right in zip(words, words[1:], logits, logits[1:], strict=False):
                if text[a.end : b.start].isspace():
                    values[a.end : b.start] = min(left, right)
    return result[0], result[1]


def f1(suspicion: Array, gravity: Array, gold: NDArray[np.int8], limits: tuple[float, float]) -> float:
    """Micro F1 over concatenated characters; half a credit where only the severity is wrong."""
    marked = suspicion >= limits[0]
    said = np.where(gravity >= limits[1], 2, 1)[marked]
    credit = (gold[marked] == said).sum() + 0.5 * ((gold[marked] > 0) & (gold[marked] != said)).sum()
    return float(2 * credit / max(1, marked.sum() + (gold > 0).sum()))


def best_thresholds(found: Sequence[Output], model: Calibration) -> dict[str, float]:
    """The threshold on suspicion of the best F1, by pair and over all ("*").

    The sets of different years hold 1 to 15 % of wrong characters in the same languages, by their raters and systems, and disagree on
    severity by far (30 % of errors are major in 2020, 96 % in the 2022 set). They are thrown together, so that a threshold fits what
    lies between them; gravity is the logit of a probability fitted on all, so its threshold is nought and not fitted by pair.
    """
    groups = {**by_pair(found), "*": list(found)}
    return {pair: _best(group, model) for pair, group in groups.items()}


def _best(group: Sequence[Output], model: Calibration) -> float:
    rows = [character_logits(output, model) for output in group]
    suspicion, gravity = (np.concatenate([row[i] for row in rows]) for i in (0, 1))
    gold = np.concatenate([gold_levels(output) for output in group])
    return max(map(float, STEPS), key=lambda step: f1(suspicion, gravity, gold, (step, 0.0)))
