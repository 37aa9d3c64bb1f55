"""Step 7: fit thresholds, probability curves and the overall score on half `a` of the development data; write `calibration.json`.

The curve of error spans is fitted on rated machine translations and on the development half of `corpora` together.
Word threshold: best Matthews correlation, by pair. Span thresholds: best character F1 over the MQM sets of WMT20/21 and WMT22. Gaps and
omissions: planted ones in clean pairs; at most one clean sentence in a hundred may show one, and confidences assume that one
sentence in twenty has one. Pairs without data use "*": the median over pairs.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import pearsonr, spearmanr
from sklearn.isotonic import IsotonicRegression

from tqcheck.checks.quality import covers_most
from tqcheck.quality.calibration import Calibration, Curve, Thresholds
from tqcheck.quality.spans import error_spans
from training.examples import CRITICAL, EDIT, GAP, OMITTED
from training.outputs import Output, half, outputs
from training.paths import SHIPPED
from training.planted import planted
from training.spanscore import best_thresholds

Array = NDArray[np.float32]
OMISSION_PRIOR, CLEAN_ALARMS = 0.05, 0.01
POINTS = (0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0)
FLOOR, RANGE = 3.0, 4.6
HEADS = ("adequacy", "penalty", "critical", "effort", "edits")
PLAIN = Calibration({}, {"error": Curve((-30.0, 30.0), (-30.0, 30.0))}, {})
"""Gives a span's logit where its confidence would stand."""


def by_pair(found: Sequence[Output]) -> dict[str, list[Output]]:
    groups: dict[str, list[Output]] = defaultdict(list)
    for output in found:
        groups[output.pair].append(output)
    return dict(sorted(groups.items()))


def best_cut(scores: Array, positive: NDArray[np.bool_]) -> float:
    """The threshold of the best Matthews correlation."""
    order = np.argsort(-scores)
    hits = np.cumsum(positive[order]).astype(float)
    marked = np.arange(1, len(order) + 1)
    total, size = hits[-1], len(order)
    wrong, missed = marked - hits, total - hits
    right = size - total - wrong
    spread = np.sqrt(np.maximum(1, marked * total * (size - total) * (size - marked).clip(1)))
    return float(scores[order[int(np.argmax((hits * right - wrong * missed) / spread))]])


def word_thresholds(found: Sequence[Output]) -> dict[str, float]:
    """Threshold on the edit logit, by pair."""
    cuts = {}
    for pair, group in by_pair([o for o in found if o.record.get("mt_token_offsets")]).items():
        scores = np.concatenate([o.words(EDIT) for o in group])
        tags = np.concatenate([np.array(o.record["word_tags"]) == "BAD" for o in group])
        cuts[pair] = best_cut(scores, tags)
    return cuts


def curve(
    logits: Sequence[float], labels: Sequence[float], weights: Sequence[float] | None = None
) -> list[list[float]]:
    """Isotonic regression, thinned to a few points and kept off 0 and 1."""
    x, y = np.array(logits), np.array(labels, float)
    fitted = IsotonicRegression(y_min=0.01, y_max=0.97, out_of_bounds="clip").fit(x, y, sample_weight=weights)
    grid = np.unique(np.quantile(x, POINTS).round(3))
    # the mean over a neighbourhood smooths the steps that isotonic regression makes of few examples
    near = (grid[-1] - grid[0]) / 20 + 1e-6
    values = [float(np.mean(fitted.predict(np.linspace(point - near, point + near, 9)))) for point in grid]
    return [grid.tolist(), [round(value, 4) for value in np.maximum.accumulate(values)]]


def span_curve(found: Sequence[Output], limits: Mapping[str, tuple[float, float]], cut: float) -> list[list[float]]:
    """Probability that a marked span meets a known error, by its strongest logit, over machine and human translations.

    Sentences marked for the most part are left out: they are detached or free, which no span can tell.
    """
    logits: list[float] = []
    labels: list[float] = []
    for output in found:
        text, raw = output.record["mt"], output.raw.target[:-1]
        marks = Thresholds(0.0, limits.get(output.pair, (cut, 0.0))[0], 0.0, 0.0, 0.0)
        spans = error_spans(text, output.target.offsets, raw, marks, PLAIN)
        if not covers_most(text, spans, 0.0):
            gold = [(s["start"], s["end"]) for s in output.record["spans"] if s["severity"] != "neutral"]
            logits += [span.confidence for span in spans]
            labels += [float(any(a < span.end and b > span.start for a, b in gold)) for span in spans]
    return curve(logits, labels)


def omission_limits(clean: Sequence[Array], damaged: Sequence[Array]) -> tuple[float, list[list[float]]]:
    """Threshold and curve from the strongest logit of clean and of damaged sentences."""
    low = np.array([values.max() for values in clean if len(values)])
    high = np.array([values.max() for values in damaged if len(values)])
    weights = np.concatenate(
        [np.full(len(low), (1 - OMISSION_PRIOR) / len(low)), np.full(len(high), OMISSION_PRIOR / len(high))]
    )
    fitted = curve(np.concatenate([low, high]).tolist(), [0.0] * len(low) + [1.0] * len(high), weights.tolist())
    return float(np.quantile(low, 1 - CLEAN_ALARMS)), fitted


def overall(mlqe: Sequence[Output], critical: Sequence[Output], mqm: Sequence[Output]) -> dict[str, float]:
    """Weights of `Output.heads`, from a coarse grid, for the mean of what the score is used for."""
    best, chosen = -1.0, (1.0, 0.0, 0.0, 0.0, 0.0)
    da = [(np.stack([o.heads for o in g]), [o.record["da_z"] for o in g]) for g in by_pair(mlqe).values()]
    votes = [
        (np.stack([o.heads for o in g]), [-float(np.mean(o.record["critical_votes"])) for o in g])
        for g in by_pair(critical).values()
    ]
    points = [(np.stack([o.heads for o in g]), [o.record["mqm_score"] for o in g]) for g in by_pair(mqm).values()]

    def mean(groups: list, measure: Callable, weights: Array) -> float:
        return float(np.mean([measure(x @ weights, y)[0] for x, y in groups]))

    for parts in product((0.0, 0.2, 0.5), (0.0, 0.05, 0.1, 0.2, 0.35), (0.0, 0.2, 0.5), (0.0, 0.1, 0.2, 0.3, 0.45)):
        weights = np.array([1.0, *parts])
        value = 0.6 * mean(da, pearsonr, weights) + 0.25 * mean(votes, spearmanr, weights)
        value += 0.15 * mean(points, spearmanr, weights)
        if value > best + 1e-4:
            best, chosen = value, (1.0, *parts)
    return dict(zip(HEADS, chosen, strict=True))


def spread(weights: dict[str, float], mlqe: Sequence[Output]) -> dict[str, float]:
    """Add scale and bias that bring the weighted sum back to the mean and the spread of human z-scores."""
    vector = np.array([weights[name] for name in HEADS])
    values, gold = np.stack([o.heads for o in mlqe]) @ vector, np.array([o.record["da_z"] for o in mlqe])
    factor = float(gold.std() / values.std())
    scaled = {name: round(value * factor, 4) for name, value in weights.items()}
    bias = float(gold.mean() - factor * values.mean())
    return {**scaled, "bias": round(bias, 4), "floor": FLOOR, "range": RANGE}


def fit(folder: Path, count: int) -> dict[str, object]:
    """The whole calibration."""
    mlqe = [o for o in outputs("mlqe", folder, count) if half(o.record) == "a"]
    critical = [o for o in outputs("catastrophic", folder, count) if half(o.record) == "a"]
    mqm, wmt22 = outputs("mqm", folder, count), outputs("wmt22", folder, count)
    edits = word_thresholds(mlqe)
    marks = best_thresholds([by_pair([o for o in found if half(o.record) == "a"]) for found in (mqm, wmt22)])
    clean, dropped, extended = planted(folder)
    gap, gap_curve = omission_limits([o.raw.target[:, GAP] for o in clean], [o.raw.target[:, GAP] for o in dropped])
    omitted, omitted_curve = omission_limits(
        [o.raw.source[:, OMITTED] for o in clean], [o.raw.source[:, OMITTED] for o in extended]
    )
    common = {"gap": round(gap, 3), "omitted": round(omitted, 3)}
    general = {
        "edit": float(np.median(list(edits.values()))),
        "error": float(np.median([e for e, _ in marks.values()])),
        "major": float(np.median([m for _, m in marks.values()])),
    }
    limits = {}
    for pair in ["*", *sorted({*edits, *marks})]:
        error, major = marks.get(pair, (general["error"], general["major"]))
        values = {"edit": edits.get(pair, general["edit"]), "error": error, "major": major}
        limits[pair] = {**{name: round(value, 3) for name, value in values.items()}, **common}
    votes = [float(np.mean(o.record["critical_votes"])) for o in critical]
    rated = [o for o in (*mqm, *wmt22) if half(o.record) == "a"]
    curves = {
        "error": span_curve([*rated, *outputs("written", folder, 100_000)], marks, general["error"]),
        "gap": gap_curve,
        "omitted": omitted_curve,
        "critical": curve([float(o.raw.sentence[CRITICAL]) for o in critical], votes),
    }
    return {"thresholds": limits, "curves": curves, "weights": spread(overall(mlqe, critical, mqm), mlqe)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--count", type=int, default=1000, help="records a pair and set")
    options = parser.parse_args()
    folder: Path = options.folder
    text = json.dumps(fit(folder, options.count))
    (folder / "calibration.json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
