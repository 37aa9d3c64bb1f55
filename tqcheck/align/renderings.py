"""Words of a pair that the dictionary says can render each other; several for a word where several can."""

from __future__ import annotations

from tqcheck.model import Link, Pair, Span
from tqcheck.text.bilingual import ENGLISH, read_headwords
from tqcheck.text.locale_facts import primary


def find_renderings(pair: Pair) -> tuple[Link, ...] | None:
    """Links by the dictionary, in the order of the source, strength 1; None where one side is missing or no dictionary serves the pair."""
    languages = primary(pair.source_language), primary(pair.target_language)
    if pair.source is None or pair.target is None or (languages[0] == ENGLISH) == (languages[1] == ENGLISH):
        return None
    here = read_headwords(pair.source.text, *languages)
    there = read_headwords(pair.target.text, *reversed(languages))
    if not here or not there:
        return None
    return tuple(
        Link(Span(start, end), Span(first, last), 1.0)
        for start, end, found in here
        for first, last, rendered in there
        if found & rendered
    )
