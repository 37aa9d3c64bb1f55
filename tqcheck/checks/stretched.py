"""Hits of TQ202 from lengths and word links, where no engine scores: a sentence far longer than its source, and the words behind it.

Neither sign is worth much alone: one sentence in twenty is long, and the links miss a fifth of the words that are rendered. Together they
are right two times in five (`python -m corpora.measure_omissions`, and the development articles), so this is a hint.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log, sqrt

from tqcheck.align.lengths import FLOOR, SCALE
from tqcheck.checks.length import count_letters, expected_ratio
from tqcheck.checks.linked_words import LinkedWords, source_words, target_words
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context

LONG = 2.0
"""Standard deviations of human translations by which a sentence is longer than the article makes one expect."""

LINKED = 0.3
"""Strength of a link from which a word has a counterpart."""

MORE = 3
"""Words without a counterpart that the translation has more of than the source."""

NEAR = 4
"""Words of a stretch stand at most so many words apart."""

STRENGTH = 0.4
"""Raw strength of such a hit."""


def stretched_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """The longest stretch of words without a counterpart in a sentence that is too long for its source; one hit at most."""
    if pair.source is None or pair.target is None or pair.evidence.links is None or context.article is None:
        return
    if pair.evidence.likelihood is not None or not _is_long(pair, context):
        return
    ours, theirs = (_unlinked(words) for words in (source_words(pair), target_words(pair)))
    if len(theirs) < len(ours) + MORE:
        return
    start, end = _longest(theirs, pair.target.text)
    yield Hit(
        start=start,
        end=end,
        source=(0, len(pair.source.text)),
        message=f"The sentence is longer than its source makes one expect, and nothing there seems to say “{pair.target.text[start:end]}”.",
        confidence=STRENGTH,
        evidence=(("source", pair.source.text),),
        severity="minor",
        witness="stretched",
    )


def _is_long(pair: Pair, context: Context) -> bool:
    norm = expected_ratio(context.article) if context.article else None
    source, target = (count_letters(segment.text) if segment else 0 for segment in (pair.source, pair.target))
    return (
        bool(norm is not None and source and target)
        and (log(target / source) - (norm or 0.0)) / sqrt(FLOOR + SCALE / source) >= LONG
    )


def _unlinked(words: LinkedWords) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span, strength in words.content if strength < LINKED]


def _longest(words: list[tuple[int, int]], text: str) -> tuple[int, int]:
    """From the first to the last word of the stretch with the most words, the earlier of equals."""
    stretches = [[words[0]]]
    for word in words[1:]:
        between = text[stretches[-1][-1][1] : word[0]]
        if len(between.split()) < NEAR and not any(mark in between for mark in ".!?;:"):
            stretches[-1].append(word)
        else:
            stretches.append([word])
    best = max(stretches, key=len)
    return best[0][0], best[-1][1]
