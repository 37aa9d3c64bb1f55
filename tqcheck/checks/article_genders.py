"""Rule witness of TQ601: a pronoun whose sex nobody has whom the document speaks of there."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.pair_index import index_in
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.lone_pronouns import find_lone_pronouns
from tqcheck.text.named_speakers import find_named_speakers

_NAMED = 0.88
"""Raw strength of a verb that is not of the sex of the one who speaks."""


def article_gender(pair: Pair, context: Context) -> Iterator[Hit]:
    """Pronouns and verbs of a sentence against the names beside them and everybody whom the sentences around it speak of."""
    index = index_in(context.article, pair)
    if context.article is None or index is None or pair.target is None:
        return
    for verb, name, _ in find_named_speakers(context.article, index):
        said = pair.source.text[slice(*name)] if pair.source else ""
        seen = pair.target.text[slice(*verb)]
        yield Hit(
            start=verb[0],
            end=verb[1],
            source=name,
            message=f"“{seen}” is not the gender of {said}.",
            confidence=_NAMED,
            witness="pronoun",
        )
    for found in find_lone_pronouns(context.article, index):
        seen = pair.target.text[found.start : found.end]
        yield Hit(
            start=found.start,
            end=found.end,
            message=f"“{seen}” stands where the text speaks of {'women' if found.expected == 'female' else 'men'} alone.",
            confidence=found.strength,
            witness="pronoun",
        )
