"""The embedded model against human judgement: sentence scores, words, spans and critical errors, a line per data set and language pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tqcheck.bench.correlations import auc, kendall, mcc, pearson, span_f1, spearman
from tqcheck.bench.load_lines import read_lines

if TYPE_CHECKING:
    from tqcheck.quality.estimator import QualityEstimator

BAD = 0.5
"""Word score from which a word counts as wrong."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was predicted of one record: score (higher = better), error spans, and a score per word where words are given."""

    score: float
    spans: Sequence[Mapping[str, Any]]
    words: Sequence[float] | None = None


def load_judged(paths: Sequence[Path], every: int = 1) -> list[dict[str, Any]]:
    """Every n-th judged translation (records with `mt`) of each file; probes of hallucination are left out."""
    records = list[dict[str, Any]]()
    for path in paths:
        if path.is_file():
            judged = (item for item in read_lines(path) if "mt" in item and not item.get("hallucination_probe"))
            records += [item for number, item in enumerate(judged) if number % every == 0]
    return sorted(records, key=_group)


def _group(record: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(record.get("dataset", "")), str(record.get("split", "")), f"{record['src_lang']}-{record['tgt_lang']}"


def measure_estimates(records: Sequence[dict[str, Any]], estimator: QualityEstimator) -> list[dict[str, Any]]:
    """A row of figures per data set, split and language pair."""
    rows = list[dict[str, Any]]()
    for name, group in groupby(records, key=_group):
        members = list(group)
        rows.append({"name": " ".join(name), "records": len(members), **figures(members, _examine(members, estimator))})
    return rows


def _examine(records: Sequence[Mapping[str, Any]], estimator: QualityEstimator) -> list[Estimate]:
    languages = records[0]["src_lang"], records[0]["tgt_lang"]
    found = estimator.examine([(record["src"], record["mt"]) for record in records], *languages)
    estimates = list[Estimate]()
    for record, item in zip(records, found, strict=True):
        spans = [{"start": s.start, "end": s.end, "severity": s.severity} for s in item.quality.spans]
        words = item.word_scores(record["mt_token_offsets"]) if "mt_token_offsets" in record else None
        estimates.append(Estimate(item.quality.score, spans, words))
    return estimates


def figures(records: Sequence[Mapping[str, Any]], estimates: Sequence[Estimate]) -> dict[str, Any]:
    """Every figure that the records have labels for."""
    found = dict[str, Any]()
    for label in ("da_z", "mqm_score", "esa_score"):
        pairs = [
            (estimate.score, record[label])
            for record, estimate in zip(records, estimates, strict=True)
            if label in record
        ]
        if pairs:
            ours, theirs = zip(*pairs, strict=True)
            found[label] = {
                "pearson": pearson(ours, theirs),
                "spearman": spearman(ours, theirs),
                "kendall": kendall(ours, theirs),
            }
    critical = [
        (-e.score, r["critical"])
        for r, e in zip(records, estimates, strict=True)
        if isinstance(r.get("critical"), bool)
    ]
    if len({label for _, label in critical}) == 2:
        found["critical"] = _critical(*zip(*critical, strict=True))
    words = [
        (r["word_tags"], e.words)
        for r, e in zip(records, estimates, strict=True)
        if "word_tags" in r and e.words is not None
    ]
    if words:
        found["words"] = _words(words)
    spans = [(r["spans"], e.spans, r["mt"]) for r, e in zip(records, estimates, strict=True) if "spans" in r]
    if spans:
        found["spans"] = dict(zip(("precision", "recall", "f1"), span_f1(spans), strict=True))
    return {name: {key: round(value, 4) for key, value in row.items()} for name, row in found.items()}


def _critical(scores: Sequence[float], labels: Sequence[bool]) -> dict[str, float]:
    """AUC, and MCC where as many are called critical as there are."""
    worst = np.sort(np.asarray(scores))[::-1]
    called = np.asarray(scores) >= worst[sum(labels) - 1]
    return {"auc": auc(scores, labels), "mcc": 0.0 if called.all() else mcc(labels, called)}


def _words(rows: Sequence[tuple[Sequence[str], Sequence[float]]]) -> dict[str, float]:
    labels = [tag == "BAD" for tags, _ in rows for tag in tags]
    scores = [score for tags, words in rows for score, _ in zip((*words, *[0.0] * len(tags)), tags, strict=False)]
    return {"mcc": mcc(labels, [score >= BAD for score in scores]), "auc": auc(scores, labels)}
