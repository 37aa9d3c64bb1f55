"""Short phrases that a translation may have added or left out: cut where the words that the other side does not say stand together.

`phrase_runs` looks for clauses that are longer than the sentence should be; "in secret", "and their families" change the length of no
sentence remarkably, but stand there as a phrase none of whose words the other side says, in a sentence whose other words it does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from statistics import mean

import numpy as np

from tqcheck.checks.length import count_letters
from tqcheck.checks.logistic import read_weights, strength_of
from tqcheck.checks.phrase_runs import FEWEST, MOST, Side
from tqcheck.checks.phrase_strength import NARROWEST, Kind, Phrase, UsualShares, usual_shares
from tqcheck.checks.unsaid_pieces import pieces_of
from tqcheck.checks.unsaid_words import UnsaidWords, languages_of, unsaid_words
from tqcheck.model import Article, Pair
from tqcheck.text.joins import find_joins
from tqcheck.text.languages import primary
from tqcheck.text.prepositions import is_preposition
from tqcheck.text.word_expressions import UNSPACED

FLOORS = (-0.8, 0.2, 1.0)
"""Log odds from which a word speaks for a run; a run is sought for each."""
OPENS, AT_MARK, AT_GRAMMAR, BEHIND_GRAMMAR, INSIDE = 0.35, 0.45, 0.2, 0.1, -0.3
"""What it is worth to begin with a grammar word or at a mark; to end at a mark, before a grammar word, behind one, between other words."""
LONGEST, LONGEST_UNSPACED = 9, 14
"""Words of a short phrase; it has no mark inside."""
WIDEST = 2.5
"""Standard deviations of length beyond which more says nothing more."""
Run = tuple[int, int]
"""First word, word behind the last."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Of a pair: how many letters the side has, log of how much longer than usual that is, what counts as one, and its balance."""

    size: int
    longer: float
    scale: float
    balance: float


@dataclass(frozen=True, slots=True)
class Joins:
    """Which words of the side join one more thing, and how many more of them it has than the other, -1 to 1; 0 = unknown."""

    places: tuple[bool, ...]
    more: float


def weights_of(part: str) -> Mapping[str, float]:
    """Weights of `words`, or of runs that were `added` or `lost`."""
    return read_weights("unsaid_strength", part)


def find_unsaid(kind: Kind, pair: Pair, article: Article) -> Phrase | None:
    """The phrase of one side that is most surely not in the other."""
    usual = usual_shares(article)
    found = list(unsaid_runs(kind, pair, usual)) if usual is not None else []
    return max(found, key=lambda phrase: phrase.strength, default=None)


def unsaid_runs(
    kind: Kind, pair: Pair, usual: UsualShares, weights: Callable[[str], Mapping[str, float]] = weights_of
) -> Iterator[Phrase]:
    """The runs of a side with what the weights of words and of the kind say; not those with a figure that the other side has."""
    words = unsaid_words(pair, usual, kind)
    if words is None:
        return
    odds, side, lengths = words.odds(weights("words")), words.ours, _lengths(words, usual)
    languages = languages_of(pair, kind)
    joins, other = _joins(words, *languages), words.theirs.text
    for first, last in _candidates(side, odds, joins, languages[0]):
        written = [side.word(word) for word in side.spoken(first, last)]
        if any(any(map(str.isdigit, word)) and word in other for word in written):
            continue
        features = _describe(words, odds, (first, last), languages[0]) | _carried(words, (first, last), usual)
        features |= _compared(side, first, last, lengths)
        features["joins"] = joins.more * any(joins.places[first:last])
        low, high = _unsaid(side, odds, first, last)
        start, end = side.words[low].start, side.words[high - 1].end
        yield Phrase(start, end, features, strength_of(features, weights(kind)))


def _candidates(side: Side, odds: Mapping[int, float], joins: Joins, language: str) -> list[Run]:
    if len(side.words) < FEWEST:
        return []
    longest = min(LONGEST_UNSPACED if primary(language) in UNSPACED else LONGEST, max(1, int(MOST * len(side.words))))
    return sorted({*cut_runs(side, odds, longest), *pieces_of(side, odds, joins.places, longest)})


def cut_runs(side: Side, odds: Mapping[int, float], longest: int) -> list[Run]:
    """The runs whose words speak for them most; one for each floor."""
    count = len(side.words)
    first, last = np.arange(count)[:, None], np.arange(count + 1)[None, :]
    marks = np.concatenate([np.cumsum(side.marks[:-1]), [0]])
    inside = marks[np.maximum(last - 1, 0)] - marks[first]
    fits = (last > first) & (last - first <= longest) & (inside == 0)
    opens = [OPENS * (mark or one) for mark, one in zip(side.marks[:-1], side.grammar, strict=True)]
    edges = np.where(fits, np.array(opens)[:, None] + np.array(_closes(side))[None, :], -np.inf)
    found = set[Run]()
    for floor in FLOORS:
        gains = np.array([odds[place] - floor if place in odds else 0.0 for place in range(count)])
        sums = np.concatenate([[0.0], np.cumsum(gains)])
        begin, end = divmod(int(np.argmax(edges + sums[None, :] - sums[:-1, None])), count + 1)
        if edges[begin, end] + sums[end] - sums[begin] < 0:
            break
        while begin > 0 and not side.marks[begin] and side.grammar[begin - 1] and end - begin < longest:
            begin -= 1
        if any(side.content[begin:end]):
            found.add((begin, end))
    return sorted(found)


def _unsaid(side: Side, odds: Mapping[int, float], first: int, last: int) -> Run:
    """The run without the words at its ends that the other side says."""
    words = [place for place, odd in odds.items() if first <= place < last and odd >= 0]
    if not words:
        return first, last
    low = words[0]
    while low > first and side.grammar[low - 1] and not side.marks[low]:
        low -= 1
    return low, last if side.marks[last] else words[-1] + 1


def _closes(side: Side) -> list[float]:
    """What an end before each word is worth, and at the end."""
    inner = [
        AT_MARK if side.marks[place] else AT_GRAMMAR if side.grammar[place] else _behind(side, place)
        for place in range(1, len(side.words))
    ]
    return [0.0, *inner, OPENS]


def _behind(side: Side, place: int) -> float:
    return BEHIND_GRAMMAR if side.grammar[place - 1] else INSIDE


def _describe(words: UnsaidWords, odds: Mapping[int, float], run: Run, language: str) -> dict[str, float]:
    """What the words of a run and its place say.

    `sum`, `mean`: log odds of its words; `one`: a single content word; `short`: share of its words that are; `source`: log of the words
    of the other side; `preposition`: begins with one; `before`: a mark stands behind it.
    """
    side, (first, last) = words.ours, run
    inside = {place: odd for place, odd in odds.items() if first <= place < last}
    return {
        "sum": sum(min(odd, WIDEST) for odd in inside.values()),
        "mean": mean(inside.values()),
        "one": float(len(inside) == 1),
        "short": mean(words.features[place]["short"] for place in inside),
        "source": log(len(words.theirs.words) or 1),
        "preposition": float(is_preposition(side.word(side.words[first]), language)),
        "before": float(side.marks[last]),
        "name": float(any(side.word(side.words[place])[0].isupper() for place in inside if place > 0)),
        "repeated": mean(words.features[place]["repeated"] for place in inside),
    }


def _carried(words: UnsaidWords, run: Run, usual: UsualShares) -> dict[str, float]:
    """What the other side carries: `usual` of a word of the article, what the run's content words lack of that, and its `grammar` has."""
    side, carried = words.ours, usual.carried[words.kind]
    lacks = [carried - word.share for word in side.spoken(*run)]
    grammar = [word.share for word, said in zip(side.words, side.content, strict=True) if not said]
    place = sum(not said for said in side.content[: run[0]])
    inside = grammar[place : place + sum(not said for said in side.content[run[0] : run[1]])]
    return {
        "usual": carried,
        "deficit": mean(lacks),
        "lost": sum(max(0.0, lack) for lack in lacks),
        "grammar": mean(inside or [carried]),
    }


def _joins(words: UnsaidWords, language: str, other: str) -> Joins:
    ours, theirs = (
        find_joins([side.word(word) for word in side.words], spoken)
        for side, spoken in ((words.ours, language), (words.theirs, other))
    )
    more = sum(ours) - sum(theirs) if ours is not None and theirs is not None else 0
    return Joins(tuple(ours or [False] * len(words.ours.words)), max(-1.0, min(1.0, float(more))))


def _lengths(words: UnsaidWords, usual: UsualShares) -> Lengths:
    sign = 1 if words.kind == "added" else -1
    size, other = (max(1, count_letters(side.text)) for side in (words.ours, words.theirs))
    balance = log((sum(words.ours.content) + 1) / (sum(words.theirs.content) + 1)) - sign * usual.balance
    scale = math.sqrt(max(usual.spread, NARROWEST) ** 2 + 1 / other)
    return Lengths(size, log(size / other) - sign * usual.ratio, scale, balance)


def _compared(side: Side, first: int, last: int, lengths: Lengths) -> dict[str, float]:
    """How much longer the sentence is than usual, and would be `without` the run; how much nearer to what is usual that is."""
    letters = count_letters(side.text[side.words[first].start : side.words[last - 1].end])
    without = lengths.longer + log(max(1, lengths.size - letters) / lengths.size)
    values = {
        "longer": lengths.longer,
        "without": without,
        "nearer": abs(lengths.longer) - abs(without),
    }
    told = {name: max(-WIDEST, min(WIDEST, value / lengths.scale)) for name, value in values.items()}
    return {**told, "balance": lengths.balance}
