"""Taller than my husband, where my husband was taller: a noun that is compared here is what others are compared with there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text.english_pronoun_verbs import is_head
from tqcheck.text.english_side import english_side
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_FIRST, _SECOND = "compared", "compared with"
_MORE = r"(?<!\b(?:no|not|any|ever)\s)\b(?:(?!other|rather|number|over|under)\p{L}{3,}er|more|fewer|better|worse)\b"
_FIGURE = r"(?!\s(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|a\s|an\s(?:hour|hundred)|usual|ever|expected|planned|before))"
_DETERMINER = r"(?:(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|most)\s)?"
_PREPOSITION = r"(?:(?:of|from|in|on|for|by|at|to|with)\s)?"


def find_compared_swap(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of the noun; one side must be English, and each has one comparison."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    english, other, language = pair.english, pair.other, pair.language
    code = table_language(language)
    texts = fold(english, "en"), fold(other, language)
    if code not in table("comparisons") or not _is_single(texts[0], "en") or not _is_single(texts[1], code):
        return None
    for party in find_parties(english, other, language, pair.linked(links)):
        mention = party.mention
        here = _english(texts[0], mention.english) if is_head(english, mention.english) else ""
        there = _foreign(texts[1], mention.other, code) if here else ""
        if there and here != there:
            return pair.places(mention.english, mention.other)
    return None


def _is_single(text: str, code: str) -> bool:
    return len(_than(code).findall(text)) == 1


@cache
def _than(code: str) -> regex.Pattern[str]:
    facts = table("comparisons")[code]
    words = "|".join(str(facts.get("before") or facts["behind"]).split())
    return regex.compile(words if code in UNSPACED or "behind" in facts else rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})")


def _english(text: str, place: Span) -> str:
    before, behind = text[: place[0]], text[place[1] :]
    if regex.search(rf"{_MORE}[^.,;:!?]{{0,40}}\bthan\s{_PREPOSITION}{_DETERMINER}$", before):
        return _SECOND
    first = rf"(?:\s(?!and\b|or\b|of\b)[^.,;:!?]{{0,30}}?)?\s{_MORE}(?:\s\p{{L}}+)?\sthan\b{_FIGURE}"
    if regex.match(first, behind):
        return _FIRST
    after_more = regex.search(rf"\bmore\s(?:of\s)?{_DETERMINER}$", before)
    return _FIRST if after_more and regex.match(r"\sthan\b", behind) else ""


def _foreign(text: str, place: Span, code: str) -> str:
    than, before, behind = _than(code), text[: place[0]], text[place[1] :]
    if "behind" in table("comparisons")[code]:
        return _SECOND if regex.match(rf"(?:さん|たち|의|들)?(?:{than.pattern})", behind) else ""
    if code == "zh":
        return _SECOND if before.endswith("比") else _FIRST if behind.startswith("比") else ""
    if regex.search(rf"{than.pattern}\s(?:\p{{L}}{{1,5}}\s){{0,2}}$", before):
        return _SECOND
    return _FIRST if regex.match(rf"\s(?:\p{{L}}+\s){{1,2}}{than.pattern}", behind) else ""
