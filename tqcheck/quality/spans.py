"""From probabilities of word pieces to spans that a reader can act on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.model import QualitySpan, Severity
from tqcheck.quality.calibration import Calibration, Thresholds
from tqcheck.quality.features import GAP, OMITTED, word_features
from tqcheck.quality.network import Estimates
from tqcheck.quality.units import Unit, strongest, units

Array = NDArray[np.float32]


def error_spans(
    text: str, offsets: Sequence[tuple[int, int]], raw: Estimates, limits: Thresholds, model: Calibration
) -> list[QualitySpan]:
    """Words whose suspicion passes the threshold, neighbours joined.

    Suspicion, which makes the best of a whole sentence, decides what is marked; how far a span is to be believed is read from the error
    logit alone, which rises less in good text.
    """
    words = units(text, offsets)
    if not words:
        return []
    features = word_features(text, words, raw)
    suspicion, gravity, errors = model.suspicion(features), model.gravity(features), features[:, 0]
    spans = []
    for first, last in _groups(text, words, suspicion >= limits.error):
        confidence = model.curves["error"](float(errors[first : last + 1].max()))
        severity: Severity = "major" if gravity[first : last + 1].max() >= limits.major else "minor"
        spans.append(QualitySpan(words[first].start, words[last].end, severity, round(confidence, 3)))
    return spans


def gap_spans(
    offsets: Sequence[tuple[int, int]], length: int, logits: Array, limits: Thresholds, model: Calibration
) -> list[QualitySpan]:
    """Empty spans where words seem to be missing; `logits` has one row a piece and one for the end."""
    spans = []
    for index, logit in enumerate(logits[:, GAP]):
        if logit >= limits.gap:
            place = offsets[index][0] if index < len(offsets) else length
            spans.append(QualitySpan(place, place, "major", round(model.curves["gap"](float(logit)), 3)))
    return spans


def omitted_spans(
    text: str, offsets: Sequence[tuple[int, int]], logits: Array, limits: Thresholds, model: Calibration
) -> list[QualitySpan]:
    """Words of the source that the translation seems to lack, neighbours joined."""
    words = units(text, offsets)
    if not words:
        return []
    values = strongest(words, logits[:, OMITTED])
    spans = []
    for first, last in _groups(text, words, values >= limits.omitted):
        confidence = model.curves["omitted"](float(values[first : last + 1].max()))
        spans.append(QualitySpan(words[first].start, words[last].end, "major", round(confidence, 3)))
    return spans


def _groups(text: str, words: Sequence[Unit], flagged: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last index of each stretch of flagged words with only blanks between them, marks at its edges left out."""
    groups: list[tuple[int, int]] = []
    for index in map(int, np.flatnonzero(flagged)):
        if groups and groups[-1][1] == index - 1 and not text[words[index - 1].end : words[index].start].strip():
            groups[-1] = (groups[-1][0], index)
        else:
            groups.append((index, index))
    return [_without_edge_marks(text, words, first, last) for first, last in groups]


def _without_edge_marks(text: str, words: Sequence[Unit], first: int, last: int) -> tuple[int, int]:
    worded = [i for i in range(first, last + 1) if any(c.isalnum() for c in text[words[i].start : words[i].end])]
    return (worded[0], worded[-1]) if worded else (first, last)
