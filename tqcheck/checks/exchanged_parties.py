"""Rule witness of TQ601: another person or body than the source's, or one that the source does not have at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.model import Hit, Pair
from tqcheck.text.added_parties import find_added_party
from tqcheck.text.dictionary_parties import find_dictionary_exchange
from tqcheck.text.masks import blank
from tqcheck.text.party_exchanges import find_party_exchange
from tqcheck.text.person_swaps import find_person_swap
from tqcheck.text.portfolios import find_portfolio_exchange
from tqcheck.text.possessor_swaps import find_possessor_swap

Span = tuple[int, int]
_LINKED, _UNLINKED, _ADDED, _UNLISTED = 0.9, 0.82, 0.85, 0.3
"""Raw strength where a word link joins the two, where only their places do, where the source has nobody of the kind, and where no list but
the dictionary alone tells them apart: of those, one in 4,000 words of professional translations is a rewording."""


def exchanged_party(pair: Pair) -> Iterator[Hit]:
    """A person or body named by what it is, against the one that the source names in its place; at most one."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    witnesses = (_exchanged, _unknown, _ministry, _added, _person, _owner)
    found = next((hit for judge in witnesses if (hit := judge(pair, source, target))), None)
    if found is not None:
        yield found


def _exchanged(pair: Pair, source: str, target: str) -> Hit | None:
    links = pair.evidence.links or ()
    found = find_party_exchange(source, target, pair.source_language, pair.target_language, links)
    if found is None:
        return None
    return _other(pair, found.target, found.source, _LINKED if found.linked else _UNLINKED)


def _unknown(pair: Pair, source: str, target: str) -> Hit | None:
    links = pair.evidence.links or ()
    found = find_dictionary_exchange(source, target, pair.source_language, pair.target_language, links)
    return _other(pair, *found, _UNLISTED) if found else None


def _other(pair: Pair, place: Span, source: Span, strength: float) -> Hit:
    """One party in the place of another."""
    said = pair.source.text[slice(*source)] if pair.source else ""
    seen = pair.target.text[slice(*place)] if pair.target else ""
    return _hit(place, f"The source speaks of “{said}” here, not of “{seen}”.", strength, source, said)


def _ministry(pair: Pair, source: str, target: str) -> Hit | None:
    found = find_portfolio_exchange(source, target, pair.source_language, pair.target_language)
    if found is None:
        return None
    said, seen = source[slice(*found[1])], target[slice(*found[0])]
    return _hit(found[0], f"The ministry of the source is for “{said}”, not for “{seen}”.", _LINKED, found[1], said)


def _added(pair: Pair, source: str, target: str) -> Hit | None:
    links = pair.evidence.links or ()
    found = find_added_party(source, target, pair.source_language, pair.target_language, links)
    return _hit(found, f"The source does not speak of “{target[slice(*found)]}”.", _ADDED) if found else None


def _person(pair: Pair, source: str, target: str) -> Hit | None:
    found = find_person_swap(source, target, pair.source_language, pair.target_language)
    if found is None:
        return None
    said, seen = source[slice(*found[1])], target[slice(*found[0])]
    return _hit(found[0], f"The source says “{said}”, which is another person than “{seen}”.", _ADDED, found[1], said)


def _owner(pair: Pair, source: str, target: str) -> Hit | None:
    found = find_possessor_swap(source, target, pair.source_language, pair.target_language)
    if found is None:
        return None
    said, seen = source[slice(*found[1])], target[slice(*found[0])]
    message = f"The source says “{said}”, which is somebody else than “{seen}”."
    return replace(_hit(found[0], message, _ADDED, found[1], said), witness="owner")


def _hit(place: Span, message: str, strength: float, source: Span | None = None, said: str = "") -> Hit:
    return Hit(
        start=place[0],
        end=place[1],
        source=source,
        message=message,
        confidence=strength,
        evidence=(("source", said),) if said else (),
        witness="party",
    )
