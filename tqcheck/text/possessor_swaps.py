"""Whose it is, or to whom, exchanged: "his lawyer" for „njen advokat“, "our bus" for « leur autobus », "told them" for «сказали нам»."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.text.english_side import english_side
from tqcheck.text.pronoun_owners import (
    FIRST,
    THIRD,
    Owner,
    english_objects,
    english_possessives,
    objects,
    possessives,
)

Span = tuple[int, int]
_ALSO = {"i": {"we"}, "we": {"i"}, "they": {"it"}, "it": {"they"}}
"""Possessors that translators set for each other: a firm is "it" and "they"."""
_ANY = FIRST | THIRD


def find_possessor_swap(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of pronouns of different persons, all others being answered for."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    here = english_possessives(pair.english)
    found = _unanswered(here, possessives(pair.other, pair.language)) if here else None
    if found is None and (here := english_objects(pair.english)):
        found = _unanswered(here, objects(pair.other, pair.language))
    return pair.places(*found) if found else None


def _unanswered(here: Sequence[Owner], there: Sequence[Owner]) -> tuple[Span, Span] | None:
    """The first of the English and of the others that differ, whom nothing on the other side can stand for.

    A reflexive ("свой") answers for one of whatever person.
    """
    reflexives = sum(two.classes >= _ANY for two in there)
    named = [two for two in there if not two.classes >= _ANY]
    ours = [one for one in here if one.sure and not any(_agree(one.classes, two.classes) for two in named)]
    theirs = [two for two in named if two.sure and not any(_agree(one.classes, two.classes) for one in here)]
    if not theirs or len(ours) <= reflexives:
        return None
    ours.sort(key=lambda one: not one.classes <= FIRST)  # a first person for a third is the surest
    pairs = ((one, two) for one in ours for two in theirs if _differ(one.classes, two.classes))
    found = next(pairs, None)
    return (found[0].place, found[1].place) if found else None


def _agree(english: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the one may render the other."""
    return not english.union(*(_ALSO.get(one, ()) for one in english)).isdisjoint(other)


def _differ(english: frozenset[str], other: frozenset[str]) -> bool:
    """Whether no freedom of translators explains the difference: first for third person, his for her."""
    if english <= FIRST or other <= FIRST:
        return True
    return english <= {"m", "f"} and not other.isdisjoint({"m", "f", "they"})
