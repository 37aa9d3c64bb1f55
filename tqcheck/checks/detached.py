"""TQ604: a fluent sentence in the right place that has nothing to do with its source."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.detached_strength import KINDS, features, strength
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context, check

_LEAST = 0.1
"""Strength below which a sentence is a free translation."""


@check(
    "TQ604",
    "detached",
    category="accuracy/mistranslation",
    severity="critical",
    kinds=KINDS,
    needs=("links", "quality"),
    silenced_by=("TQ203", "TQ501"),
    confidence=0.7,
)
def detached(pair: Pair, context: Context) -> Iterator[Hit]:
    """A sentence of the translation says something else altogether than the sentence of the source that it stands for.

    Why: translation machines hallucinate, and editors paste the wrong line; both read well.

    Bad: "Voting ends at eight." translated as „Das Konzert war ausverkauft.“

    Good: a free translation that shares names, figures or sense with its source.

    How: that the two render each other no better than they render the sentences around them, how far that is from what is usual
    in the article and from its next sentence, words without links, no name or figure in common, the aligner's doubt and the
    embedded model's estimate are weighed together, so no single one of them makes a finding.

    Limits: sentences of fewer than five words are not judged.
    """
    found = strength(features(pair, context.article))
    if pair.source is None or pair.target is None or found < _LEAST:
        return
    yield Hit(
        start=0,
        end=len(pair.target.text),
        source=(0, len(pair.source.text)),
        message="This sentence seems to have nothing to do with its source.",
        confidence=found,
        evidence=(("source", pair.source.text),),
    )
