"""Words that render each other by the dictionary, where neither side has another word that could."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.overlaps import overlap

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word of the English text and the one of the other that renders it.

    Attributes:
        senses: headwords that the other word can render, that of the English word among them.
    """

    english: Span
    other: Span
    senses: frozenset[str]


def find_shared_words(
    english: str, other: str, language: str, linked: Iterable[tuple[Span, Span]] = ()
) -> list[SharedWord]:
    """The words that both sides have once, in the order of the English ones; `linked` = (English, other) for words of no dictionary."""
    here, there = read_both((english, ENGLISH), (other, language))
    found = list(_pair_off(here, there))
    read = [start for start, *_ in here], [start for start, *_ in there]
    for one, two in linked:
        if not any(overlap(one, known.english) or overlap(two, known.other) for known in found):
            senses = frozenset[str]().union(*(heads for start, _, heads in there if start == two[0]))
            if not senses or one[0] not in read[0]:
                found.append(SharedWord(one, two, senses))
    return sorted(found, key=lambda word: word.english)


def _pair_off(here: list[Reading], there: list[Reading]) -> Iterator[SharedWord]:
    for start, end, heads in here:
        partners = [reading for reading in there if reading[2] & heads]
        if len(partners) != 1:
            continue
        first, last, senses = partners[0]
        rivals = [reading for reading in here if reading[2] & senses]
        if len(rivals) == 1:
            yield SharedWord((start, end), (first, last), senses)
