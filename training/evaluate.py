"""Step 8: measure the shipped files on data that neither training nor tuning saw, and print the table of the model card.

Half `b` of the development records (MLQE-PE, critical errors, MQM of WMT22, MQM of WMT20/21: of the last, a sixth was trained
on), and planted errors in NTREX news, never trained on. Predictions
and gold records are written as JSON Lines and scored by the project's `score.py` (``--scorer``), floors included.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality import load
from tqcheck.quality.estimator import QualityEstimator
from tqcheck.quality.table import Row, as_object
from tqcheck.quality.units import strongest, units
from training.examples import ERROR, OMITTED
from training.outputs import Output, half, measure, outputs
from training.paths import DATA, SHIPPED, WORK
from training.planted import additions, detached, planted
from training.progress import auc

MUST = {
    "da_z": "mean .64; en-de .36, en-zh .36", "word": "mean .38", "span": "en-de .20, zh-en .20, he-en .27",
    "critical": "en-cs .38, en-de .36, en-ja .14, en-zh .19", "planted": ".85", "detached": ".95",
}  # fmt: skip


def predict(found: Sequence[Output], estimator: QualityEstimator) -> list[dict[str, Any]]:
    """What `tqcheck score` writes for these records."""
    lines = []
    for output in found:
        record = output.record
        texts, languages = (record["src"], record["mt"]), (record["src_lang"], record["tgt_lang"])
        alarm = estimator.alarm(texts, output.target, *languages)
        examined = estimator.judge(texts, (output.source, output.target), output.raw, alarm, languages)
        lines.append(as_object(Row(record["id"], *texts, languages, record.get("mt_token_offsets")), examined))
    return lines


def write(path: Path, lines: Sequence[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def run_scorer(scorer: Path, gold: Path, *arguments: str) -> dict[str, Any]:
    shown = subprocess.run(
        [sys.executable, str(scorer), str(gold), *arguments, "--json"], capture_output=True, text=True, check=True
    )
    result: dict[str, Any] = json.loads(shown.stdout)
    return result


def figures(name: str, found: Sequence[Output], estimator: QualityEstimator, scorer: Path) -> None:
    """Print the figures of one set, and those of random marks with the right prior."""
    # one set, whatever years and splits it is made of: the scorer takes those apart
    records = [{**o.record, "dataset": name, "split": "b"} for o in found]
    gold = write(WORK / "evaluation" / f"{name}.gold.jsonl", records)
    told = write(WORK / "evaluation" / f"{name}.predicted.jsonl", predict(found, estimator))
    ours, floor = run_scorer(scorer, gold, "--pred", str(told)), run_scorer(scorer, gold, "--trivial", "random-prior")
    for key, title, value in (
        ("da_z", "Pearson with direct assessment", "pearson"), ("word", "word MCC", "mcc"), ("word", "word AUC", "auc"),
        ("mqm_score", "Spearman with MQM", "spearman"), ("span", "span F1, WMT23 definition", "f1"),
        ("critical", "critical errors, MCC", "mcc"), ("critical", "critical errors, AUC", "auc"),
    ):  # fmt: skip
        rows = {group.split()[-1]: result[key][value] for group, result in ours.items() if key in result}
        if rows:
            low = np.mean([result[key].get(value, 0.5) for result in floor.values() if key in result])
            cells = ", ".join(f"{group} {number:.3f}" for group, number in rows.items())
            must = "" if value == "auc" else MUST.get(key, "")
            print(f"| {name}: {title} | {np.mean(list(rows.values())):.3f} | {cells} | {low:.3f} | {must} |")


def rank_areas(found: Sequence[Output], source: bool) -> dict[str, float]:
    """AUC of planted words against the other words of all sentences of a pair, by the logit of the head in question."""
    groups: dict[str, list[tuple[NDArray[np.float32], NDArray[np.bool_]]]] = {}
    for output in found:
        damage = output.record["damage"]
        text, pieces = (damage.source, output.source) if source else (damage.target, output.target)
        logits = output.raw.source[:, OMITTED] if source else output.raw.target[:-1, ERROR]
        words = units(text, pieces.offsets)
        spans = damage.omitted if source else damage.spans
        planted_words = np.array([any(a < w.end and b > w.start for a, b in spans) for w in words])
        values = strongest(words, logits)
        inside = np.array([(values[planted_words][:, None] > values[~planted_words]).mean()])
        groups.setdefault(output.pair, []).append((inside, planted_words))
    return {name: float(np.mean([value for value, _ in rows])) for name, rows in sorted(groups.items())}


def planted_figures(folder: Path, estimator: QualityEstimator) -> None:
    """Planted additions, omissions, detached sentences."""
    _, _, extended = planted(folder)
    for name, areas in (("additions", rank_areas(additions(folder), False)), ("omissions", rank_areas(extended, True))):
        cells = ", ".join(f"{group} {number:.3f}" for group, number in areas.items())
        print(
            f"| planted {name}: AUC of the word's rank | {np.mean(list(areas.values())):.3f} | {cells} | .500 | {MUST['planted']} |"
        )
    clean, swapped = detached(folder)
    numbered = [replace(o, record={**o.record, "id": i}) for i, o in enumerate((*clean, *swapped))]
    told = predict(numbered, estimator)
    for least in (0.0, 0.3, 0.5):
        marked = [any(span["confidence"] >= least for span in line["spans"]) for line in told[: len(clean)]]
        print(
            f"| clean news: share of sentences with a span of confidence {least} or more | {np.mean(marked):.3f} | | | |"
        )
    scores = np.array([line["score"] for line in told])
    area = auc(-scores, np.arange(len(scores)) >= len(clean))
    print(
        f"| detached sentences: AUC of the score | {area:.3f} | next sentence of the same document | .500 | {MUST['detached']} |"
    )


def seed_example(folder: Path, estimator: QualityEstimator) -> None:
    """The example of the seed article: words that nobody said."""
    source = (
        "Rekao je da je zainteresovan (za primirje), ali je postavio niz uslova koji su očigledno neprihvatljivi. "
        "To je drugim riječima „ne“."
    )
    target = (
        "He said he was interested (in a ceasefire), but he set a number of conditions that were clearly unacceptable to him. "
        'That is a "no" in other words.'
    )
    record = {"src": source, "mt": target, "src_lang": "sr", "tgt_lang": "en", "id": 0}
    (output,) = measure([record], folder)
    words = units(target, output.target.offsets)
    values = strongest(words, output.raw.target[:-1, ERROR])
    order = [target[words[i].start : words[i].end] for i in np.argsort(-values)[:6]]
    spans = [target[span["start"] : span["end"]] for span in predict([output], estimator)[0]["spans"]]
    print(f"seed example, words by suspicion: {order}; spans: {spans}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--scorer", type=Path, default=DATA.parent / "score.py")
    parser.add_argument("--count", type=int, default=1000, help="records a pair and set")
    options = parser.parse_args()
    estimator = load(options.folder).estimator
    print("| figure | mean | by pair | random | must |\n| --- | --- | --- | --- | --- |")
    for name in ("mlqe", "catastrophic", "wmt22", "mqm"):
        found = outputs(name, options.folder, options.count)
        held = [o for o in found if half(o.record) == "b"]
        figures(name, held, estimator, options.scorer)
    planted_figures(options.folder, estimator)
    seed_example(options.folder, estimator)


if __name__ == "__main__":
    main()
