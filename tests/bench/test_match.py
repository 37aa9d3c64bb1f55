"""Findings against known errors: by place, by family, once each."""

from __future__ import annotations

from tqcheck.bench.items import Gold
from tqcheck.bench.match import match
from tqcheck.model import Finding, Place, Severity, Span


def gold(code: str, start: int, end: int, *, whole: bool = False) -> Gold:
    return Gold(code=code, also=(), severity="major", kind="x", span=Span(start, end), whole=whole)


def finding(
    code: str, start: int, end: int, *, severity: Severity = "major", related: tuple[Place, ...] = ()
) -> Finding:
    return Finding(
        code=code, name="", category="", severity=severity, confidence=0.9, message="", segment=0,
        span=Span(start, end), text="", related=related,
    )  # fmt: skip


def counts(findings: list[Finding], errors: list[Gold]) -> tuple[int, int, int]:
    outcomes = match(findings, errors)
    hits = sum(o.gold is not None and o.finding is not None for o in outcomes)
    return hits, sum(o.finding is None for o in outcomes), sum(o.gold is None for o in outcomes)


def test_overlap_is_a_hit_whatever_the_accuracy_code() -> None:
    assert counts([finding("TQ602", 5, 9)], [gold("TQ601", 8, 12)]) == (1, 0, 0)


def test_typography_on_an_error_of_meaning_is_an_alarm() -> None:
    assert counts([finding("TQ304", 5, 9)], [gold("TQ601", 5, 9)]) == (0, 1, 1)


def test_two_findings_on_one_error_are_one_hit_and_no_alarm() -> None:
    assert counts([finding("TQ101", 0, 2), finding("TQ601", 0, 4)], [gold("TQ101", 0, 2)]) == (1, 0, 0)


def test_an_omission_may_be_missed_by_a_few_characters() -> None:
    assert counts([finding("TQ201", 12, 12)], [gold("TQ201", 10, 10)]) == (1, 0, 0)
    assert counts([finding("TQ201", 20, 20)], [gold("TQ201", 10, 10)]) == (0, 1, 1)


def test_a_document_error_is_met_anywhere_by_its_code() -> None:
    assert counts([finding("TQ302", 90, 91)], [gold("TQ302", 3, 4, whole=True)]) == (1, 0, 0)


def test_neutral_and_tool_findings_are_not_counted() -> None:
    assert counts([finding("TQ902", 0, 0), finding("TQ801", 0, 0, severity="neutral")], []) == (0, 0, 0)


def test_the_other_place_of_a_restatement_counts_as_the_place() -> None:
    there = (Place(Span(50, 60), ""),)
    assert counts([finding("TQ404", 5, 9, related=there)], [gold("TQ404", 52, 55)]) == (1, 0, 0)
