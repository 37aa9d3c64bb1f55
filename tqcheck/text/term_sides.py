"""The words of both sides of a document by their stems, and the places where a term is rendered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.text.statement_words import Word, split_words


@dataclass(frozen=True, slots=True)
class Rendering:
    """One use of a rendering: index of the sentence pair and offsets in its translation."""

    pair: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Variants:
    """A source term, the uses of its usual rendering and those of another one."""

    term: str
    main: tuple[Rendering, ...]
    odd: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one side: per pair, and the pairs that hold each stem."""

    words: tuple[tuple[Word, ...], ...]
    pairs_of: dict[str, frozenset[int]]


def read_side(texts: Sequence[str], language: str) -> Side:
    """The words of the texts of one side, in order."""
    words = tuple(tuple(split_words(text, language)) for text in texts)
    pairs_of: defaultdict[str, set[int]] = defaultdict(set)
    for index, row in enumerate(words):
        for word in row:
            pairs_of[word.stem].add(index)
    return Side(words, {stem: frozenset(found) for stem, found in pairs_of.items()})


def use_of(index: int, stem: str, target: Side) -> Rendering:
    """Where a pair's translation first has a word with a stem."""
    word = next(word for word in target.words[index] if word.stem == stem)
    return Rendering(index, word.start, word.end)
