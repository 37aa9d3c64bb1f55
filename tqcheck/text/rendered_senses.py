"""Where a translation names a sense of a homonym: its words, less those that render another word of the source."""

from __future__ import annotations

from tqcheck.model import Pair
from tqcheck.text.bilingual import read_headwords
from tqcheck.text.locale_facts import primary
from tqcheck.text.overlaps import overlap
from tqcheck.text.scripts import UNSPACED_LANGUAGES
from tqcheck.text.senses import Sense
from tqcheck.text.word_patterns import compile_words, fold

Span = tuple[int, int]


def sense_places(sense: Sense, text: str, language: str) -> list[Span]:
    """Where a text has words of a sense."""
    return [match.span() for match in compile_words(sense.words, language).finditer(fold(text, language))]


def own_places(sense: Sense, pair: Pair, homonym: Span) -> list[Span]:
    """Where the translation has words of a sense that do not render another word of the source than the homonym."""
    if pair.source is None or pair.target is None:
        return []
    places = sense_places(sense, pair.target.text, pair.target_language)
    return [place for place in places if not _is_piece(pair, place) and not _renders_another(pair, homonym, place)]


def _is_piece(pair: Pair, place: Span) -> bool:
    """Whether one character of a text without spaces is, by the dictionary, part of a longer word: 方 in 地方."""
    if pair.target is None or place[1] - place[0] > 1 or primary(pair.target_language) not in UNSPACED_LANGUAGES:
        return False
    readings = read_headwords(pair.target.text, pair.target_language, pair.source_language)
    return any(end - start > 1 and overlap((start, end), place) for start, end, _ in readings)


def renders_beside(pair: Pair, homonym: Span, place: Span) -> bool:
    """Whether, by the dictionary, a word of the translation may render a word of the source beside the homonym, such as a second one."""
    said, _, beside = _meanings(pair, homonym, place)
    return bool(said & beside)


def _renders_another(pair: Pair, homonym: Span, place: Span) -> bool:
    """Whether, by the dictionary, a word of the translation renders a word of the source other than the homonym, and not this."""
    said, own, beside = _meanings(pair, homonym, place)
    return not said & own and bool(said & beside)


def _meanings(pair: Pair, homonym: Span, place: Span) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The headwords of a word of the translation, of the homonym, and of the other words of the source."""
    if pair.source is None or pair.target is None:
        return frozenset(), frozenset(), frozenset()
    languages = pair.source_language, pair.target_language
    said = _headwords(read_headwords(pair.target.text, languages[1], languages[0]), place, within=True)
    if not said:
        return said, said, said
    given = read_headwords(pair.source.text, *languages)
    return said, _headwords(given, homonym, within=True), _headwords(given, homonym, within=False)


def _headwords(readings: list[tuple[int, int, frozenset[str]]], place: Span, *, within: bool) -> frozenset[str]:
    """The headwords of the words that overlap a place, or of all the others."""
    return frozenset[str]().union(*(words for start, end, words in readings if overlap((start, end), place) == within))
