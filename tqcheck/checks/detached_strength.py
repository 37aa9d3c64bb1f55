"""How surely two sentences that stand in one place have nothing to do with each other: logistic weights, fitted on development data.

`detached_strength.toml` is written by `python -m corpora.fit_detached`; its head says on what. A strength is the probability that the
sentence is in the wrong place, where one sentence in a hundred and fifty is.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.align.features import describe
from tqcheck.align.renderings import count_rendered
from tqcheck.checks.logistic import read_weights, strength_of
from tqcheck.model import PROSE, Article, Kind, Pair
from tqcheck.text.segment import count_words

KINDS = PROSE - {Kind.HEADING, Kind.TABLE}
"""Kinds of text that are judged."""
SHORTEST = 5
"""Words below which two sentences have too little to share."""
USUAL, PRIOR = 0.21, 5
"""The margin of most pairs, and how many pairs of the article that knowledge is worth."""
_MANY = 2
"""Shared names and figures beyond which more say nothing more."""
_LONG = 16
"""Words from which a sentence is long."""
_RENDERED, _UNRENDERED = 4, 8
"""Words by the dictionary beyond which more say nothing more."""
_LEAST_ALIGNED, _MOST_ALIGNED = 0.1, 0.9999
_NAMED = ("u", "n", "a", "4")
"""Keys of links, figures, acronyms, and of the consonants that a name keeps in other languages."""


def features(pair: Pair, article: Article | None = None) -> dict[str, float]:
    """What tells a stray sentence from a rendering; empty where the pair cannot be judged.

    `margin`: how much better the two render each other than their neighbours (`tqcheck.align.margins`); `unusual`: the same less what is
    usual in the article, where a free translator has small margins everywhere; `alone`: by how much it is the least of the article
    (below 0: the least is another's); `linked`: strength of the word links per word of the longer side, at most 1; `aligned`: log-odds of
    the aligner; `critical`: the quality model's probability of a critical error; `shared`: names and figures that both sides hold;
    `long`: log of the words of the shorter side, of which few may well be rendered freely; `rendered`: English words that the dictionary
    finds rendered, at most 4; `unrendered`: those it knows and does not, at most 8 (both 0 where no dictionary serves the pair).

    Tried and of no use beside these: the cosine of the sentences, single words' vectors without context, ranks among the sentences of the
    article, the quality model's adequacy and spans, and all of it relative to the article.
    """
    margin, quality, words = pair.evidence.margin, pair.evidence.quality, _words(pair)
    if pair.source is None or pair.target is None or margin is None or quality is None or min(words) < SHORTEST:
        return {}
    here, there = describe(pair.source).keys, describe(pair.target).keys
    aligned = min(max(pair.confidence, _LEAST_ALIGNED), _MOST_ALIGNED)
    rendered, unrendered = count_rendered(pair)
    least, usual = surroundings(_margins(article) if article else (), margin)
    return {
        "margin": margin,
        "unusual": margin - usual,
        "alone": least - margin,
        "linked": min(sum(link.strength for link in pair.evidence.links or ()) / max(words), 1.0),
        "aligned": math.log(aligned / (1 - aligned)),
        "critical": quality.critical,
        "shared": float(min(sum(key.startswith(_NAMED) for key in here & there), _MANY)),
        "long": math.log(min(*words, _LONG)),
        "rendered": float(min(rendered, _RENDERED)),
        "unrendered": float(min(unrendered, _UNRENDERED)),
    }


def surroundings(margins: Sequence[float], own: float) -> tuple[float, float]:
    """The least and the usual margin of the other pairs of an article, whose margins are sorted and hold the pair's own.

    The usual one is their median, drawn towards that of most articles; where there is no other pair, both are that.
    """
    size, place = len(margins) - 1, bisect_left(margins, own)
    if size < 1:
        return USUAL, USUAL

    def other(index: int) -> float:
        return margins[index if index < place else index + 1]

    middle = (other((size - 1) // 2) + other(size // 2)) / 2
    return other(0), (size * middle + PRIOR * USUAL) / (size + PRIOR)


def strength(found: dict[str, float]) -> float:
    """Probability 0-1 of the features that :func:`features` gives; 0 of none."""
    return strength_of(found, read_weights("detached_strength")) if found else 0.0


def _words(pair: Pair) -> tuple[int, int]:
    if pair.source is None or pair.target is None:
        return 0, 0
    return count_words(pair.source.text, pair.source_language), count_words(pair.target.text, pair.target_language)


@lru_cache(maxsize=4)
def _margins(article: Article) -> tuple[float, ...]:
    """The margins of all pairs that are judged, sorted."""
    judged = [pair for pair in article.pairs if pair.target is not None and pair.target.kind in KINDS]
    long = [pair.evidence.margin for pair in judged if min(_words(pair)) >= SHORTEST]
    return tuple(sorted(margin for margin in long if margin is not None))
