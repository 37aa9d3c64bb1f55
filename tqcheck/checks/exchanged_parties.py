"""Rule witness of TQ601: another person or body than the source's, or one that the source does not have at all."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import Hit, Pair
from tqcheck.text.added_parties import find_added_party
from tqcheck.text.masks import blank
from tqcheck.text.party_exchanges import find_party_exchange

_LINKED, _UNLINKED, _ADDED = 0.9, 0.82, 0.85
"""Raw strength where a word link joins the two, where only their places do, and where the source has nobody of the kind."""


def exchanged_party(pair: Pair) -> Iterator[Hit]:
    """A person or body named by what it is, against the one that the source names in its place."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    languages, links = (pair.source_language, pair.target_language), pair.evidence.links or ()
    found = find_party_exchange(source, target, *languages, links)
    if found is not None:
        said, seen = source[slice(*found.source)], target[slice(*found.target)]
        yield Hit(
            start=found.target[0],
            end=found.target[1],
            source=found.source,
            message=f"The source speaks of “{said}” here, not of “{seen}”.",
            confidence=_LINKED if found.linked else _UNLINKED,
            evidence=(("source", said),),
            witness="party",
        )
        return
    added = find_added_party(source, target, *languages, links)
    if added is not None:
        yield Hit(
            start=added[0],
            end=added[1],
            message=f"The source does not speak of “{target[slice(*added)]}”.",
            confidence=_ADDED,
            witness="party",
        )
