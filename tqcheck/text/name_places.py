"""Where names stand: beside another name, and how far into the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Protocol

from tqcheck.text.name_words import Word

Renders = Callable[[Word, Word], bool]


def same_neighbour(name: Word, word: Word, names: Sequence[Word], words: Sequence[Word], renders: Renders) -> bool:
    """Whether both stand on the same side of one further name: `Elin Jones` and `Glenn Jones`."""
    for step in (-1, 1):
        left, right = beside(name, names, step), beside(word, words, step)
        if left is not None and right is not None and renders(left, right):
            return True
    return False


def beside(word: Word, words: Sequence[Word], step: int) -> Word | None:
    """The word right before or after, with one space between."""
    at = bisect_left(words, word.start, key=lambda other: other.start)
    if at >= len(words) or words[at].start != word.start or not 0 <= at + step < len(words):
        return None
    other = words[at + step]
    return other if (other.start - word.end if step > 0 else word.start - other.end) == 1 else None


MOST = 48
"""Words of a text that one name is compared with: those nearest to where it would stand."""


def nearest(at: Word, own: str, words: Sequence[Word], text: str) -> Sequence[Word]:
    """The words of one text that stand nearest to the place of a word in the other, so that long lists of names cost no square.

    Args:
        at: the word; own: its text; words: of the other text, in order; text: the other text.
    """
    if len(words) <= MOST:
        return words
    place = at.start * len(text) / max(1, len(own))
    middle = bisect_left(words, place, key=lambda word: word.start)
    start = max(0, min(middle - MOST // 2, len(words) - MOST))
    return words[start : start + MOST]


def displacement(name: Word, word: Word, source: str, target: str) -> float:
    """How far apart two words stand, as a share of the sentence: 0 at the same place, 1 at opposite ends."""
    return abs(name.start / max(1, len(source)) - word.start / max(1, len(target)))


class Rendered(Protocol):
    """What is read of a pair of texts: its names, its words, and which renders which (`NamePair`)."""

    @property
    def names(self) -> Sequence[Word]:
        """Words of the source that may be names."""

    @property
    def words(self) -> Sequence[Word]:
        """Words of the translation that can render one."""

    @property
    def rendered_once(self) -> Sequence[tuple[Word, Word]]:
        """Some names that one word alone renders, with that word."""

    def renders(self, name: Word, word: Word) -> bool:
        """Whether the word renders the name."""

    def renderings_of(self, name: Word) -> Sequence[Word]:
        """The words that render the name."""

    def owners_of(self, word: Word) -> Sequence[Word]:
        """The words of the source that the word renders."""


def is_expansion(name: Word, word: Word, pair: Rendered) -> bool:
    """Whether the translation adds the word to a name that the source has without this one: `Flake`, `Jeff Flake`."""
    for step in (-1, 1):
        other = beside(word, pair.words, step)
        if other is None:
            continue
        owners = [owner for owner in pair.owners_of(other) if owner != name and owner in pair.names]
        if owners and not any(_touches(name, owner) for owner in owners):
            return True
    return False


def completes(word: Word, pair: Rendered, are_one: Callable[[str, str], bool]) -> bool:
    """Whether a word stands beside one that renders a name of the source, and the two names are one person's (`are_one`)."""
    for step in (-1, 1):
        other = beside(word, pair.words, step)
        if other is not None and any(are_one(name.text, word.text) for name in pair.owners_of(other)):
            return True
    return False


def is_reduction(name: Word, word: Word, pair: Rendered) -> bool:
    """Whether the source has the name beside another one that the translation has without this word: a first name left out."""
    for step in (-1, 1):
        other = beside(name, pair.names, step)
        if other is None:
            continue
        rendered = pair.renderings_of(other)
        if rendered and not any(_touches(word, one) for one in rendered):
            return True
    return False


def _touches(one: Word, other: Word) -> bool:
    return min(abs(one.start - other.end), abs(other.start - one.end)) <= 1


def contradicted_order(name: Word, word: Word, pair: Rendered) -> float:
    """Share of the other names, each rendered by one word, that stand on the other side of the word than of the name."""
    sides = [
        (other.start < name.start) != (found.start < word.start)
        for other, found in pair.rendered_once
        if other != name and found != word
    ]
    return sum(sides) / len(sides) if sides else 0.0


_MARKS = frozenset('.,;:!?()"“”„«»…，。、؛،।—–')


def same_edges(name: Word, word: Word, source: str, target: str) -> bool:
    """Whether both stand between marks of the same kind, one mark at least: `(Jones,` and `(Müller,`."""
    edges = [
        (text[max(0, at.start - 1) : at.start] in _MARKS, text[at.end : at.end + 1] in _MARKS)
        for at, text in ((name, source), (word, target))
    ]
    return edges[0] == edges[1] and any(edges[0])
