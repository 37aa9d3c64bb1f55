"""The part somebody has in what an English verb tells: "acts" or "suffers" (is acted on, given to, taken from), by what stands between."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.dictionary import lemma_of
from tqcheck.text.tables import table

Span = tuple[int, int]
ACTS, SUFFERS = "acts", "suffers"
_DETERMINER = (
    r"(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|two|three|some|every|each|another|one|local)"
)
_NO_ADJECTIVE = (
    r"(?:of|for|with|at|in|on|about|against|over|under|into|through|by|from|to|than|as|and|or|but|that|who|not|when|where|"
    r"if|why|how)"
)
_PHRASE = rf"(?:{_DETERMINER}\s)?(?:(?!{_NO_ADJECTIVE}\s)[\p{{L}}\-]+(?:['’]s)?\s){{0,2}}"
_BE = r"(?:was|were|is|are|be|been|being|am|got|get|gets)"
_AUXILIARY = (
    r"(?:(?:had|has|have|also|later|then|once|never|always|often|already|now|even|only|still|first|finally|will|would|must|may|"
    rf"might|could|can|did|does|do|not|just|should|{_BE}|\p{{L}}+ly)\s){{0,4}}"
)
_GOVERNED = (
    rf"\b(?:of|for|with|at|in|on|about|against|over|by|from|to|than|between|near|like|without|not|and|or|nor)\s(?:{_DETERMINER}\s)?"
    rf"(?:(?!{_DETERMINER}\s)[\p{{L}}\-]+\s){{0,2}}$"
)
_OBJECT = rf"\s(?:up\s|back\s|off\s|out\s)?(?:{_DETERMINER}|him|her|them|me|us|you|it|everyone|nobody|\d+|[\p{{L}}\-]+['’]s)\b"
_STOP = r"[.;:!?,()“”\"—–]|\b(?:which|that|and|but|because|when|while|after|before|if|or|whose|where|as|who|than)\b"
_PARTICIPLE_ALONE = rf"\b(?:{_DETERMINER}|of|with|for|by|in|on|at|from|as|and|or)\s$"


def english_part(text: str, noun: Span, verb: Span) -> str:
    """`ACTS`, `SUFFERS` or "" of a noun beside a verb, in an English text in small letters; "" where nothing is certain."""
    lemma = lemma_of(text[slice(*verb)], "en").lower() or text[slice(*verb)]
    if lemma not in _list("verbs") or regex.match(r"['’]s\b", text[noun[1] :]):
        return ""
    return _before_verb(text, noun, verb) if noun < verb else _behind_verb(text, noun, verb, lemma)


def _before_verb(text: str, noun: Span, verb: Span) -> str:
    gap, before, word = text[noun[1] : verb[0]], text[max(0, noun[0] - 40) : noun[0]], text[slice(*verb)]
    found = regex.fullmatch(rf"(,?\s(?:who|which|that))?\s{_AUXILIARY}", gap)
    if found is None or (regex.search(_GOVERNED, before) and not found[1]):
        return ""
    if regex.search(rf"\b{_BE}\b", gap):
        return ACTS if word.endswith("ing") else SUFFERS if _is_participle(word) else ""
    if word.endswith("ing"):
        return ""
    behind = text[verb[1] :]
    finite = gap.split() or not _is_participle(word)
    if regex.match(r"\sby\b", behind) or not (finite or regex.match(_OBJECT, behind)):
        return ""
    return ACTS


def _behind_verb(text: str, noun: Span, verb: Span, lemma: str) -> str:
    gap, before, word = text[verb[1] : noun[0]], text[max(0, verb[0] - 30) : verb[0]], text[slice(*verb)]
    passive = bool(regex.search(rf"\b{_BE}\s(?:\p{{L}}+ly\s|not\s|never\s|also\s)?$", before)) and not word.endswith(
        "ing"
    )
    if regex.search(_STOP, gap):
        return ""
    if regex.fullmatch(rf"\s(?:[\p{{L}}\-]+\s){{0,3}}?by\s{_PHRASE}", gap):
        return ACTS if passive else ""
    if _is_participle(word) and regex.search(_PARTICIPLE_ALONE, before):
        return ""
    if regex.fullmatch(rf"\s(?:back\s|up\s|off\s|out\s|over\s)?{_PHRASE}", gap):
        return "" if passive or regex.search(r"[“”\"’']\s?$|,\s$|^$", before) else SUFFERS
    for preposition, name in (("to", "to"), ("from", "from")):
        if lemma in _list(name) and regex.fullmatch(
            rf"\s(?:(?!to\s|by\s)[\p{{L}}\d€$£,.\-]+\s){{0,6}}?{preposition}\s{_PHRASE}", gap
        ):
            return SUFFERS
    return ""


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _participles()


@cache
def _participles() -> frozenset[str]:
    return frozenset(str(table("roles")["participle"]).split())


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(table("verb_roles")[name]).split())
