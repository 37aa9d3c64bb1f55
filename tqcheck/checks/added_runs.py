"""Short phrases that a translation may have added: cut where the words that the source does not say stand together, and what they show.

`phrase_runs` looks for clauses that are longer than the sentence should be; "in secret", "with his brother" change the length of no
sentence remarkably, but stand there as a phrase none of whose words the source says, in a sentence whose other words it does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from statistics import mean

import numpy as np

from tqcheck.checks.length import count_letters
from tqcheck.checks.logistic import read_weights, strength_of
from tqcheck.checks.phrase_runs import FEWEST, MOST, Side
from tqcheck.checks.phrase_strength import NARROWEST, Phrase, UsualShares, usual_shares
from tqcheck.checks.unsaid_words import UnsaidWords, unsaid_words
from tqcheck.model import Article, Pair
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


@dataclass(frozen=True, slots=True)
class Lengths:
    """Of a pair: how many letters its translation has, log of how much longer than usual that is, what counts as one, and its balance."""

    size: int
    longer: float
    scale: float
    balance: float


def find_added(pair: Pair, article: Article) -> Phrase | None:
    """The phrase of a translation that is most surely not in its source."""
    usual = usual_shares(article)
    found = list(added_runs(pair, usual)) if usual is not None else []
    return max(found, key=lambda phrase: phrase.strength, default=None)


def added_runs(pair: Pair, usual: UsualShares) -> Iterator[Phrase]:
    """The runs of a translation with all that is known of them; not those with a figure that the source has."""
    if pair.source is None or pair.target is None or (words := unsaid_words(pair, usual)) is None:
        return
    odds, side, lengths = words.odds(weights_of("words")), words.ours, _lengths(pair, words, usual)
    for first, last in cut_runs(side, odds, pair.target_language):
        written = [side.word(word) for word in side.spoken(first, last)]
        if any(any(map(str.isdigit, word)) and word in pair.source.text for word in written):
            continue
        features = _describe(words, odds, first, last, pair.target_language)
        features |= _compared(side, first, last, lengths)
        features["repeated"] = mean(usual.passages["added"].get(word.casefold(), 0) > 1 for word in written)
        low, high = _unsaid(side, odds, first, last)
        start, end = side.words[low].start, side.words[high - 1].end
        yield Phrase(start, end, features, strength_of(features, weights_of("run")))


def cut_runs(side: Side, odds: Mapping[int, float], language: str) -> list[tuple[int, int]]:
    """(first word, word behind the last) of the runs whose words speak for them most; one for each floor."""
    count = len(side.words)
    if count < FEWEST:
        return []
    longest = LONGEST_UNSPACED if primary(language) in UNSPACED else LONGEST
    first, last = np.arange(count)[:, None], np.arange(count + 1)[None, :]
    marks = np.concatenate([np.cumsum(side.marks[:-1]), [0]])
    inside = marks[np.maximum(last - 1, 0)] - marks[first]
    fits = (last > first) & (last - first <= min(longest, max(1, MOST * count))) & (inside == 0)
    opens = [OPENS * (mark or one) for mark, one in zip(side.marks[:-1], side.grammar, strict=True)]
    edges = np.where(fits, np.array(opens)[:, None] + np.array(_closes(side))[None, :], -np.inf)
    found = set[tuple[int, int]]()
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


def _unsaid(side: Side, odds: Mapping[int, float], first: int, last: int) -> tuple[int, int]:
    """The run without the words at its ends that the source says."""
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


def _describe(words: UnsaidWords, odds: Mapping[int, float], first: int, last: int, language: str) -> dict[str, float]:
    """What the words of a run and its place say.

    `sum`, `mean`: log odds of its words; `one`, `two`: content words; `left`: words that the source has left for each of the run;
    `source`: log of the words of the source; `preposition`: begins with one; `before`: a mark, `closes`: grammar behind it.
    """
    side, theirs = words.ours, words.theirs
    inside = [odd for place, odd in odds.items() if first <= place < last]
    left = sum(1 - word.share for word in theirs.spoken(0, len(theirs.words)))
    named = [side.word(side.words[place])[0].isupper() for place in odds if first <= place < last and place > 0]
    return {
        "sum": sum(min(odd, WIDEST) for odd in inside),
        "mean": mean(inside),
        "one": float(len(inside) == 1),
        "two": float(len(inside) == 2),
        "left": min(2.0, left / len(inside)),
        "source": log(len(theirs.words) or 1),
        "preposition": float(is_preposition(side.word(side.words[first]), language)),
        "before": float(side.marks[last]),
        "ends": float(last == len(side.words)),
        "closes": float(last < len(side.words) and side.grammar[last]),
        "name": float(any(named)),
    }


def _lengths(pair: Pair, words: UnsaidWords, usual: UsualShares) -> Lengths:
    size, other = (max(1, count_letters(side.text if side else "")) for side in (pair.target, pair.source))
    balance = log((sum(words.ours.content) + 1) / (sum(words.theirs.content) + 1)) - usual.balance
    scale = math.sqrt(max(usual.spread, NARROWEST) ** 2 + 1 / other)
    return Lengths(size, log(size / other) - usual.ratio, scale, balance)


def _compared(side: Side, first: int, last: int, lengths: Lengths) -> dict[str, float]:
    """How much longer the sentence is than usual, and how much nearer to what is usual without the run."""
    letters = count_letters(side.text[side.words[first].start : side.words[last - 1].end])
    without = lengths.longer + log(max(1, lengths.size - letters) / lengths.size)
    values = {"longer": lengths.longer, "nearer": abs(lengths.longer) - abs(without)}
    told = {name: max(-WIDEST, min(WIDEST, value / lengths.scale)) for name, value in values.items()}
    return {**told, "balance": lengths.balance}


def weights_of(part: str) -> Mapping[str, float]:
    """Weights of `words` or of a `run`."""
    return read_weights("added_strength", part)
