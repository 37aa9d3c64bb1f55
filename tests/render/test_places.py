"""View ranges and contexts, including entities, long lines and gaps."""

from __future__ import annotations

import pytest

from tests.render.reports import segment
from tqcheck.model import Run, Segment, Span
from tqcheck.render.places import CONTEXT_LENGTH, SegmentFinder, context_of, view_range
from tqcheck.text.offsets import LineIndex

# the file says "a &amp; b"; the view says "a & b"
ENTITY = Segment(text="a & b", runs=(Run(0, 2, 10, 2), Run(2, 1, 12, 5), Run(3, 2, 17, 2)))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(10, 19), (0, 5)),
        (Span(12, 17), (2, 3)),
        (Span(14, 15), (2, 3)),
        (Span(18, 19), (4, 5)),
        (Span(19, 19), (5, 5)),
        (Span(18, 18), (4, 4)),
        (Span(0, 5), None),
        (Span(30, 30), None),
    ],
)
def test_view_range_is_the_inverse_of_locate(span: Span, expected: tuple[int, int] | None) -> None:
    assert view_range(ENTITY, span) == expected


def test_every_view_range_comes_back_from_the_file() -> None:
    for start in range(6):
        for end in range(start, 6):
            assert view_range(ENTITY, ENTITY.locate(start, end)) == (start, end)


def test_a_span_over_two_segments_is_found_in_both() -> None:
    finder = SegmentFinder([segment("first", 0), None, segment("second", 6)])
    assert list(finder.ranges(Span(3, 8))) == [(0, 3, 5), (2, 0, 2)]


def test_a_gap_between_two_segments_belongs_to_the_finding_s_own() -> None:
    finder = SegmentFinder([segment("first", 0), segment("second", 5)])
    assert list(finder.ranges(Span(5, 5), preferred=0)) == [(0, 5, 5)]
    assert list(finder.ranges(Span(5, 5))) == [(1, 0, 0)]


@pytest.mark.parametrize("at", [0, 5, 900, 1990])
def test_context_of_a_long_line_is_a_window_that_holds_the_span(at: int) -> None:
    text = "x" * 7 + "\n" + "0123456789" * 200
    context = context_of(LineIndex(text), text, Span(8 + at, 8 + at + 5))
    assert len(context["text"]) == CONTEXT_LENGTH
    assert context["text"][context["start"] : context["end"]] == text[8 + at : 8 + at + 5]


def test_context_stays_in_the_first_line_of_a_span_over_lines() -> None:
    text = "one\r\ntwo\rthree"
    context = context_of(LineIndex(text), text, Span(6, 12))
    assert context == {"text": "two", "start": 1, "end": 3}


def test_context_of_a_span_longer_than_the_window_starts_at_the_span() -> None:
    text = "a " * 300
    context = context_of(LineIndex(text), text, Span(100, 500))
    assert context["start"] == 0
    assert context["end"] == len(context["text"]) == CONTEXT_LENGTH
