"""Findings against known errors: by place, by family, in both directions."""

from __future__ import annotations

from tqcheck.bench.items import Gold
from tqcheck.bench.match import match
from tqcheck.model import Finding, Place, Severity, Span


def gold(code: str, start: int, end: int, *, whole: bool = False, severity: Severity = "major") -> Gold:
    return Gold(code=code, also=(), severity=severity, kind="x", span=Span(start, end), whole=whole)


def finding(
    code: str, start: int, end: int, *, severity: Severity = "major", related: tuple[Place, ...] = ()
) -> Finding:
    return Finding(
        code=code, name="", category="", severity=severity, confidence=0.9, message="", segment=0,
        span=Span(start, end), text="", related=related,
    )  # fmt: skip


def counts(findings: list[Finding], errors: list[Gold]) -> tuple[int, int, int]:
    """(errors found, errors missed, false alarms)."""
    matched = match(findings, errors)
    found = sum(finding is not None for _, finding in matched.errors)
    return found, len(errors) - found, sum(error is None for _, error in matched.findings)


def test_overlap_is_a_hit_whatever_the_accuracy_code() -> None:
    assert counts([finding("TQ602", 5, 9)], [gold("TQ601", 8, 12)]) == (1, 0, 0)


def test_typography_on_an_error_of_meaning_is_an_alarm() -> None:
    assert counts([finding("TQ304", 5, 9)], [gold("TQ601", 5, 9)]) == (0, 1, 1)


def test_two_findings_on_one_error_are_both_right() -> None:
    findings = [finding("TQ101", 0, 2), finding("TQ601", 0, 4)]
    matched = match(findings, [gold("TQ101", 0, 2)])
    assert [named is not None for _, named in matched.findings] == [True, True]
    assert matched.errors[0][1] is findings[0]


def test_a_flagged_paragraph_finds_only_what_it_names() -> None:
    assert counts([finding("TQ205", 0, 400)], [gold("TQ601", 50, 60)]) == (0, 1, 1)
    assert counts([finding("TQ205", 0, 400)], [gold("TQ205", 50, 60)]) == (1, 0, 0)


def test_an_omission_may_be_missed_by_a_few_characters() -> None:
    assert counts([finding("TQ201", 12, 12)], [gold("TQ201", 10, 10)]) == (1, 0, 0)
    assert counts([finding("TQ201", 20, 20)], [gold("TQ201", 10, 10)]) == (0, 1, 1)


def test_a_document_error_is_met_anywhere_by_its_code() -> None:
    assert counts([finding("TQ302", 90, 91)], [gold("TQ302", 3, 4, whole=True)]) == (1, 0, 0)
    assert counts([finding("TQ303", 90, 91)], [gold("TQ302", 3, 4, whole=True)]) == (0, 1, 1)


def test_neutral_findings_count_only_where_something_neutral_is_known() -> None:
    findings = [finding("TQ902", 0, 0), finding("TQ801", 0, 0, severity="neutral")]
    assert counts(findings, []) == (0, 0, 0)
    assert counts(findings, [gold("TQ801", 0, 0, severity="neutral")]) == (1, 0, 0)


def test_the_other_place_of_a_restatement_counts_as_the_place() -> None:
    there = (Place(Span(50, 60), ""),)
    assert counts([finding("TQ404", 5, 9, related=there)], [gold("TQ404", 52, 55)]) == (1, 0, 0)
