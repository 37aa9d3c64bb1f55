"""Rule witness of TQ601: another person of the document in the place of the one whom the source names."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.pair_index import index_in
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.wrong_participants import find_wrong_participant

_STRENGTH = 0.85


def wrong_participant(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name of the document that this sentence of the source does not have, where the source has another one."""
    index = index_in(context.article, pair)
    found = (
        find_wrong_participant(context.article, index) if context.article is not None and index is not None else None
    )
    if found is None or pair.source is None or pair.target is None:
        return
    said, seen = pair.source.text[slice(*found[1])], pair.target.text[slice(*found[0])]
    yield Hit(
        start=found[0][0],
        end=found[0][1],
        source=found[1],
        message=f"The source speaks of {said} here, not of {seen}.",
        confidence=_STRENGTH,
        evidence=(("source", said),),
        witness="participant",
    )
