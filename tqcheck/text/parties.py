"""Persons and bodies that a text names by what they are, out of two lexicons: `data/participants.toml`, `data/opposites`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tqcheck.text.concept_search import find_senses
from tqcheck.text.concepts import axes
from tqcheck.text.participants import english_key, rows_of
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, heads_in, table_language

Span = tuple[int, int]
_AXES = frozenset({"kin", "role", "person", "body"})
"""Axes of `data/opposites` whose values are persons and bodies."""


_GROWN = "grown"
"""The axis of men and women, who may be relatives."""
_BODY_ROWS = frozenset({"bodies", "places"})
_BODIES = frozenset({"association", "club", "team", "committee", "party", "parliament", "army"})
"""Bodies of the rows that hold persons too."""


@dataclass(frozen=True, slots=True)
class Party:
    """A word for a person or a body: its place, and what it may mean, by the first English word of each."""

    start: int
    end: int
    meanings: frozenset[str]


@lru_cache(maxsize=4096)
def find_parties(text: str, language: str) -> tuple[Party, ...]:
    """The words that name persons or bodies for certain, in reading order; what overlaps is one with the meanings of both."""
    merged: list[Party] = []
    for start, end, meaning in sorted(_sightings(text, language, firm=True)):
        if table_language(language) == "en" and _is_title(text, start):
            continue
        if merged and start < merged[-1].end:
            last = merged.pop()
            merged.append(Party(last.start, max(end, last.end), last.meanings | {meaning}))
        else:
            merged.append(Party(start, end, frozenset({meaning})))
    return tuple(merged)


def is_body(party: Party) -> bool:
    """Whether a word names a body or a place that acts as one, no person."""
    return not party.meanings.isdisjoint(_bodies())


@lru_cache(maxsize=4096)
def named(text: str, language: str, *, firm: bool = False) -> frozenset[str]:
    """What the words of a text may name, surely or not, or surely alone."""
    return frozenset(meaning for *_, meaning in _sightings(text, language, firm=firm))


@lru_cache(maxsize=4096)
def may_mean(text: str, language: str) -> frozenset[str]:
    """What a text may name, surely or not, and what translators render by the words of these."""
    named_here = named(text, language)
    sure = named(text, language, firm=True) | (named_here & {*axes()[_GROWN].values})
    return frozenset(named_here.union(*(_alike().get(meaning, ()) for meaning in sure)))


def _is_title(text: str, start: int) -> bool:
    """Whether an English word has a capital: part of a name, or a verb or a singular without its article that begins a sentence."""
    return text[start].isupper()


def _sightings(text: str, language: str, *, firm: bool) -> Iterator[tuple[int, int, str]]:
    for sight in find_senses(text, language):
        sense = sight.sense
        known = sense.firm if sense.axis == _GROWN and not firm else sense.axis in _AXES and (sense.firm or not firm)
        if known:
            yield sight.start, sight.end, sense.value
    folded, code = fold(text, language), table_language(language)
    listed, heads = _listed(code), _by_head(code)
    for number in sorted({number for head in heads_in(folded) for number in heads.get(head, ())}):
        meaning, words = listed[number]
        for match in compile_words(words, code).finditer(folded):
            yield match.start(), match.end(), meaning


@cache
def _bodies() -> frozenset[str]:
    listed = {english_key(*key) for key, _ in rows_of("en") if key[0] in _BODY_ROWS}
    return frozenset(listed.union(axes()["body"].values, _BODIES))


@cache
def _listed(code: str) -> tuple[tuple[str, str], ...]:
    """(meaning, words) of the rows of persons and bodies in a language."""
    return tuple((english_key(*key), words) for key, words in rows_of(code) if words)


@cache
def _by_head(code: str) -> dict[str, tuple[int, ...]]:
    """Numbers of those rows by how their words begin: few rows share it with a sentence."""
    found = dict[str, list[int]]()
    for number, (_, words) in enumerate(_listed(code)):
        for head in compile_words(words, code).heads:
            found.setdefault(head, []).append(number)
    return {head: tuple(numbers) for head, numbers in found.items()}


@cache
def _alike() -> dict[str, frozenset[str]]:
    """Each meaning with what may stand for it."""
    found: dict[str, set[str]] = {}
    for group in table("alike_parties")["groups"]:
        first, *others = str(group).split()
        for other in others:
            found.setdefault(first, set()).add(other)
            found.setdefault(other, set()).add(first)
    return {meaning: frozenset(others) for meaning, others in found.items()}
