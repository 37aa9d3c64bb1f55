"""Nouns of persons and bodies that two clauses have once each, however often the sentences around them have them."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.mentions import Mention, is_person, is_somebody

Span = tuple[int, int]


def local_parties(
    english: str, other: str, language: str, here: Span, there: Span, known: Container[Span]
) -> Iterator[tuple[Mention, frozenset[str]]]:
    """The nouns of a stretch of the English text and one of the other, each with its headwords, those `known` apart."""
    ours, theirs = read_both((english, ENGLISH), (other, language))
    mine = _within(ours, here)
    nouns = [one for one in mine if one[:2] not in known and is_somebody(english[one[0] : one[1]])]
    yours = _within(theirs, there) if nouns else []
    for start, end, heads in nouns:
        partners = [reading for reading in yours if reading[2] & heads]
        if len(partners) != 1:
            continue
        first, last, senses = partners[0]
        if sum(bool(reading[2] & senses) for reading in mine) == 1:
            words = english[start:end], other[first:last]
            yield Mention((start, end), (first, last), False, words, is_person(words[0])), senses


def _within(readings: list[Reading], place: Span) -> list[Reading]:
    return [reading for reading in readings if place[0] <= reading[0] and reading[1] <= place[1]]
