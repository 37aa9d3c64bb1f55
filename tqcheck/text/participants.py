"""Nouns of people, bodies, animals and places that two languages have in common: `data/participants.toml`, ten in a row, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from tqcheck.text.tables import table
from tqcheck.text.word_patterns import WordPattern, compile_words, fold, table_language

Span = tuple[int, int]
_ABSENT = "-"
_THINGS = frozenset({"bodies", "places", "animals", "land", "directions"})
"""Rows that hold no human beings."""
_NO_PARTIES = frozenset({"animals", "land", "directions"})
"""Rows of what neither is a person nor acts as one."""
_SETTLEMENTS = frozenset({("land", 5), ("land", 6)})
"""Villages and towns, which do."""


def find_participants(english: str, other: str, language: str) -> Iterator[tuple[Span, Span, bool]]:
    """(place in the English text, place in the other one, whether it is a person) of nouns that each text has exactly once."""
    folded, code = fold(other, language), table_language(language)
    found: dict[tuple[str, int], list[Span]] = {}
    for match in _any_english().finditer(fold(english, "en")):
        for key in _keys(match[0]):
            found.setdefault(key, []).append(match.span())
    for key, places in found.items():
        words = _row(key[0], code)
        here = [match.span() for match in compile_words(words[key[1]], code).finditer(folded)] if words else []
        if len(places) == len(here) == 1:
            yield places[0], here[0], key[0] not in _THINGS


def find_persons(english: str) -> list[Span]:
    """Where an English text names human beings by what they are."""
    return [
        match.span()
        for match in _any_english().finditer(fold(english, "en"))
        if any(name not in _THINGS for name, _ in _keys(match[0]))
    ]


def rows_of(code: str) -> Iterator[tuple[tuple[str, int], str]]:
    """((row, place), words) of the rows of persons and bodies in a table language."""
    for name in table("participants"):
        rows = enumerate(_row(name, code))
        yield from (
            ((name, place), words) for place, words in rows if name not in _NO_PARTIES or (name, place) in _SETTLEMENTS
        )


@cache
def english_key(name: str, place: int) -> str:
    """The first English word at a place of a row: what its words mean."""
    return _row(name, "en")[place].split()[0].strip("*")


@cache
def _row(name: str, code: str) -> tuple[str, ...]:
    """The ten lists of a row in a language; () where it has none."""
    row = str(table("participants")[name].get(code, ""))
    lists = [words.strip() for words in row.split(",")] if row else []
    return tuple("" if words == _ABSENT else words for words in lists)


@cache
def _any_english() -> WordPattern:
    return compile_words(" ".join(word for name in table("participants") for word in _row(name, "en")), "en")


@lru_cache(maxsize=2048)
def _keys(word: str) -> tuple[tuple[str, int], ...]:
    """The rows and places that an English word is listed at."""
    return tuple(
        (name, place)
        for name in table("participants")
        for place, words in enumerate(_row(name, "en"))
        if compile_words(words, "en").fullmatch(word)
    )
