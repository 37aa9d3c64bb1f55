"""Rule witness of TQ601: an ambiguous word in the sense that its context speaks against."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.pair_index import index_in
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.wrong_senses import find_wrong_senses

CLOSE, BROAD, VAGUE = 0.9, 0.75, 0.6
"""Raw strength where the sentence itself or the document's other renderings ask for another sense; where only the document's topic
or the rarity of the other sense does; where a single word of the sentence does."""


def wrong_sense(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words of the translation that render another sense of a word of the source than its sentence and document are about."""
    index = index_in(context.article, pair)
    if context.article is None or index is None or pair.source is None or pair.target is None:
        return
    for found in find_wrong_senses(context.article, index):
        if not (found.clear or found.close):
            continue  # one word elsewhere in the document was right once in six times
        said, seen = pair.source.text[slice(*found.source)], pair.target.text[found.start : found.end]
        yield Hit(
            start=found.start,
            end=found.end,
            source=found.source,
            message=f"“{seen}” renders another sense of “{said}” than this text is about"
            + (f": {found.meant}." if found.meant else "."),
            confidence=VAGUE if not found.clear else CLOSE if found.close else BROAD,
            severity=None if found.clear else "minor",
            evidence=(("source", said),),
            witness="sense",
        )
