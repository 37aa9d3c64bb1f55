"""Confidence fitted on results: monotone, prior first, clean articles outnumber bad ones."""

from __future__ import annotations

import pytest

from tests.bench.records import alarm, error, result
from tqcheck.bench.calibrate import curve, expected_error, fit


def test_a_check_that_is_always_wrong_on_clean_text_loses_its_confidence() -> None:
    noisy = [result(f"c{n}", "clean", [alarm(5, confidence=0.95)]) for n in range(10)]
    bad = [result(f"b{n}", "articles", [alarm(5, confidence=0.95)], [error(5)]) for n in range(2)]
    ((raw, confidence),) = fit([*noisy, *bad])["TQ101"]
    assert raw == 0.95
    # 2 right of 2 + 10 * 0.8, and four pseudo-findings at .95
    assert confidence == pytest.approx((2 + 4 * 0.95) / 14, abs=1e-3)


def test_few_findings_hardly_move_the_raw_strength() -> None:
    ((_, confidence),) = fit([result("b", "articles", [alarm(5, confidence=0.9)], [error(5)])])["TQ101"]
    assert 0.9 < confidence < 0.93


def test_measured_evidence_needs_many_findings_for_a_high_confidence() -> None:
    few, many = (
        [
            result(f"b{n}", "articles", [alarm(5, code="TQ201", confidence=0.98)], [error(5, code="TQ201")])
            for n in range(count)
        ]
        for count in (4, 40)
    )
    assert fit(few)["TQ201"][-1][1] == pytest.approx((4 + 4 * 0.5) / 8)
    assert fit(many)["TQ201"][-1][1] > 0.95


def test_knots_never_fall() -> None:
    right = [result(f"r{n}", "articles", [alarm(5, confidence=0.5)], [error(5)]) for n in range(9)]
    wrong = [result(f"w{n}", "articles", [alarm(5, confidence=0.9)]) for n in range(9)]
    knots = fit([*right, *wrong])["TQ101"]
    assert [raw for raw, _ in knots] == [0.5, 0.9]
    assert knots[0][1] == knots[1][1]


def test_expected_error_is_the_distance_of_confidence_and_share_right() -> None:
    results = [result(str(n), "articles", [alarm(5, confidence=0.95)], [error(5)] if n % 2 else []) for n in range(8)]
    assert expected_error(curve(results)) == pytest.approx(0.45)
    assert expected_error([]) is None


def test_the_suite_calibrates_nothing() -> None:
    assert fit([result("s", "suite", [alarm(5)], [error(5)])]) == {}
