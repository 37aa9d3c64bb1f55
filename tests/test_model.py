"""Segments find their way back to the file, whatever stands between view and file."""

from dataclasses import replace

from tqcheck.model import Kind, Mark, Run, Segment, Span, join_segments


def plain(text: str, at: int) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), at, len(text)),))


def test_locate_maps_identity_runs_character_by_character() -> None:
    assert plain("abcdef", 10).locate(2, 4) == Span(12, 14)


def test_locate_takes_an_entity_as_a_whole() -> None:
    file = "a&amp;b"
    segment = Segment(text="a&b", runs=(Run(0, 1, 0, 1), Run(1, 1, 1, 5), Run(2, 1, 6, 1)))
    span = segment.locate(1, 2)
    assert file[span.start : span.end] == "&amp;"
    assert segment.locate(0, 3) == Span(0, 7)


def test_an_empty_range_stays_empty_even_at_the_end() -> None:
    assert plain("abc", 5).locate(3, 3) == Span(8, 8)
    assert plain("abc", 5).locate(1, 1) == Span(6, 6)


def test_a_mark_without_width_stays_with_what_it_follows() -> None:
    text = "One.Two. Three."
    marked = replace(plain(text, 0), marks=tuple(Mark("footnote", at, at, str(at)) for at in (0, 4, 8, 9, 15)))
    parts = [marked.cut(*edges) for edges in ((0, 4), (4, 8), (9, 15))]
    assert [[mark.value for mark in part.marks] for part in parts] == [["0", "4"], ["8"], ["9", "15"]]


def test_cut_keeps_the_way_back() -> None:
    part = plain("one two three", 100).cut(4, 7)
    assert (part.text, part.span) == ("two", Span(104, 107))


def test_joined_segments_locate_across_the_joint() -> None:
    joined = join_segments((plain("One.", 0), plain("Two.", 10)))
    assert joined.text == "One. Two."
    assert joined.locate(5, 9) == Span(10, 14)
    assert joined.locate(0, 9) == Span(0, 14)
    assert joined.kind is Kind.PARAGRAPH


def test_spans_overlap_when_they_share_a_character_or_touch_while_empty() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(3, 3).overlaps(Span(3, 5))
