"""Somebody who acts on one side and is acted on by the same verb on the other: "he borrowed from a child", "a child borrowed from him"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text.case_forms import has_cases
from tqcheck.text.english_pronoun_verbs import is_head
from tqcheck.text.english_verb_parts import english_part
from tqcheck.text.foreign_verb_parts import foreign_part
from tqcheck.text.mentions import Mention
from tqcheck.text.role_swaps import places_of
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.shared_words import SharedWord, find_shared_words
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_CLOSE = 60
"""Characters between the noun and the verb in English, at most."""


def find_verb_role_swap(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of a noun and its verb; None where the two sides agree or nothing is certain."""
    english_source = table_language(source_language) == "en"
    if english_source == (table_language(target_language) == "en"):
        return None
    english, other, language = (
        (source, target, target_language) if english_source else (target, source, source_language)
    )
    linked = [places_of(link, english_source) for link in links]
    for noun, verb, ours, theirs in read_both(english, other, language, linked):
        if ours == theirs:
            continue
        here, there = _join(noun.english, verb.english), _join(noun.other, verb.other)
        return (there, here) if english_source else (here, there)
    return None


def read_both(
    english: str, other: str, language: str, linked: Sequence[tuple[Span, Span]]
) -> Iterator[tuple[Mention, SharedWord, str, str]]:
    """(party, verb, its part in English, its part in the other text) wherever both sides are certain."""
    folded, verbs = fold(english, "en"), find_shared_words(english, other, language, linked)
    named = not has_cases(language)  # the case of a name is a guess
    parties = [
        party
        for party in find_parties(english, other, language, linked)
        if party.listed and (named or not party.mention.name)
    ]
    for verb in verbs:
        if _is_converse(verb.senses):
            continue
        for party in parties:
            noun = party.mention
            if noun.english == verb.english or not _is_near(folded, noun.english, verb.english):
                continue
            here = english_part(folded, noun.english, verb.english) if is_head(english, noun.english) else ""
            there = foreign_part(other, noun, party.senses, verb.other, language) if here else ""
            if there:
                yield noun, verb, here, there


def _is_near(text: str, one: Span, two: Span) -> bool:
    first, second = sorted((one, two))
    return second[0] - first[1] <= _CLOSE and not regex.search(r"[.;!?]", text[first[1] : second[0]])


def _is_converse(senses: frozenset[str]) -> bool:
    """Whether the other word renders both sides of a deal, as «učiti» teaches and learns."""
    return any(pair <= senses for pair in _converses())


@cache
def _converses() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(pair.split()) for pair in table("verb_roles")["converse"])


def _join(one: Span, two: Span) -> Span:
    return min(one[0], two[0]), max(one[1], two[1])
