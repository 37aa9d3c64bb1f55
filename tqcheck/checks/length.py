"""TQ205: a sentence much longer or shorter than its source makes one expect, in this pair of languages and in this document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import log, sqrt
from statistics import median

from tqcheck.align.lengths import PRIOR, has_ratio
from tqcheck.align.lengths import expected_ratio as languages_ratio
from tqcheck.model import Article, Hit, Pair
from tqcheck.registry import Context, check

_FEWEST = 5
"""Pairs from which the document has a norm of its own, where nothing is known of its languages."""

_FLOOR, _SCALE = 0.03, 1.5
"""Variance of the log ratio: floor + scale / letters of the source; twice what human translations of news show."""

_THRESHOLD = 3.5
"""Standard deviations from which a ratio is remarkable."""

_SHORTEST = 12
"""Letters below which a length says nothing."""


@check(
    "TQ205",
    "length-outlier",
    category="accuracy/omission",
    severity="minor",
    needs=("similarity",),
    silenced_by=("TQ201", "TQ202", "TQ203", "TQ501", "TQ604"),
)
def length_outlier(pair: Pair, context: Context) -> Iterator[Hit]:
    """A sentence is far longer or shorter than its source and the rest of the document make one expect.

    Why: lost or invented clauses show in the length before anyone reads them.

    Bad: a source of forty words against a translation of six, where the rest of the article runs at equal length.

    Good: a Chinese source of fifty signs against ninety English letters, like every other sentence of the article.

    Limits: the norm is the median ratio of the document's own pairs, drawn towards that of the two languages; one sentence alone is
    judged by the languages, and where nothing is known of them, five are needed.
    """
    if pair.source is None or pair.target is None or context.article is None:
        return
    source, target = count_letters(pair.source.text), count_letters(pair.target.text)
    norm = expected_ratio(context.article)
    if norm is None or max(source, target) < _SHORTEST or not source or not target:
        return
    distance = (log(target / source) - norm) / sqrt(_FLOOR + _SCALE / min(source, target))
    if abs(distance) < _THRESHOLD:
        return
    expected = round(source * 2.718281828**norm)
    yield Hit(
        start=0,
        end=len(pair.target.text),
        source=(0, len(pair.source.text)),
        message=f"{target} letters where about {expected} are to be expected: something may be {'added' if distance > 0 else 'missing'}.",
        confidence=round(min(0.85, 0.5 + 0.1 * (abs(distance) - _THRESHOLD)), 3),
        evidence=(("source", pair.source.text), ("expected", f"about {expected} letters")),
    )


@lru_cache(maxsize=8)
def expected_ratio(article: Article) -> float | None:
    """Log ratio of target to source letters to be expected: the document's median, drawn towards what the two languages make one expect.

    None where there are too few pairs of languages whose ratio is not known.
    """
    ratios = [
        log(count_letters(pair.target.text) / count_letters(pair.source.text))
        for pair in article.pairs
        if pair.source is not None and pair.target is not None
        if min(count_letters(pair.source.text), count_letters(pair.target.text)) >= _SHORTEST
    ]
    languages = article.source_language, article.target_language
    if all(has_ratio(language) for language in languages):
        own = median(ratios) if ratios else 0.0
        return (PRIOR * languages_ratio(*languages) + len(ratios) * own) / (PRIOR + len(ratios))
    return median(ratios) if len(ratios) >= _FEWEST else None


def count_letters(text: str) -> int:
    """Letters and digits: what length is measured in."""
    return sum(character.isalnum() for character in text)
