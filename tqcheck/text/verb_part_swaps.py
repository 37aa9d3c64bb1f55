"""One who acts by a verb that both sides have, and on whom it is done in the translation: "the widow sued …" for „… pozwał wdowę“.

The other participant need not be known. English tells by its order; the other language by case, particle or preposition, and where its
order is firm by what stands before the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text import patterns
from tqcheck.text.case_forms import has_cases
from tqcheck.text.english_pronoun_verbs import is_head
from tqcheck.text.english_side import english_side
from tqcheck.text.mentions import Mention, find_mentions
from tqcheck.text.overlaps import joined
from tqcheck.text.passive_agents import has_passive
from tqcheck.text.role_frames import is_silent
from tqcheck.text.role_marks import marks_of_party
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.shared_words import find_shared_words
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_BREAK = regex.compile(r"[.,;:!?。！？،؟、，「」『』“”„«»\"()—–।\n]")
_NEAR = 60
"""Characters between the verb and the noun in the other language, at most."""
_DETERMINER = r"(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|two|three|some|every|each|another)"
_ADVERBS = (
    r"(?:(?:had|has|have|also|later|then|once|never|always|often|already|now|even|only|still|first|finally|will|would|must|may|might|"
    r"could|can|did|does|do|not|should|himself|herself|themselves|publicly|promptly|(?!only)\p{L}+ly)\s){0,3}"
)
_BE = r"(?:was|were|is|are|be|been|being|got)\s"
_ACTS = regex.compile(rf"(?:['’]s)?\s{_ADVERBS}$")
_SUFFERS = regex.compile(rf"\s{_ADVERBS}{_BE}(?:\p{{L}}+ly\s|also\s|later\s|not\s|never\s|then\s)?$")
_OBJECT = regex.compile(rf"\s{_DETERMINER}\s(?:[\p{{L}}\-]+\s){{0,2}}$")
_BY = regex.compile(rf"\sby\s(?:{_DETERMINER}\s)?(?:[\p{{L}}\-]+\s){{0,2}}$")
_ITS_OBJECT = regex.compile(rf"\s(?:{_DETERMINER}\s\p{{L}}|him|them|her\s|us\s|me\s)")
_WAS = regex.compile(rf"{_BE}(?:\p{{L}}+ly\s|also\s|later\s|not\s|never\s|then\s)?$")
_GOVERNED = regex.compile(
    r"\b(?:of|for|with|at|in|on|about|against|over|by|from|to|than|between|near|like|without|not|and|or|nor|as|after|before|who|whom|that)\s"
    rf"(?:{_DETERMINER}\s)?(?:(?!{_DETERMINER}\s)[\p{{L}}\-]+\s){{0,2}}$"
)


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
    verbs = [
        (word.english, word.other)
        for word in find_shared_words(english, other, language, linked)
        if _may_be_verb(english[slice(*word.english)])
    ]
    for party in find_parties(english, other, language, linked):
        if not party.listed or not is_head(english, party.mention.english):
            continue
        for verb, there in verbs:
            told = _told(fold(english, "en"), party.mention.english, verb)
            if told and _contradicts(told, party.mention, party.senses, there, other, language):
                return pair.places(joined(party.mention.english, verb), joined(party.mention.other, there))
    return None


def _may_be_verb(word: str) -> bool:
    small = word.lower()
    known = small.endswith("ed") or small in _irregular()
    return known and not is_silent(small) and small not in _list("turned") and small not in _list("loose")


def _told(text: str, noun: Span, verb: Span) -> str:
    """What English says of the noun: "acts", "suffers"; "" where its order tells nothing."""
    if verb[0] >= noun[1]:
        gap, behind = text[noun[1] : verb[0]], text[verb[1] :]
        if len(gap) > 40 or _GOVERNED.search(text[max(0, noun[0] - 40) : noun[0]]):
            return ""
        if _SUFFERS.match(gap):
            return "suffers"
        return "acts" if _ACTS.match(gap) and not gap.startswith(("'", "’")) and _ITS_OBJECT.match(behind) else ""
    gap, before = text[verb[1] : noun[0]], text[max(0, verb[0] - 30) : verb[0]]
    passive = bool(_WAS.search(before))
    if passive and _BY.fullmatch(gap):
        return "acts"
    owned = patterns.match(r"['’]s\b|['’]\s|\s(?:of|and|or|who|that|whose)\b", text[noun[1] :])
    if passive or owned or not _OBJECT.fullmatch(gap):
        return ""
    return "suffers" if patterns.search(rf"\p{{L}}\s(?:{_ADVERBS})$", before) else ""


def _contradicts(told: str, mention: Mention, senses: frozenset[str], verb: Span, other: str, language: str) -> bool:
    """Whether the other language gives the noun the other part of the verb."""
    first, second = sorted((mention.other, verb))
    gap = other[first[1] : second[0]]
    if len(gap) > _NEAR or _BREAK.search(gap) or patterns.search(_also(language), fold(gap, language)):
        return False
    marks = set(marks_of_party(other, mention, senses, language))
    if has_cases(language) and (mention.name or (told == "acts" and mention.plural)):
        return False  # a surname has endings of its own, and numbers have a genitive behind them: «подписали 640 сотрудников»
    if told == "acts":
        return bool(marks) and marks <= {"O"}
    start, end = _clause(other, mention.other)
    clause = other[start:end]
    if has_passive(clause, language):
        return False
    return marks == {"S"} or (
        marks == {"S", "O"} and _is_subject(gap, mention.other < verb, other[slice(*verb)], language)
    )


def _is_subject(gap: str, noun_first: bool, verb: str, language: str) -> bool:
    """Whether an unmarked noun stands right before the verb, where a language of a firm order has the one who acts."""
    code = table_language(language)
    helpers = _helpers(code)
    if not noun_first or not helpers:
        return False
    if code == "zh":
        return len(gap) <= 3 and (not gap or gap in helpers)
    words = fold(gap, language).split()
    participles = tuple(str(table("verb_roles")["participles"].get(code, "")).split())
    if not words and participles and verb.lower().endswith(participles):
        return False  # "le maire accusé de …"
    return len(words) <= 2 and all(word in helpers for word in words)


def _clause(text: str, place: Span) -> Span:
    """The stretch without punctuation around a place."""
    start = max((match.end() for match in _BREAK.finditer(text[: place[0]])), default=0)
    after = _BREAK.search(text[place[1] :])
    return start, place[1] + after.start() if after else len(text)


@cache
def _also(language: str) -> str:
    """Words that begin another clause or another noun between the two."""
    words = str(table("verb_parts")["clause"].get(table_language(language), "")).split()
    return rf"(?<!\p{{L}})(?:{'|'.join(words)})(?!\p{{L}})" if words else "(?!)"


@cache
def _helpers(code: str) -> frozenset[str]:
    return frozenset(str(table("verb_parts")["helpers"].get(code, "")).split())


@cache
def _irregular() -> frozenset[str]:
    facts = table("roles")
    return frozenset(f"{facts['past']} {facts['present']} {facts['participle']} {facts['transitive']}".split())


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(table("verb_roles" if name == "turned" else "verb_parts")[name]).split())
