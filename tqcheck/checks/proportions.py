"""How a pair's lengths and unlinked words depart from what is usual in its article: what hints at a phrase added or left out.

A language pair and a translator have ways of their own: in Turkish half of the content words have no link, in Chinese lengths vary twice as
much as in German. So the departures of a pair count in those of its article.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import log, sqrt
from statistics import median
from typing import Literal

from tqcheck.align.lengths import FLOOR, PRIOR, SCALE
from tqcheck.checks.length import count_letters, expected_ratio
from tqcheck.checks.linked_words import LinkedWords, source_words, target_words
from tqcheck.model import Article, Pair
from tqcheck.text.languages import primary
from tqcheck.text.word_expressions import UNSPACED

Kind = Literal["added", "lost"]

LINKED = 0.3
"""Strength of a link from which a word has a counterpart."""

LONG: dict[Kind, float] = {"added": 2.0, "lost": 1.5}
"""Standard deviations by which a translation is too long, or too short."""

MORE = 3
"""Words without a counterpart that the suspected side has more of than the other one."""

LEAST = 2.5
"""Log odds of an addition or an omission. With all three, one clean sentence in two hundred is suspected."""

USUAL_SHARE = 0.25
"""Share of content words without a counterpart in a translated article, worth `PRIOR` pairs."""

_NORMAL = 1.48
"""Standard deviation of a normal distribution over its median absolute deviation."""


@dataclass(frozen=True, slots=True)
class Proportions:
    """What is measured of a pair.

    Attributes:
        longer: standard deviations of human translations by which the translation is longer than expected; negative = shorter.
        source, target: share of the content words of that side that have no counterpart, 0-1.
        more: such words that the translation has more of than the source; negative = fewer.
    """

    longer: float
    source: float
    target: float
    more: int


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in an article: log ratio of letters, spread of `longer` (1 at least), and the shares of `Proportions`."""

    ratio: float
    spread: float
    source: float
    target: float


def out_of_proportion(kind: Kind, pair: Pair, article: Article) -> bool:
    """Whether lengths, the numbers of words without a counterpart, and both against what is usual speak of an addition or an omission.

    Not where the suspected side is written without spaces: its words are pieces whose links say little.
    """
    if primary(pair.target_language if kind == "added" else pair.source_language) in UNSPACED:
        return False
    usual = _usual_in(article)
    found = measure(pair, usual.ratio) if usual is not None else None
    if usual is None or found is None:
        return False
    longer, more = (found.longer, found.more) if kind == "added" else (-found.longer, -found.more)
    return longer >= LONG[kind] and more >= MORE and departure_odds(kind, found, usual) >= LEAST


def departure_odds(kind: Kind, found: Proportions, usual: Usual) -> float:
    """Log odds that the translation adds something or lacks something, as if every second pair did."""
    bias, *weights = weights_of(kind)
    return bias + sum(weight * value for weight, value in zip(weights, describe(kind, found, usual), strict=True))


def describe(kind: Kind, found: Proportions, usual: Usual) -> tuple[float, float, float]:
    """How far the lengths, the suspected side's share and the other side's share depart from what is usual."""
    longer, source, target = found.longer / usual.spread, found.source - usual.source, found.target - usual.target
    return (longer, target, source) if kind == "added" else (-longer, source, target)


def measure(pair: Pair, ratio: float) -> Proportions | None:
    """The proportions of a pair that has both sides, letters and links; `ratio` is the log ratio of letters to be expected."""
    if pair.source is None or pair.target is None or pair.evidence.links is None:
        return None
    source, target = count_letters(pair.source.text), count_letters(pair.target.text)
    if not source or not target:
        return None
    longer = (log(target / source) - ratio) / sqrt(FLOOR + SCALE / source)
    ours, theirs = source_words(pair), target_words(pair)
    return Proportions(longer, _share(ours), _share(theirs), unlinked(theirs) - unlinked(ours))


def usual_of(found: Sequence[Proportions], ratio: float) -> Usual:
    """What is usual among pairs, drawn towards what is usual elsewhere where they are few."""
    spread = _NORMAL * median(abs(one.longer) for one in found) if found else 1.0
    source, target = (median(one.source for one in found), median(one.target for one in found)) if found else (0.0, 0.0)
    return Usual(
        ratio,
        *(_drawn(*one, len(found)) for one in ((max(1.0, spread), 1.0), (source, USUAL_SHARE), (target, USUAL_SHARE))),
    )


def unlinked(words: LinkedWords) -> int:
    """How many content words have no counterpart."""
    return sum(strength < LINKED for _, strength in words.content)


@cache
def weights_of(kind: Kind) -> tuple[float, ...]:
    """The bias, then a weight for each departure (`python -m corpora.fit_proportions`)."""
    text = resources.files("tqcheck.checks").joinpath("proportions.toml").read_text(encoding="utf-8")
    return tuple(float(value) for value in tomllib.loads(text)[kind].values())


@lru_cache(maxsize=8)
def _usual_in(article: Article) -> Usual | None:
    ratio = expected_ratio(article)
    if ratio is None:
        return None
    return usual_of([one for pair in article.pairs if (one := measure(pair, ratio)) is not None], ratio)


def _share(words: LinkedWords) -> float:
    return unlinked(words) / max(1, len(words.content))


def _drawn(own: float, general: float, count: int) -> float:
    return (count * own + PRIOR * general) / (count + PRIOR)
