"""His for her beside a noun that both sides have: "his predecessor" for „ihr Vorgänger“, whatever other pronouns the sentence has."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tqcheck.model import Link
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.gender import Gender
from tqcheck.text.pronoun_owners import Owner, possessives
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_OWNED = regex.compile(r"\b(his|her)\s(?:(?!own\b)[\p{L}\-]+\s)?$")
_OBJECT_OF = regex.compile(
    r"\b(?:give|gave|given|giving|tell|told|show|showed|send|sent|bring|brought|lend|lent|teach|taught|pay|paid|cost|let|make|made|see|saw|help|helped|ask|asked|offer|offered)\s$"
)
"""Verbs behind which "her" may be whom the noun is given to."""
_SEXES: dict[str, tuple[str, Gender]] = {"his": ("m", "male"), "her": ("f", "female")}
_WOMAN_OR_MAN = frozenset({"m", "f"})
_BEHIND = frozenset({"ro", "pt", "he"})
"""Languages whose possessives of a man or a woman stand behind the noun."""


def find_other_owner(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span, Gender] | None:
    """(place in the translation, place in the source, sex that the source says) of the possessives of one noun; `links` as everywhere."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None or not regex.search(r"\b(?:his|her)\s", fold(pair.english, "en")):
        return None
    owners = [owner for owner in possessives(pair.other, pair.language) if owner.sure]
    if not any(len(owner.classes & _WOMAN_OR_MAN) == 1 for owner in owners):
        return None
    return _find(pair, owners, pair.linked(links))


def _find(
    pair: EnglishSide, owners: Sequence[Owner], linked: Sequence[tuple[Span, Span]]
) -> tuple[Span, Span, Gender] | None:
    folded = fold(pair.english, "en")
    for party in find_parties(pair.english, pair.other, pair.language, linked):
        here = _OWNED.search(folded[: party.mention.english[0]])
        if here is None or regex.match(r"['’]s", folded[party.mention.english[1] :]):
            continue
        there = _beside(pair, party.mention.other, owners)
        sex, said = _SEXES[here[1]]
        if there is None or sex in there.classes or there.classes.isdisjoint(_WOMAN_OR_MAN):
            continue
        if here[1] == "her" and _OBJECT_OF.search(folded[: here.start()]):
            continue
        expected: Gender = said if pair.is_source else ("female" if said == "male" else "male")
        return (*pair.places(here.span(1), there.place), expected)
    return None


def _beside(pair: EnglishSide, noun: Span, owners: Sequence[Owner]) -> Owner | None:
    """The possessive nearest to a noun of the other language, with one word between them at most."""
    code = table_language(pair.language)
    gap = r"\p{L}{0,2}" if code in UNSPACED else r"\s(?:[\p{L}\p{M}\-]+\s)?"
    if code in _BEHIND:
        found = [
            one
            for one in owners
            if one.place[0] >= noun[1] and regex.fullmatch(gap, pair.other[noun[1] : one.place[0]])
        ]
        return min(found, key=lambda one: one.place, default=None)
    found = [
        one for one in owners if one.place[1] <= noun[0] and regex.fullmatch(gap, pair.other[one.place[1] : noun[0]])
    ]
    return max(found, key=lambda one: one.place, default=None)
