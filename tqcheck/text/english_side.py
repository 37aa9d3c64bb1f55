"""Which side of a pair is English: it tells roles by its order, the other side by its own means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.model import Link
from tqcheck.text.word_patterns import table_language

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EnglishSide:
    """The two texts of a pair, English first, and the other's language."""

    english: str
    other: str
    language: str
    is_source: bool

    def places(self, english: Span, other: Span) -> tuple[Span, Span]:
        """(place in the translation, place in the source) of a place in each text."""
        return (other, english) if self.is_source else (english, other)

    def linked(self, links: Sequence[Link]) -> list[tuple[Span, Span]]:
        """(English place, other place) of each link."""
        both = [((link.source.start, link.source.end), (link.target.start, link.target.end)) for link in links]
        return both if self.is_source else [(there, here) for here, there in both]


def english_side(source: str, target: str, source_language: str, target_language: str) -> EnglishSide | None:
    """The pair by its English side; None where both or neither are English."""
    is_source = table_language(source_language) == "en"
    if is_source == (table_language(target_language) == "en"):
        return None
    if is_source:
        return EnglishSide(source, target, target_language, is_source)
    return EnglishSide(target, source, source_language, is_source)
