"""One who acts by a verb that both sides have, and on whom it is done in the translation: "the widow sued …" for „… pozwał wdowę“.

The other participant need not be known. English tells by its order; the other language by case, particle or preposition, and where its
order is firm by what stands before the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text.english_clauses import part_beside
from tqcheck.text.english_pronoun_verbs import is_head
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.local_parties import local_parties
from tqcheck.text.mentions import Mention, find_mentions, may_act
from tqcheck.text.overlaps import joined, overlap
from tqcheck.text.role_frames import is_silent
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.shared_words import find_shared_words
from tqcheck.text.tables import table
from tqcheck.text.verb_marks import clause_of, contradicts, is_near
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_PRESENT = regex.compile(r"(?<![su])s$")
"""The end of an English verb in the present, or of a noun: who stands before it acts, and who stands behind it may."""


def find_verb_part_swap(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of a verb with somebody on its wrong side; `links` = words that render each other."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None or table_language(pair.language) not in table("role_marks"):
        return None
    english, other, language = pair.english, pair.other, pair.language
    linked = pair.linked(links)
    if not find_mentions(english, other, language, linked):
        return None
    folded = fold(english, "en")
    verbs = [
        (word.english, word.other)
        for word in find_shared_words(english, other, language, linked)
        if _may_be_verb(english[slice(*word.english)])
    ]
    if not verbs:
        return None
    parties = [
        (party.mention, party.senses)
        for party in find_parties(english, other, language, linked)
        if party.listed or may_act(party.mention)
    ]
    for verb, there in verbs:
        for mention, senses in _around(verb, there, parties, pair):
            if not is_near(mention.other, there, other) or not is_head(english, mention.english):
                continue
            told = _told(folded, mention.english, verb)
            if told and contradicts(told, mention, senses, there, other, language):
                return pair.places(joined(mention.english, verb), joined(mention.other, there))
    return None


def _around(
    verb: Span, there: Span, parties: Sequence[tuple[Mention, frozenset[str]]], pair: EnglishSide
) -> Iterator[tuple[Mention, frozenset[str]]]:
    """The participants that both sides have once, and those that the clauses of the verb have once."""
    yield from parties
    clauses = clause_of(pair.english, verb), clause_of(pair.other, there)
    known = {one.english for one, _ in parties}
    for mention, senses in local_parties(pair.english, pair.other, pair.language, *clauses, known):
        if not any(overlap(mention.other, one.other) for one, _ in parties):
            yield mention, senses


def _told(folded: str, noun: Span, verb: Span) -> str:
    """What English says of the noun: of a word in -s that may be no verb, only that it acts."""
    told, word = part_beside(folded, noun, verb), folded[slice(*verb)]
    listed = word.endswith("ed") or word in _irregular()
    return told if listed or (told == "acts" and noun[1] <= verb[0]) else ""


def _may_be_verb(word: str) -> bool:
    small = word.lower()
    known = small.endswith("ed") or small in _irregular() or bool(_PRESENT.search(small))
    return known and not is_silent(small) and small not in _list("turned") and small not in _list("loose")


@cache
def _irregular() -> frozenset[str]:
    facts = table("roles")
    return frozenset(f"{facts['past']} {facts['present']} {facts['participle']} {facts['transitive']}".split())


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(table("verb_roles" if name == "turned" else "verb_parts")[name]).split())
