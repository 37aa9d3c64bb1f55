"""A relative or an office that nobody in the source is: "her own wedding" → "casamento da irmã", „odloženo“ → "postponed by the court"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from tqcheck.model import Link
from tqcheck.text.concepts import axes
from tqcheck.text.parties import Party, find_parties, may_mean
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_LINKED = 0.33
"""Strength of a link from which a word renders another, if loosely."""
_SUFFIXED = frozenset({"ar", "he", "fa"})
"""Languages that write whose relative it is onto the word, so that no list has all forms."""
_OWNED = (
    r"(?:\b(?:his|her|their|my|our|your)|(?<!\b(?:it|that|what|there|who|let|he|she|here))['’]s|s['’])\s(?:\p{L}+\s)?$"
)
_OFFICES = frozenset(
    [
        "police",
        "government",
        "court",
        "council",
        "ministry",
        "minister",
        "mayor",
        "judge",
        "president",
        "parliament",
        "army",
        "union",
    ]
)
_BY = (
    r"(?<!\p{L})(?:by|told|informed|assured|por|pelo|pela|par|przez|door|av|dal|dalla|dai|dagli|ai|agli|alla|al|vom|von|durch)\s"
    r"(?:(?:the|an?|la|el|los|las|le|les|un|una|une|het|de|een|o|os|ein|eine|einem|einer|der|den|die|das|dem)\s)?$"
)
_IN_LAW = r"['’\-\s]{1,2}in-law(?!\p{L})"
_CHAIN = r"['’]s\s(?:(?:elder|older|eldest|younger|youngest|late|only)\s)?$"
"""What stands between the two words of "her husband's elder brother", which is one word in many languages."""
_SUBJECTS = {"m": r"\b(?:he|him)\b", "f": r"\bshe\b"}
_FEMALE = frozenset({"mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother", "granddaughter"})


def find_added_party(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link]
) -> Span | None:
    """The place in the translation of a relative who is somebody's, or of an office by whom something is done; only with word links.

    Nothing in the source may mean it, and no word of the source is linked to it.
    """
    if not links or _SUFFIXED & {table_language(source_language), table_language(target_language)}:
        return None
    meant, folded = may_mean(source, source_language), fold(target, target_language)
    parties = find_parties(target, target_language)
    chained = _chained(parties, folded, meant)
    for party in parties:
        if not party.meanings.isdisjoint(meant) or _is_linked(party, links) or party in chained:
            continue
        before = folded[: party.start]
        if (
            party.meanings <= _kin()
            and _is_owned(before, target_language)
            and not _is_named_so(party, source, source_language)
        ):
            return party.start, party.end
        if party.meanings <= _OFFICES and regex.search(_BY, before):
            return party.start, party.end
    return None


def _chained(parties: Sequence[Party], folded: str, meant: frozenset[str]) -> frozenset[Party]:
    """English words that are part of a relative whom one word may name: "mother-in-law", or both of a chain that the source has none of."""
    found = {party for party in parties if regex.match(_IN_LAW, folded, pos=party.end)}
    for first, second in pairwise(parties):
        if regex.fullmatch(_CHAIN, folded[first.end : second.start]) and meant.isdisjoint(
            first.meanings | second.meanings
        ):
            found |= {first, second}
    return frozenset(found)


def _is_linked(party: Party, links: Sequence[Link]) -> bool:
    return any(
        link.target.start < party.end and party.start < link.target.end and link.strength >= _LINKED for link in links
    )


def _is_owned(before: str, language: str) -> bool:
    """Whether what stands before a word makes it somebody's; other languages than English need not say so."""
    return table_language(language) != "en" or bool(regex.search(_OWNED, before))


def _is_named_so(party: Party, source: str, language: str) -> bool:
    """Whether an English pronoun may be what a relative is named for: "he" → «муж»."""
    if table_language(language) != "en":
        return False
    return bool(regex.search(_SUBJECTS["f" if party.meanings & _FEMALE else "m"], fold(source, "en")))


def _kin() -> frozenset[str]:
    return frozenset(axes()["kin"].values)
