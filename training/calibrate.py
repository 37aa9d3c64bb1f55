"""Step 7: fit thresholds, probability curves and the overall score on half `a` of the development data; write `calibration.json`.

The curve of error spans is fitted on rated machine translations and on the development half of `corpora` together.
Word threshold: best Matthews correlation, by pair. Span thresholds: best F1 over the MQM sets of WMT20/21 and WMT22 together. Gaps and
omissions: planted ones in clean pairs; at most one clean sentence in a hundred may show one, and confidences assume that one
sentence in twenty has one. Pairs without data use "*": the median over pairs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

from tqcheck.checks.quality import covers_most
from tqcheck.quality.calibration import Calibration, Curve, Thresholds
from tqcheck.quality.features import SENTENCE, WORD, Weighing
from tqcheck.quality.spans import error_spans
from training.examples import CRITICAL, EDIT, GAP, OMITTED
from training.outputs import Output, by_pair, half, outputs
from training.paths import SHIPPED
from training.planted import exchanged, planted
from training.spanscore import best_thresholds
from training.weigh import SETS, overall, words

Array = NDArray[np.float32]
OMISSION_PRIOR, CLEAN_ALARMS = 0.05, 0.01
POINTS = (0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0)
FLOOR, RANGE = -2.5, 4.1


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


def span_curve(
    found: Sequence[Output], model: Calibration, limits: Mapping[str, tuple[float, float]]
) -> list[list[float]]:
    """Probability that a marked span meets a known error, by its strongest error logit, over machine and human translations.

    Sentences marked for the most part are left out: they are detached or free, which no span can tell.
    """
    logits: list[float] = []
    labels: list[float] = []
    for output in found:
        text = output.record["mt"]
        marks = Thresholds(0.0, limits.get(output.pair, limits["*"]), 0.0, 0.0, 0.0)
        spans = error_spans(text, output.target.offsets, output.raw, marks, model)
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


def fit(folder: Path, count: int) -> dict[str, object]:
    """The whole calibration."""
    sets = {name: outputs(name, folder, count) for name in ("mlqe", "catastrophic", "mqm", "wmt22")}
    tuned = {name: [o for o in found if half(o.record) == "a"] for name, found in sets.items()}
    tuned["exchanged"] = exchanged(folder)
    rated = [*tuned["mqm"], *tuned["wmt22"]]
    edits, critical = word_thresholds(tuned["mlqe"]), tuned["catastrophic"]
    suspicion, gravity = words(rated)
    found: dict[str, Any] = {
        "overall": overall({name: tuned[name] for name in SETS}), "suspicion": suspicion, "gravity": gravity,
        "scale": {"floor": FLOOR, "range": RANGE},
    }  # fmt: skip
    model = with_words(found)
    marks = best_thresholds(rated, model)
    clean, dropped, extended = planted(folder)
    gap, gap_curve = omission_limits([o.raw.target[:, GAP] for o in clean], [o.raw.target[:, GAP] for o in dropped])
    omitted, omitted_curve = omission_limits(
        [o.raw.source[:, OMITTED] for o in clean], [o.raw.source[:, OMITTED] for o in extended]
    )
    edit = float(np.median(list(edits.values())))
    common = {"major": 0.0, "gap": round(gap, 3), "omitted": round(omitted, 3)}
    limits = {}
    for pair in ["*", *sorted({*edits, *marks} - {"*"})]:
        limits[pair] = {"edit": round(edits.get(pair, edit), 3), "error": marks.get(pair, marks["*"]), **common}
    found["thresholds"] = limits
    votes = [float(np.mean(o.record["critical_votes"])) for o in critical]
    found["curves"] = {
        "error": span_curve([*rated, *outputs("written", folder, 100_000)], model, marks),
        "gap": gap_curve,
        "omitted": omitted_curve,
        "critical": curve([float(o.raw.sentence[CRITICAL]) for o in critical], votes),
    }
    return found


def with_words(found: dict[str, Any]) -> Calibration:
    """What marks words, before thresholds and curves are known; a span's suspicion stands where its confidence would."""
    plain = {"error": Curve((-30.0, 30.0), (-30.0, 30.0))}
    suspicion, gravity = Weighing.read(found["suspicion"], WORD), Weighing.read(found["gravity"], WORD)
    return Calibration({}, plain, Weighing.read(found["overall"], SENTENCE), suspicion, gravity, FLOOR, RANGE)


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
