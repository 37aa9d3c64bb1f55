"""The figures of quality estimation, against values worked out by hand and against the reference scorer where it is at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from tqcheck.bench.correlations import auc, kendall, mcc, pearson, span_f1, spearman

REFERENCE = Path(__file__).parents[2].parent / "shared" / "score.py"


def test_by_hand() -> None:
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert spearman([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(0.8)
    assert kendall([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert auc([0.1, 0.4, 0.35, 0.8], [False, False, True, True]) == pytest.approx(0.75)
    assert mcc([1, 1, 0, 0], [1, 0, 0, 0]) == pytest.approx(0.5774, abs=1e-4)
    assert pearson([1, 1, 1], [1, 2, 3]) == 0


def test_span_f1_gives_half_credit_for_the_wrong_severity() -> None:
    gold = [{"start": 0, "end": 4, "severity": "major"}]
    guess = [{"start": 0, "end": 4, "severity": "minor"}]
    assert span_f1([(gold, guess, "word")]) == (0.5, 0.5, 0.5)
    assert span_f1([(gold, gold, "word")]) == (1, 1, 1)
    assert span_f1([([], [], "word")]) == (1, 1, 1)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not beside the project")
def test_equals_the_reference_scorer() -> None:
    pytest.importorskip("scipy")
    spec = importlib.util.spec_from_file_location("score", REFERENCE)
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    random = np.random.default_rng(3)
    x, y = random.integers(0, 9, 200), random.normal(size=200)
    expected = score.corr(x, y)
    assert pearson(x, y) == pytest.approx(expected["pearson"])
    assert spearman(x, y) == pytest.approx(expected["spearman"])
    assert kendall(x, y) == pytest.approx(expected["kendall"])
    assert auc(y, x > 4) == pytest.approx(score.auc(y, x > 4))
