"""How surely the source says nothing of each word of a translation: what the word vectors, the links and the dictionary tell together.

The vectors find a partner for every "with" and "time", the dictionary holds half of the words: each alone is wrong too often to say that
three words were added, together they are right more often. Weights: `added_strength.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tqcheck.align.renderings import find_heads
from tqcheck.checks.linked_words import target_words
from tqcheck.checks.phrase_runs import Side, side_of
from tqcheck.checks.phrase_strength import UsualShares
from tqcheck.model import Pair, Span, WordShare

SHORT = 3
"""Letters up to which a word says little."""
LOW = 0.2
"""How far below the usual share some content word must be, so that a sentence is looked at."""
MOST: Final = 4.0
"""Log odds of a word, at most and, below zero, at least."""
_Heads = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class UnsaidWords:
    """A translation's side, its source's, and what is known of each content word: place among the words -> features."""

    ours: Side
    theirs: Side
    features: Mapping[int, Mapping[str, float]]

    def odds(self, weights: Mapping[str, float]) -> dict[int, float]:
        """Log odds that the source does not say a word, by its place."""
        return {
            place: max(-MOST, min(MOST, sum(weight * found.get(name, 1.0) for name, weight in weights.items())))
            for place, found in self.features.items()
        }


def unsaid_words(pair: Pair, usual: UsualShares) -> UnsaidWords | None:
    """What is known of the words of a translation; None where nothing was measured, or every word has its share."""
    ours, theirs = side_of(pair, "target"), side_of(pair, "source")
    carried = usual.carried["added"]
    if ours is None or theirs is None or not any(word.share < carried - LOW for word in _content(ours)):
        return None
    here = find_heads(ours.text, _spans(ours), pair.target_language, pair.source_language)
    there = find_heads(theirs.text, _spans(theirs), pair.source_language, pair.target_language)
    return UnsaidWords(ours, theirs, _describe(pair, (ours, theirs), (here, there), usual))


def _describe(
    pair: Pair, sides: tuple[Side, Side], heads: tuple[_Heads, _Heads], usual: UsualShares
) -> dict[int, Mapping[str, float]]:
    (ours, theirs), (here, there) = sides, heads
    said, links, carried = frozenset[str]().union(*there), target_words(pair), usual.carried["added"]
    places = [place for place, one in enumerate(ours.content) if one]
    rendered = {place for place in places if not said.isdisjoint(here[place])}
    total, left = sum(ours.words[place].share for place in places), _left_over(theirs, there, here)
    found = dict[int, Mapping[str, float]]()
    for place in places:
        word, text = ours.words[place], ours.word(ours.words[place])
        found[place] = {
            "gap": carried - word.share,
            "link": links.strongest(word.start, word.end),
            "rendered": float(place in rendered),
            "unknown": float(not here[place]),
            "rest": (total - word.share + 2 * carried) / (len(places) + 1),
            "left": left,
            "short": float(len(text) <= SHORT),
            "repeated": float(usual.passages["added"].get(text.casefold(), 0) > 1),
        }
    return found


def _left_over(side: Side, heads: _Heads, others: _Heads) -> float:
    """What a content word of the source has left on average: then something was rendered freely, and nothing need be added."""
    said = frozenset[str]().union(*others)
    left = [
        (1 - word.share) * (1.0 if said.isdisjoint(found) else 0.3)
        for word, found, one in zip(side.words, heads, side.content, strict=True)
        if one
    ]
    return sum(left) / (len(left) + 1)


def _content(side: Side) -> list[WordShare]:
    return side.spoken(0, len(side.words))


def _spans(side: Side) -> list[Span]:
    return [Span(word.start, word.end) for word in side.words]
