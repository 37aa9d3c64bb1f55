"""Phrases are asked about as wholes, and what a translation lacks is put back where it was lost."""

import pytest

from tqcheck.engines.firefox.suggest import cut_phrase
from tqcheck.engines.probing.phrases import chunk_deletions, gap_behind, places_of
from tqcheck.model import Link, Span, TokenScore

TEXT = "The council met on Monday with the mayors of eleven villages from the northern valley."


def tokens(text, costly):
    """Every word costs nothing but those of a stretch, which cost eight nats each."""
    first, result, place = text.index(costly), [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        result.append(TokenScore(start, place, -8.0 if first <= start < first + len(costly) else -0.01))
    return result


def test_a_stretch_of_chunks_that_surprises_throughout_is_one_edit():
    lost = "with the mayors of eleven villages from the northern valley"
    edits = chunk_deletions(TEXT, tokens(TEXT, lost), "en")
    assert edits[0].apply(TEXT) == "The council met on Monday."


def test_a_long_stretch_with_cheap_words_is_none():
    assert chunk_deletions(TEXT, tokens(TEXT, "northern valley"), "en") == []


@pytest.mark.parametrize(
    ("continued", "ended", "rest", "wanted"),
    [
        ("since 1800.", True, ".", "since 1800"),
        ("since 1800 and", False, ".", ""),
        ("his wife and children left Lisbon today.", True, " left Lisbon today.", "his wife and children"),
        ("left Lisbon today.", True, " left Lisbon today.", ""),
        ("his wife went home.", True, " left Lisbon today.", ""),
        ("", True, ".", ""),
    ],
)
def test_a_continuation_counts_up_to_where_it_meets_the_translation(continued, ended, rest, wanted):
    assert cut_phrase(continued, ended, rest) == wanted


def test_the_gap_is_behind_what_renders_the_words_before_it():
    source, given = "Ele falou ontem em Lisboa.", "He spoke in Lisbon."
    links = [Link(Span(4, 9), Span(3, 8)), Link(Span(0, 3), Span(0, 2)), Link(Span(19, 25), Span(12, 18))]
    assert gap_behind(links, source.index("ontem")) == given.index(" in")
    assert gap_behind([], 5) == 0
    assert places_of(source, given, links, (9, 15)) == (8,)


def test_what_the_source_ends_with_may_be_missing_at_the_end():
    source, given = "Ele falou ontem em Lisboa.", "He spoke."
    assert places_of(source, given, [Link(Span(0, 3), Span(0, 2))], (10, 25)) == (2, 8)
