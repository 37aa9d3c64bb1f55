"""Runs of words that the other side seems not to carry, cut where phrases begin and end: what an added or lost phrase would be.

Of each side of a pair the run is sought whose words fall farthest below the share that is usual in the article, once for each of three
measures of "far", so that a short phrase is not drowned in what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tqcheck.model import Pair, WordShare
from tqcheck.text.function_words import closed_classes
from tqcheck.text.languages import primary
from tqcheck.text.light_words import is_light
from tqcheck.text.word_expressions import UNSPACED

MARKS = frozenset(',;:.!?()[]«»„“”"،؛。，；：！？、（）—–…「」『』')
"""Marks that set phrases apart."""

BELOW = (0.25, 0.12, 0.0)
"""How far below the usual share a word must be to speak for a run rather than against it."""

AT_MARK, AT_GRAMMAR = 0.15, 0.1
"""What a mark at either end, or a grammar word at its beginning, is worth to a run, in shares of a word."""

LONGEST, LONGEST_UNSPACED = 12, 20
"""Words of a run."""

MOST = 0.75
"""Share of a side beyond which a run is no phrase."""

FEWEST = 4
"""Words of a side that is looked at."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair.

    Attributes:
        text: of the side.
        words: its words with what the other side carries of them.
        content: whether each may say something by itself: neither grammar nor light.
        grammar: whether each is of a closed class.
        marks: whether a mark stands before each, and one more for the end; the edges of the side count as marks.
    """

    text: str
    words: tuple[WordShare, ...]
    content: tuple[bool, ...]
    grammar: tuple[bool, ...]
    marks: tuple[bool, ...]

    def spoken(self, first: int, last: int) -> list[WordShare]:
        """The content words from first to last, without the last."""
        return [word for word, said in zip(self.words[first:last], self.content[first:last], strict=True) if said]

    def word(self, word: WordShare) -> str:
        """As it is written."""
        return self.text[word.start : word.end]


def side_of(pair: Pair, name: str) -> Side | None:
    """The `source` or the `target` of a pair that has both and was measured."""
    shares, source, target = pair.evidence.shares, pair.source, pair.target
    if shares is None or source is None or target is None:
        return None
    if name == "source":
        return _side(source.text, shares.source, pair.source_language)
    return _side(target.text, shares.target, pair.target_language)


def runs_of(side: Side, usual: float, language: str) -> Iterator[tuple[int, int]]:
    """(first word, word behind the last) of the runs of a side whose content words are less carried than usual; three at most."""
    count = len(side.words)
    if count < FEWEST:
        return
    longest = LONGEST_UNSPACED if primary(language) in UNSPACED else LONGEST
    worth, shares = _worth_of_edges(side, longest), np.array([word.share for word in side.words])
    found = set[tuple[int, int]]()
    for below in BELOW:
        gains = np.where(side.content, usual - below - shares, 0.0)
        sums = np.concatenate([[0.0], np.cumsum(gains)])
        first, last = divmod(int(np.argmax(worth + sums[None, :] - sums[:-1, None])), count + 1)
        if worth[first, last] < 0:
            return
        while first > 0 and not side.marks[first] and side.grammar[first - 1] and last - first < longest:
            first -= 1
        if any(side.content[first:last]) and (first, last) not in found:
            found.add((first, last))
            yield first, last


def core(side: Side, first: int, last: int, usual: float) -> tuple[int, int]:
    """View offsets of the part of a run that nothing carries: without the words at its ends that are carried as usual.

    What ends at a mark ends there.
    """
    faint = [n for n in range(first, last) if side.content[n] and side.words[n].share < usual - BELOW[1]]
    low, high = (faint[0], faint[-1]) if faint else (first, last - 1)
    high = last - 1 if side.marks[last] else high
    while low > first and side.grammar[low - 1] and not side.marks[low]:
        low -= 1
    return side.words[low].start, side.words[high].end


def _side(text: str, words: tuple[WordShare, ...], language: str) -> Side:
    function = closed_classes(language).function
    written = [text[word.start : word.end] for word in words]
    grammar = tuple(word.casefold() in function for word in written)
    content = tuple(not one and not is_light(word, language) for word, one in zip(written, grammar, strict=True))
    between = [text[one.end : other.start] for one, other in pairwise(words)]
    marks = (True, *(" - " in gap or any(mark in MARKS for mark in gap) for gap in between), True)
    return Side(text, words, content, grammar, marks)


def _worth_of_edges(side: Side, longest: int) -> NDArray[np.float64]:
    """(first, last): what the ends of a run are worth; minus infinity where no phrase ends, and for what is too long."""
    count = len(side.words)
    first, last = np.arange(count)[:, None], np.arange(count + 1)[None, :]
    opens = [AT_GRAMMAR * (mark or one) for mark, one in zip(side.marks[:-1], side.grammar, strict=True)]
    closes = [AT_MARK * mark for mark in side.marks]
    fits = (last > first) & (last - first <= min(longest, MOST * count)) & np.array(_ends(side))[None, :]
    return np.where(fits, np.array(opens)[:, None] + np.array(closes)[None, :], -np.inf)


def _ends(side: Side) -> Sequence[bool]:
    """Where a phrase may end: at a mark, before a grammar word and behind one."""
    steps = [mark or this or that for mark, (this, that) in zip(side.marks[1:-1], pairwise(side.grammar), strict=True)]
    return [False, *steps, True]
