"""How surely one side says nothing of each word of the other: what the word vectors, the links and the dictionary tell together.

The vectors find a partner for every "with" and "time", the dictionary holds half of the words: each alone is wrong too often to say that
three words were added or left out, together they are right more often. Weights: `unsaid_strength.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tqcheck.align.renderings import find_heads
from tqcheck.checks.linked_words import source_words, target_words
from tqcheck.checks.phrase_runs import Side, side_of
from tqcheck.checks.phrase_strength import SIDES, Kind, UsualShares
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
    """A kind of run, the side it would stand on, the other one, and what is known of each content word by its place."""

    kind: Kind
    ours: Side
    theirs: Side
    features: Mapping[int, Mapping[str, float]]

    def odds(self, weights: Mapping[str, float]) -> dict[int, float]:
        """Log odds that the other side does not say a word, by its place."""
        return {
            place: max(-MOST, min(MOST, sum(weight * found.get(name, 1.0) for name, weight in weights.items())))
            for place, found in self.features.items()
        }


def unsaid_words(pair: Pair, usual: UsualShares, kind: Kind = "added") -> UnsaidWords | None:
    """What is known of the words of the side that has something more; None where nothing was measured, or every word has its share."""
    ours, theirs = (side_of(pair, name) for name in SIDES[kind])
    carried = usual.carried[kind]
    if ours is None or theirs is None or not any(word.share < carried - LOW for word in _content(ours)):
        return None
    languages = languages_of(pair, kind)
    here = find_heads(ours.text, _spans(ours), *languages)
    there = find_heads(theirs.text, _spans(theirs), *languages[::-1])
    bare = UnsaidWords(kind, ours, theirs, {})
    return replace(bare, features=_describe(pair, bare, (here, there), usual))


def languages_of(pair: Pair, kind: Kind) -> tuple[str, str]:
    """Of the side that has something more, and of the other."""
    both = pair.target_language, pair.source_language
    return both if kind == "added" else both[::-1]


def _describe(
    pair: Pair, words: UnsaidWords, heads: tuple[_Heads, _Heads], usual: UsualShares
) -> dict[int, Mapping[str, float]]:
    ours, (here, there), carried = words.ours, heads, usual.carried[words.kind]
    said, links = frozenset[str]().union(*there), target_words(pair) if words.kind == "added" else source_words(pair)
    places = [place for place, one in enumerate(ours.content) if one]
    total, left = sum(ours.words[place].share for place in places), _left_over(words.theirs, there, here)
    found = dict[int, Mapping[str, float]]()
    for place in places:
        word, text = ours.words[place], ours.word(ours.words[place])
        found[place] = {
            "gap": carried - word.share,
            "link": links.strongest(word.start, word.end),
            "rendered": float(not said.isdisjoint(here[place])),
            "unknown": float(not here[place]),
            "rest": (total - word.share + 2 * carried) / (len(places) + 1),
            "left": left,
            "short": float(len(text) <= SHORT),
            "repeated": float(usual.passages[words.kind].get(text.casefold(), 0) > 1),
        }
    return found


def _left_over(side: Side, heads: _Heads, others: _Heads) -> float:
    """What a content word of the other side has left on average: then something was rendered freely, and nothing need be added."""
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
