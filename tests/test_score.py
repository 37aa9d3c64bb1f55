"""The MQM score: weights by severity, expected by confidence, five per segment, short texts as 500 words."""

import pytest

from tqcheck.config import Plan
from tqcheck.model import Finding, Severity, Span
from tqcheck.score import score_document, verdict


def finding(severity: Severity, segment: int = 0, confidence: float = 1.0) -> Finding:
    return Finding(
        code="TQ101", name="number-mismatch", category="accuracy/number", severity=severity, confidence=confidence,
        message="", segment=segment, span=Span(0, 1), text="x",
    )  # fmt: skip


def test_a_clean_text_scores_100() -> None:
    assert score_document([], 1000).mqm == 100


def test_weights_follow_mqm() -> None:
    score = score_document(
        [finding("minor", 0), finding("major", 1), finding("critical", 2), finding("neutral", 3)], 1000
    )
    assert (score.penalty, score.per_1000_words, score.mqm) == (31, 31, 96.9)


def test_at_most_five_errors_count_in_one_segment() -> None:
    assert score_document([finding("major")] * 9, 1000).penalty == 25


def test_an_unsure_finding_counts_by_its_confidence() -> None:
    assert score_document([finding("major", confidence=0.5)], 1000).penalty == 2.5


def test_short_texts_are_scored_as_500_words_and_say_so() -> None:
    score = score_document([finding("major")], 100)
    assert score.mqm == 99
    assert "500" in score.note


@pytest.mark.parametrize(
    ("severity", "confidence", "expected"),
    [("major", 0.95, "fail"), ("major", 0.5, "pass"), ("minor", 1.0, "pass"), ("critical", 0.9, "fail")],
)
def test_the_gate_counts_only_confident_findings_at_its_severity(
    severity: Severity, confidence: float, expected: str
) -> None:
    assert verdict([[finding(severity, confidence=confidence)]], [], Plan(), complete=True) == expected


def test_what_could_not_be_judged_is_no_pass() -> None:
    assert verdict([], [], Plan(), complete=False) == "incomplete"


def test_a_score_below_the_floor_fails() -> None:
    assert verdict([], [score_document([finding("critical")], 1000)], Plan(min_score=99), complete=True) == "fail"


def test_never_lifts_the_gate() -> None:
    assert verdict([[finding("critical")]], [], Plan(fail_on="never"), complete=True) == "pass"
