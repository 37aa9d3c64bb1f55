"""Rule witness of TQ601: an ambiguous word in the sense that its context speaks against."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.pair_index import index_in
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.wrong_senses import WrongSense, find_wrong_senses

CLOSE, BROAD, VAGUE, FAINT = 0.9, 0.75, 0.6, 0.35
"""Raw strength where the form of the word or the rarity of the sense decides, and the sentence or the document's other renderings ask
for another sense; where these decide, and only the document's topic asks; where words of the context or a single one do; where too little
does for a lone finding."""


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
            confidence=_strength(found),
            severity=None if found.clear and found.sure else "minor",
            evidence=(("source", said),),
            witness="sense",
        )


def _strength(found: WrongSense) -> float:
    if not found.sure:
        return FAINT
    if not (found.clear and found.decided):
        return VAGUE
    return CLOSE if found.close else BROAD
