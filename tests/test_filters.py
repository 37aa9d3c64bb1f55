"""Tests of what findings are dropped beside others."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.filters import drop_consequences
from tqcheck.model import Finding, Hit, Pair, Span
from tqcheck.registry import Context, check


@check("TQ601", "mistranslation", category="accuracy", severity="major", silenced_by=("TQ202",))
def mistaken(pair: Pair, context: Context) -> Iterable[Hit]:
    return []


def finding(code: str, span: Span, source: Span) -> Finding:
    return Finding(
        code=code,
        name="",
        category="",
        severity="major",
        confidence=0.5,
        message="",
        segment=0,
        span=span,
        text="",
        source_span=source,
    )


def test_a_finding_that_names_the_whole_source_explains_nothing_elsewhere_in_the_sentence() -> None:
    wrong = finding("TQ601", Span(0, 4), Span(0, 8))
    added = finding("TQ202", Span(30, 47), Span(0, 67))
    assert drop_consequences([wrong, added], {"TQ601": mistaken}) == [wrong, added]


def test_a_finding_on_the_same_words_of_the_source_explains_another() -> None:
    wrong = finding("TQ601", Span(0, 4), Span(0, 8))
    added = finding("TQ202", Span(30, 47), Span(2, 12))
    assert [item.code for item in drop_consequences([wrong, added], {"TQ601": mistaken})] == ["TQ202"]
