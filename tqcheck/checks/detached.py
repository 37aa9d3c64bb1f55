"""TQ604: a fluent sentence in the right place that has nothing to do with its source."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import PROSE, Hit, Kind, Pair
from tqcheck.registry import Context, check
from tqcheck.text.segment import count_words

_UNLIKE, _VERY_UNLIKE = 0.1, 0.0
"""Centred cosines below which a pair shares no sense; translations of news lie at .5, a tenth and less in one of 300."""

_LINKED = 0.25
"""Share of words with a strong link above which the two sentences do talk about the same."""

LEFT_OVER = 0.001
"""Confidence of the aligner up to which a pair is two sentences that stand in the same place and are left over on either side."""

_SHORTEST = 5
"""Words below which two sentences have too little to share."""


@check(
    "TQ604",
    "detached",
    category="accuracy/mistranslation",
    severity="critical",
    kinds=PROSE - {Kind.HEADING, Kind.TABLE},
    needs=("similarity", "links"),
    silenced_by=("TQ203", "TQ501"),
    confidence=0.7,
)
def detached(pair: Pair, context: Context) -> Iterator[Hit]:
    """A sentence of the translation says something else altogether than the sentence of the source that it stands for.

    Why: translation machines hallucinate, and editors paste the wrong line; both read well.

    Bad: "Voting ends at eight." translated as „Das Konzert war ausverkauft.“

    Good: a free translation that shares names, figures or sense with its source.

    Limits: very short sentences are not judged.
    """
    similarity = pair.evidence.similarity
    if pair.source is None or pair.target is None or similarity is None:
        return
    left_over = pair.confidence <= LEFT_OVER
    if similarity > _UNLIKE and not left_over:
        return
    words = min(
        count_words(pair.source.text, context.source_language), count_words(pair.target.text, context.target_language)
    )
    if words < _SHORTEST or (_linked_share(pair, words) > _LINKED and not left_over):
        return
    yield Hit(
        start=0,
        end=len(pair.target.text),
        source=(0, len(pair.source.text)),
        message="This sentence seems to have nothing to do with its source.",
        confidence=0.9 if similarity <= _VERY_UNLIKE else 0.7,
        evidence=(("source", pair.source.text),),
    )


def _linked_share(pair: Pair, words: int) -> float:
    """Strong word links per word of the shorter side."""
    return sum(link.strength >= 0.5 for link in pair.evidence.links or ()) / words
