"""Somebody with whom a clause begins on both sides, who acts in English alone: "the mayor alerted a girl" for „A polgármestert …“.

The verb need not be known: what the other language has at the beginning in the object's case is who is acted on, whatever the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text import patterns
from tqcheck.text.english_clauses import ADVERBS, ASIDE, DETERMINER, PHRASE
from tqcheck.text.english_pronoun_verbs import is_head
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.mentions import Mention, find_mentions, is_person
from tqcheck.text.overlaps import joined
from tqcheck.text.passive_agents import has_passive
from tqcheck.text.role_frames import is_silent
from tqcheck.text.role_marks import marks_of_party
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.verb_marks import clause_of
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_BEGINS = regex.compile(
    rf"(?:^|[.;:]\s|,\s(?:(?:and|but|while|because|since|although)\s)?)(?:{DETERMINER}\s)?(?:[\p{{L}}\-]+\s){{0,2}}?$"
)
_BEGINS_THERE = regex.compile(r"(?:^|[.;:,]\s)(?:[\p{L}\p{M}\-]+\s){0,2}?$")
_MODALS = regex.compile(r"\b(?:had|has|have|needs?|ought)\sto\b|\b(?:must|should)\b|\bmanaged\b|\bable\b")
"""What other languages say of somebody in the dative."""


def find_opening_part(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of a clause's first participant and the verb; one side must be English."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None or table_language(pair.language) not in table("verb_parts")["openings"]["languages"].split():
        return None
    english, other, language, linked = pair.english, pair.other, pair.language, pair.linked(links)
    if not find_mentions(english, other, language, linked):
        return None
    folded = fold(english, "en")
    for party in find_parties(english, other, language, linked):
        mention = party.mention
        if mention.name or not is_person(mention.words[0]) or not is_head(english, mention.english):
            continue
        verb = _acts(folded, mention.english)
        if verb and _is_acted_on(mention, party.senses, folded[slice(*verb)], pair):
            return pair.places(joined(mention.english, verb), mention.other)
    return None


def _acts(folded: str, noun: Span) -> Span | None:
    """The verb by which a noun at the beginning of an English clause acts on somebody or something."""
    if not _BEGINS.search(folded[max(0, noun[0] - 60) : noun[0]]):
        return None
    found = _verb().match(folded, noun[1])
    if found is None or is_silent(found[1]) or found[1] in _turned() or _MODALS.search(found[0]):
        return None
    start, end = found.span(1)
    return start, end


def _is_acted_on(mention: Mention, senses: frozenset[str], verb: str, pair: EnglishSide) -> bool:
    other, language = pair.other, pair.language
    if not _BEGINS_THERE.search(other[max(0, mention.other[0] - 50) : mention.other[0]]):
        return False
    marks = marks_of_party(other, mention, senses, language)
    strict = marks == {"O"} or (marks == {"O", "TO"} and verb in _transitive())
    start, end = clause_of(other, mention.other)
    return strict and not has_passive(other[start:end], language)


@cache
def _verb() -> regex.Pattern[str]:
    facts = table("roles")
    verbs = "|".join([r"\p{L}{2,}ed", *f"{facts['past']} {facts['present']}".split()])
    return patterns.compiled(
        rf"{ASIDE}\s{PHRASE}{ADVERBS}({verbs})\s(?:{DETERMINER}\s\p{{L}}|him\b|them\b|her\s|us\b|me\b)"
    )


@cache
def _turned() -> frozenset[str]:
    return frozenset(str(table("verb_roles")["turned"]).split())


@cache
def _transitive() -> frozenset[str]:
    return frozenset(str(table("roles")["transitive"]).split())
