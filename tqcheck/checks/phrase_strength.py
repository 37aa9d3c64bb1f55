"""How surely a run of words was added or lost: what speaks for it beside its own words, and logistic weights, fitted on development data.

`phrase_strength.toml` is written by `python -m corpora.fit_phrases`; its head says on what. Everything is told in what is usual in the
article: its ratio of lengths, and how much of a word the other side carries.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from statistics import mean, median
from typing import Literal

from tqcheck.checks.length import count_letters, expected_ratio
from tqcheck.checks.logistic import read_weights, strength_of
from tqcheck.checks.phrase_runs import Side, core, runs_of, side_of
from tqcheck.model import Article, Pair

Kind = Literal["added", "lost"]
"""A run of the translation, or of the source."""
SIDES: dict[Kind, tuple[str, str]] = {"added": ("target", "source"), "lost": ("source", "target")}

CARRIED, WORDS = 0.78, 8
"""Share of a content word that the other side usually carries, and how many words that knowledge is worth."""
NARROWEST = 0.1
"""Least spread of the log ratio of lengths."""
SHORTEST = 0.25
"""Standard deviations by which a side must be longer than usual: where it is not, what seems added stands for something else."""
_NORMAL = 1.48


@dataclass(frozen=True, slots=True)
class UsualShares:
    """What is usual in an article.

    Attributes:
        ratio, spread: log ratio of the letters of translation and source.
        balance: the same of content words.
        carried: share of a content word that the other side carries, by kind.
        passages: passages that hold a word, by kind.
    """

    ratio: float
    spread: float
    balance: float
    carried: Mapping[Kind, float]
    passages: Mapping[Kind, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run: view offsets on its side, what speaks for it, and the probability that it is an addition or an omission."""

    start: int
    end: int
    features: Mapping[str, float]
    strength: float


def find_phrase(kind: Kind, pair: Pair, article: Article) -> Phrase | None:
    """The run of a side that is most surely not in the other one."""
    usual = usual_shares(article)
    found = list(phrases(kind, pair, usual)) if usual is not None else []
    return max(found, key=lambda phrase: phrase.strength, default=None)


def phrases(kind: Kind, pair: Pair, usual: UsualShares) -> list[Phrase]:
    """The runs of a side with all that is known of them; none of a side that is no longer than usual."""
    if pair.source is None or pair.target is None or pair.evidence.shares is None:
        return []
    sign = 1 if kind == "added" else -1
    size, other = (count_letters(side.text) for side in (pair.target, pair.source)[::sign])
    if not size or not other:
        return []
    scale = math.sqrt(max(usual.spread, NARROWEST) ** 2 + 1 / other)
    longer = log(size / other) - sign * usual.ratio
    ours, theirs = (side_of(pair, name) for name in SIDES[kind]) if longer / scale >= SHORTEST else (None, None)
    if ours is None or theirs is None:
        return []
    balance = log((sum(ours.content) + 1) / (sum(theirs.content) + 1)) - sign * usual.balance
    language = pair.target_language if kind == "added" else pair.source_language
    found = list[Phrase]()
    for first, last in runs_of(ours, usual.carried[kind], language):
        features = _describe(ours, first, last, usual.carried[kind], usual.passages[kind])
        without = longer + log(max(1, size - _letters(ours, first, last)) / size)
        features |= {
            "longer": longer / scale,
            "nearer": (abs(longer) - abs(without)) / scale,
            "balance": balance,
        }
        start, end = core(ours, first, last, usual.carried[kind])
        found.append(Phrase(start, end, features, strength_of(features, read_weights("phrase_strength", kind))))
    return found


def _describe(side: Side, first: int, last: int, carried: float, passages: Mapping[str, int]) -> dict[str, float]:
    """What the words of a run say.

    `lost`: shares of content words that are missing to what is usual, in words; `deficit`: the same for a word on average; `opens`:
    begins with a grammar word; `after`, `before`: stands behind, or before, a mark; `ends`: with the sentence; `figure`, `name`:
    holds one; `repeated`: share of its words that the article holds elsewhere, so that they may be said there.
    """
    words = side.spoken(first, last)
    written = [side.word(word) for word in words]
    return {
        "lost": sum(max(0.0, carried - word.share) for word in words),
        "deficit": carried - mean(word.share for word in words),
        "opens": float(side.grammar[first]),
        "after": float(side.marks[first]),
        "before": float(side.marks[last]),
        "ends": float(last == len(side.words)),
        "figure": float(any(any(map(str.isdigit, word)) for word in written)),
        "name": float(
            any(
                text[0].isupper() and word.start > side.words[0].start
                for text, word in zip(written, words, strict=True)
            )
        ),
        "repeated": mean(passages.get(word.casefold(), 0) > 1 for word in written),
    }


def _letters(side: Side, first: int, last: int) -> int:
    return count_letters(side.text[side.words[first].start : side.words[last - 1].end])


@lru_cache(maxsize=8)
def usual_shares(article: Article) -> UsualShares | None:
    """What is usual in an article; None where nothing was measured, or nothing is known of the lengths of its languages."""
    return usual_of(article.pairs, expected_ratio(article))


def usual_of(pairs: Sequence[Pair], ratio: float | None) -> UsualShares | None:
    """The same of its pairs and the log ratio of letters to be expected."""
    kinds: tuple[Kind, ...] = ("added", "lost")
    known = [pair for pair in pairs if pair.evidence.shares is not None]
    sides = {kind: [side for pair in known if (side := side_of(pair, SIDES[kind][0]))] for kind in kinds}
    if ratio is None or not sides["added"]:
        return None
    both = list(zip(sides["added"], sides["lost"], strict=True))
    ratios = [
        log(ours / theirs)
        for one, other in both
        if (ours := count_letters(one.text)) and (theirs := count_letters(other.text))
    ]
    middle = median(ratios) if ratios else ratio
    return UsualShares(
        ratio,
        _NORMAL * median(abs(one - middle) for one in ratios) if ratios else 0.0,
        median(log((sum(one.content) + 1) / (sum(other.content) + 1)) for one, other in both),
        {kind: _carried(sides[kind]) for kind in kinds},
        {kind: _passages(sides[kind]) for kind in kinds},
    )


def _carried(sides: Sequence[Side]) -> float:
    shares = [
        word.share for side in sides for word, one in zip(side.words, side.grammar, strict=True) if not one
    ]  # fmt: skip
    return (WORDS * CARRIED + sum(shares)) / (WORDS + len(shares))


def _passages(sides: Sequence[Side]) -> Counter[str]:
    return Counter(word for side in sides for word in {side.word(word).casefold() for word in side.words})
