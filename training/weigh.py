"""Fit the weighted sums of `tqcheck.quality.features` on half `a` of the development data, for all pairs together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression, Ridge

from tqcheck.quality.features import SENTENCE, WORD, sentence_features, word_features
from tqcheck.quality.units import units
from training.outputs import Output, by_pair
from training.spanscore import gold_levels

Array = NDArray[np.float32]
Table = dict[str, float]
RIDGE, SHARE = 100.0, 1000.0
"""Strength of the ridge, and what the pairs of a set weigh together whatever their size."""
SETS = {"mlqe": 1.0, "catastrophic": 0.5, "mqm": 0.5, "exchanged": 0.25}
"""What a pair of languages in a set counts: direct assessments are what the score is named after."""


def human(record: dict) -> float:
    """What people said of a translation, higher = better, on the scale of its set."""
    if "detached" in record:
        return -float(record["detached"])
    if "da_z" in record:
        return float(record["da_z"])
    return float(record["mqm_score"]) if "mqm_score" in record else -float(np.mean(record["critical_votes"]))


def overall(found: dict[str, Sequence[Output]]) -> Table:
    """Weights of the adequacy: z-scores within each pair of each set, brought back to the mean and spread of direct assessments."""
    features, scores, weights = [], [], []
    for name, outputs in found.items():
        for group in by_pair(outputs).values():
            x = np.stack([sentence_features(o.raw) for o in group])
            y = np.array([human(o.record) for o in group])
            features.append(x - x.mean(0))
            scores.append((y - y.mean()) / y.std())
            weights.append(np.full(len(y), SETS[name] * SHARE / len(y)))
    x = np.concatenate(features)
    spread = x.std(0) + 1e-6
    fitted = Ridge(alpha=RIDGE).fit(x / spread, np.concatenate(scores), sample_weight=np.concatenate(weights))
    vector = fitted.coef_ / spread
    values = np.stack([sentence_features(o.raw) for o in found["mlqe"]]) @ vector
    gold = np.array([o.record["da_z"] for o in found["mlqe"]])
    vector *= gold.std() / values.std()
    bias = gold.mean() - values.mean() * gold.std() / values.std()
    return table(SENTENCE, vector, float(bias))


def words(found: Sequence[Output]) -> tuple[Table, Table]:
    """Weights of suspicion (a word is wrong) and of gravity (a wrong word is badly wrong); a character counts once."""
    rows = [(o, units(o.record["mt"], o.target.offsets)) for o in found]
    rows = [(o, found_units) for o, found_units in rows if found_units]
    x = np.concatenate([word_features(o.record["mt"], parts, o.raw) for o, parts in rows])
    levels = [(gold_levels(o), parts) for o, parts in rows]
    wrong = np.array([(level[w.start : w.end] > 0).mean() > 0.5 for level, parts in levels for w in parts])
    grave = np.array([(level[w.start : w.end] > 1).mean() > 0.5 for level, parts in levels for w in parts])
    size = np.array([w.end - w.start for _, parts in levels for w in parts], float)
    return logistic(x, wrong, size), logistic(x[wrong], grave[wrong], size[wrong])


def logistic(x: Array, labels: NDArray[np.bool_], size: NDArray[np.float64]) -> Table:
    """Logistic regression on features of one spread."""
    spread = x.std(0) + 1e-6
    fitted = LogisticRegression(C=0.1, max_iter=500).fit(x / spread, labels, sample_weight=size / size.mean())
    return table(WORD, fitted.coef_[0] / spread, float(fitted.intercept_[0]))


def table(names: Sequence[str], vector: Array, bias: float) -> Table:
    weights = {name: round(float(value), 5) for name, value in zip(names, vector, strict=True)}
    return {**weights, "bias": round(bias, 5)}
