"""The embedded model's figures: what is read, and equality with the reference scorer where it is at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tqcheck.bench.estimates import Estimate, figures

REFERENCE = Path(__file__).parents[2].parent / "shared" / "score.py"
RANDOM = np.random.default_rng(5)


def record(number: int) -> dict[str, Any]:
    start = int(RANDOM.integers(0, 8))
    return {
        "id": str(number), "src": "ein Hund", "mt": "one dog or so", "src_lang": "de", "tgt_lang": "en",
        "mqm_score": float(RANDOM.normal()), "critical": bool(RANDOM.integers(0, 2)),
        "mt_tokens": ["one", "dog", "or", "so"], "word_tags": list(RANDOM.choice(["OK", "BAD"], 4)),
        "spans": [{"start": start, "end": start + 3, "severity": str(RANDOM.choice(["minor", "major"]))}],
    }  # fmt: skip


def estimate() -> Estimate:
    start = int(RANDOM.integers(0, 8))
    spans = [{"start": start, "end": start + 4, "severity": str(RANDOM.choice(["minor", "critical"]))}]
    return Estimate(float(RANDOM.normal()), spans, [float(value) for value in RANDOM.random(4)])


RECORDS = [record(number) for number in range(60)]
ESTIMATES = [estimate() for _ in RECORDS]


def test_every_label_gives_its_figures() -> None:
    assert set(figures(RECORDS, ESTIMATES)) == {"mqm_score", "critical", "words", "spans"}
    assert set(figures([{"mt": "a", "spans": []}], [Estimate(0.0, [])])) == {"spans"}


def test_a_perfect_estimate_scores_one() -> None:
    perfect = [Estimate(r["mqm_score"], r["spans"], [float(tag == "BAD") for tag in r["word_tags"]]) for r in RECORDS]
    found = figures(RECORDS, perfect)
    assert found["mqm_score"] == {"pearson": 1, "spearman": 1, "kendall": 1}
    assert found["words"]["mcc"] == found["spans"]["f1"] == 1


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not beside the project")
def test_equals_the_reference_scorer() -> None:
    pytest.importorskip("scipy")
    spec = importlib.util.spec_from_file_location("score", REFERENCE)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    said = {
        r["id"]: {"score": e.score, "spans": e.spans, "word_scores": e.words}
        for r, e in zip(RECORDS, ESTIMATES, strict=True)
    }
    theirs, ours = reference.score_group(RECORDS, said, 0.5), figures(RECORDS, ESTIMATES)
    for name, theirs_name in (("pearson", "pearson"), ("spearman", "spearman"), ("kendall", "kendall")):
        assert ours["mqm_score"][name] == pytest.approx(theirs["mqm_score"][theirs_name], abs=1e-4)
    assert ours["critical"]["auc"] == pytest.approx(theirs["critical"]["auc"], abs=1e-4)
    assert ours["critical"]["mcc"] == pytest.approx(theirs["critical"]["mcc"], abs=1e-4)
    assert ours["words"]["mcc"] == pytest.approx(theirs["word"]["mcc"], abs=1e-4)
    assert ours["spans"]["f1"] == pytest.approx(theirs["span"]["f1"], abs=1e-4)
