"""One person or body in the place of another: "the mayor's grandson" → «онук директора», "its former coach" → "il suo ex marito"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.model import Link
from tqcheck.text.parties import Party, find_parties, is_body, may_mean

Span = tuple[int, int]
_FIRM_LINK = 0.3
"""Strength of a link between words that stand for each other, right or wrong."""
_OTHER_LINK = 0.45
"""Strength of a link between words that render each other."""
_APART = 0.3
"""Share of their sentences that two words may stand apart without a link."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two words that name different persons or bodies: their places, and whether a link joins them."""

    source: Span
    target: Span
    linked: bool


def find_party_exchange(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> Exchange | None:
    """The one party of the source that the translation cannot mean, where the translation has one that the source cannot mean."""
    here, there = find_parties(source, source_language), find_parties(target, target_language)
    if not here or not there:
        return None
    lost = [party for party in here if party.meanings.isdisjoint(may_mean(target, target_language))]
    gained = [party for party in there if party.meanings.isdisjoint(may_mean(source, source_language))]
    if len(lost) != 1 or len(gained) != 1:
        return None
    one, two = lost[0], gained[0]
    linked = _is_linked(links, one, two)
    if not linked and (
        not links
        or is_body(one) != is_body(two)
        or _renders_other(links, one, two)
        or _is_apart(one, two, source, target)
    ):
        return None
    return Exchange((one.start, one.end), (two.start, two.end), linked)


def _is_linked(links: Sequence[Link], one: Party, two: Party) -> bool:
    """Whether a link joins two words, and none of either with another word is stronger."""
    joined = [link.strength for link in links if _touches(link, one) and _touches(link, two, target=True)]
    either = [link.strength for link in links if _touches(link, one) or _touches(link, two, target=True)]
    return bool(joined) and max(joined) >= _FIRM_LINK and max(joined) == max(either)


def _touches(link: Link, party: Party, *, target: bool = False) -> bool:
    span = link.target if target else link.source
    return span.start < party.end and party.start < span.end


def _renders_other(links: Sequence[Link], one: Party, two: Party) -> bool:
    """Whether either word is linked to another one."""
    return any(
        link.strength >= _OTHER_LINK and (_touches(link, one) or _touches(link, two, target=True)) for link in links
    )


def _is_apart(one: Party, two: Party, source: str, target: str) -> bool:
    return abs(one.start / max(1, len(source)) - two.start / max(1, len(target))) > _APART
