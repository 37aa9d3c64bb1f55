"""Figures of quality estimation as the shared tasks define them: correlations, word MCC, character-level span F1.

Spans are scored as by the WMT23 task 2 scorer: positions 0..len(translation); an empty span covers one position; a predicted
position earns 1 where a gold error has its severity, one half where it has another; critical counts as major, neutral not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

_RANK = {"neutral": 0, "minor": 1, "major": 2, "critical": 2}


def pearson(left: ArrayLike, right: ArrayLike) -> float:
    """Pearson correlation; 0 where it is undefined (fewer than three points, or no variance)."""
    x, y = np.asarray(left, dtype=np.float64), np.asarray(right, dtype=np.float64)
    if len(x) < 3 or np.all(x == x[0]) or np.all(y == y[0]):
        return 0.0
    return float(np.corrcoef(x, y)[0, 1])


def spearman(left: ArrayLike, right: ArrayLike) -> float:
    """Spearman rank correlation with mean ranks for ties; 0 where undefined."""
    return pearson(_ranks(np.asarray(left, dtype=np.float64)), _ranks(np.asarray(right, dtype=np.float64)))


def kendall(left: ArrayLike, right: ArrayLike) -> float:
    """Kendall's tau-b, counted over all pairs; 0 where undefined."""
    x, y = np.asarray(left, dtype=np.float64), np.asarray(right, dtype=np.float64)
    if len(x) < 3 or np.all(x == x[0]) or np.all(y == y[0]):
        return 0.0
    concordant, x_tied, y_tied = 0.0, 0, 0
    for i in range(len(x) - 1):
        a, b = np.sign(x[i + 1 :] - x[i]), np.sign(y[i + 1 :] - y[i])
        concordant += float(a @ b)
        x_tied, y_tied = x_tied + int((a == 0).sum()), y_tied + int((b == 0).sum())
    total = len(x) * (len(x) - 1) / 2
    return float(concordant / np.sqrt((total - x_tied) * (total - y_tied)))


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray(((ends - counts + 1 + ends) / 2)[inverse], dtype=np.float64)


def auc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Area under the ROC curve: how often a positive scores above a negative; NaN where one kind is missing."""
    marks = np.asarray(labels, dtype=bool)
    positive, negative = int(marks.sum()), int((~marks).sum())
    if not positive or not negative:
        return float("nan")
    ranks = _ranks(np.asarray(scores, dtype=np.float64))
    return float((ranks[marks].sum() - positive * (positive + 1) / 2) / (positive * negative))


def mcc(gold: ArrayLike, predicted: ArrayLike) -> float:
    """Matthews correlation of two boolean sequences; 0 where undefined."""
    x, y = np.asarray(gold, dtype=bool), np.asarray(predicted, dtype=bool)
    tp, tn = float((x & y).sum()), float((~x & ~y).sum())
    fp, fn = float((~x & y).sum()), float((x & ~y).sum())
    below = np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return float((tp * tn - fp * fn) / below) if below else 0.0


def span_f1(
    rows: Sequence[tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]], str]],
) -> tuple[float, float, float]:
    """(precision, recall, F1) over (gold spans, predicted spans, translation) of many segments, micro-averaged."""
    credit = gold_units = predicted_units = 0.0
    for gold, predicted, text in rows:
        truth, guess = _units(gold, text), _units(predicted, text)
        credit += sum((1.0 if truth[k] & v else 0.5) for k, v in guess.items() if k in truth)
        gold_units, predicted_units = gold_units + len(truth), predicted_units + len(guess)
    if not gold_units and not predicted_units:
        return 1.0, 1.0, 1.0
    sharp = credit / predicted_units if predicted_units else 0.0
    full = credit / gold_units if gold_units else 0.0
    return sharp, full, 2 * sharp * full / (sharp + full) if sharp + full else 0.0


def _units(spans: Sequence[Mapping[str, Any]], text: str) -> dict[int, set[int]]:
    positions = dict[int, set[int]]()
    for span in spans:
        rank = _RANK.get(str(span.get("severity", "major")).lower(), 2)
        start, end = (max(0, min(len(text), int(span[side]))) for side in ("start", "end"))
        for place in range(start, end if end > start else start + 1) if rank else ():
            positions.setdefault(place, set()).add(rank)
    return positions
