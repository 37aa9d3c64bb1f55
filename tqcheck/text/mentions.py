"""Persons and bodies that both sides of a pair name once: by their names, or by what they are (`data/opposites`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.text.concept_search import find_senses
from tqcheck.text.name_rendering import endings_of, rendering_distance
from tqcheck.text.name_words import CASELESS, Word, names_in, words_of
from tqcheck.text.word_patterns import table_language

Span = tuple[int, int]
PARTY_AXES = frozenset({"kin", "role", "person", "body"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One participant: its place in the English text and in the other one, and whether it is a name."""

    english: Span
    other: Span
    name: bool
    words: tuple[str, str]


def find_mentions(english: str, other: str, language: str) -> list[Mention]:
    """The participants that each text names exactly once, in the order of the English one."""
    found = [*_named(english, other, language), *_described(english, other, language)]
    return sorted(found, key=lambda mention: mention.english)


def _named(english: str, other: str, language: str) -> list[Mention]:
    code, found = table_language(language), list[Mention]()
    words = [word for word in words_of(other) if code in CASELESS or word.text[0].isupper()]
    for name in names_in(english, "en"):
        hits = [word for word in words if rendering_distance(name, word, endings_of(language)) == 0]
        twice = sum(word.text == name.text for word in words_of(english)) > 1
        if len(hits) == 1 and not twice:
            found.append(_mention(name, hits[0]))
    return found


def _mention(name: Word, word: Word) -> Mention:
    return Mention((name.start, name.end), (word.start, word.end), True, (name.text, word.text))


def _described(english: str, other: str, language: str) -> list[Mention]:
    sides = [
        [sight for sight in find_senses(text, code) if sight.sense.axis in PARTY_AXES and sight.sense.firm]
        for text, code in ((english, "en"), (other, language))
    ]
    found = list[Mention]()
    for sight in sides[0]:
        here = [item for item in sides[0] if item.sense == sight.sense]
        there = [item for item in sides[1] if item.sense == sight.sense]
        if len(here) == len(there) == 1:
            words = english[sight.start : sight.end], other[there[0].start : there[0].end]
            found.append(Mention((sight.start, sight.end), (there[0].start, there[0].end), False, words))
    return found


def between(text: str, one: Span, two: Span) -> str:
    """The text between two places, whichever comes first."""
    first, second = sorted((one, two))
    return text[first[1] : second[0]]


def nearest_before(mentions: Sequence[Mention], at: int) -> list[Mention]:
    """The mentions that end before a place of the English text, the nearest first."""
    return sorted((item for item in mentions if item.english[1] <= at), key=lambda item: -item.english[1])
