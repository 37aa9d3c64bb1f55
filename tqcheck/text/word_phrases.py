"""Entries of a word list that are more than one plain word, each found by itself.

A pattern of all that may stand in a text would be a new one for every text, and takes longer to compile than to use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import regex

from tqcheck.text.word_expressions import LETTER, PROCLITICS, UNSPACED, expression
from tqcheck.text.word_places import Place, is_letter, words_of

LONGEST_END = 24
"""Letters that may follow the beginning of a word in a phrase."""
_BETWEEN = regex.compile(r"[\s\-]+")
_MARKS, _GAPS = regex.compile(r"[_~*]"), regex.compile(r"[~*]")

Found: TypeAlias = "regex.Match[str] | Place"
"""What both have: the offsets, and the text by [0]."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry.

    Attributes:
        entry: as the table writes it.
        code: the table language.
        piece: its longest letters, which stand in all that it matches.
        parts: all such letters, where one space divides words.
        words: its words, and whether they only begin what is meant, where it is nothing but words; empty: its pattern finds it.
    """

    entry: str
    code: str
    piece: str
    parts: tuple[str, ...]
    words: tuple[tuple[str, bool], ...]

    def may_stand(self, text: str, spaced: str) -> bool:
        """Whether all its letters stand in a text, which is given with one space between words, too."""
        return self.piece in text and all(part in spaced for part in self.parts)

    def find(self, text: str, start: int) -> Found | None:
        """The first match from a place on."""
        if not self.words:
            return compile_entries((self.entry,), self.code, clitics=False).search(text, start)
        return next((place for place in _places(self.words, text) if place.low >= start), None)

    def fullmatch(self, text: str) -> Found | None:
        """The match of the whole text."""
        if not self.words:
            return compile_entries((self.entry,), self.code, clitics=False).fullmatch(text)
        return next((place for place in _places(self.words, text) if place.span() == (0, len(text))), None)


def read_phrase(entry: str, code: str) -> Phrase:
    """An entry as a phrase."""
    pieces = _MARKS.split(entry)
    parts = _GAPS.split(entry.replace("_", " ").replace("-", " "))
    words = entry.split("_")
    plain = all(word.strip("*") and all(map(is_letter, word.removesuffix("*"))) for word in words)
    return Phrase(
        entry,
        code,
        max(pieces, key=len),
        tuple(part for part in parts if part),
        tuple((word.removesuffix("*"), word.endswith("*")) for word in words) if plain else (),
    )


@lru_cache(maxsize=4096)
def _places(words: tuple[tuple[str, bool], ...], text: str) -> tuple[Place, ...]:
    """Where words stand one after another, with nothing but spaces and hyphens between."""
    given, count = words_of(text), len(words)
    found = list[Place]()
    for first in range(len(given) - count + 1):
        here = given[first : first + count]
        if all(map(_is_word, here, words)) and all(
            _BETWEEN.fullmatch(text, one[0] + len(one[1]), two[0]) for one, two in pairwise(here)
        ):
            found.append(Place(text, here[0][0], here[-1][0] + len(here[-1][1])))
    return tuple(found)


def _is_word(given: tuple[int, str], wanted: tuple[str, bool]) -> bool:
    word, (letters, begins) = given[1], wanted
    return word == letters or (begins and word.startswith(letters) and len(word) <= len(letters) + LONGEST_END)


def merge_found(
    text: str, start: int, plain: Sequence[Place], finding: dict[str, str], phrases: Sequence[Phrase]
) -> Iterator[Found]:
    """What one pattern of plain words and phrases would find from a place on: the first, of those at one place the longest entry's.

    `finding`: of each plain word the first of the entries that find it.
    """
    ordered, at = sorted(phrases, key=lambda phrase: order_of(phrase.entry)), start
    while True:
        options: list[tuple[int, tuple[int, str], Found]] = [
            (found.start(), order_of(phrase.entry), found) for phrase in ordered if (found := phrase.find(text, at))
        ]
        first = next((place for place in plain if place.low >= at), None)
        if first is not None:
            options.append((first.low, order_of(finding[first[0]]), first))
        if not options:
            return
        best = min(options, key=lambda option: option[:2])[2]
        yield best
        at = max(best.end(), best.start() + 1)


def order_of(entry: str) -> tuple[int, str]:
    """What sorts entries by which of them wins at one place: the longest."""
    return -len(entry), entry


@lru_cache(maxsize=16384)
def compile_entries(entries: tuple[str, ...], code: str, *, clitics: bool) -> regex.Pattern[str]:
    """Entries as one pattern, the longest first."""
    options = "|".join(expression(entry, code) for entry in sorted(set(entries), key=order_of))
    if code in UNSPACED:
        return regex.compile(options)
    before = PROCLITICS.get(code, "") if clitics else ""
    return regex.compile(rf"(?<!{LETTER}){before}(?:{options})")
