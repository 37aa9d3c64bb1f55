"""Persons and bodies, and whatever else both sides have once, with the headwords that the other side's word renders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.text.mentions import Mention, find_mentions, is_person
from tqcheck.text.overlaps import overlap
from tqcheck.text.shared_words import find_shared_words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SharedParty:
    """A noun that both sides have once.

    Attributes:
        senses: headwords that the other side's word renders; empty where no dictionary has it.
        listed: it is a name, or a noun of persons or bodies.
    """

    mention: Mention
    senses: frozenset[str]
    listed: bool


def find_parties(
    english: str, other: str, language: str, linked: Sequence[tuple[Span, Span]] = ()
) -> tuple[SharedParty, ...]:
    """The nouns in the order of the English text; `linked` = (English, other) places of words that render each other."""
    return _find(english, other, language, tuple(linked))


@lru_cache(maxsize=64)
def _find(english: str, other: str, language: str, linked: tuple[tuple[Span, Span], ...]) -> tuple[SharedParty, ...]:
    words = find_shared_words(english, other, language)
    senses = {word.other: word.senses for word in words}
    sure = {mention.other for mention in find_mentions(english, other, language)}
    found = [
        SharedParty(mention, senses.get(mention.other, frozenset()), mention.other in sure or mention.person)
        for mention in find_mentions(english, other, language, linked)
    ]
    for word in words:
        if not any(
            overlap(word.english, one.mention.english) or overlap(word.other, one.mention.other) for one in found
        ):
            both = english[slice(*word.english)], other[slice(*word.other)]
            mention = Mention(word.english, word.other, False, both, is_person(both[0]))
            found.append(SharedParty(mention, word.senses, mention.person))
    return tuple(sorted(found, key=lambda party: party.mention.english))
