"""What an English text tells of a noun beside a verb: that it acts, is acted on, or is given something, also across what stands between."""

from __future__ import annotations

import regex

from tqcheck.text import patterns

Span = tuple[int, int]
DETERMINER = r"(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|two|three|some|every|each|another)"
ADVERBS = (
    r"(?:(?:had|has|have|also|later|then|once|never|always|often|already|now|even|only|still|first|finally|will|would|must|may|might|"
    r"could|can|did|does|do|not|should|himself|herself|itself|themselves|publicly|promptly|twice|been\s(?=\p{L}+ing\b)|"
    r"(?!only)\p{L}+ly)\s){0,3}"
)
_BE = r"(?:was|were|is|are|be|been|being|got)\s"
_LITTLE = r"(?:\p{L}+ly\s|also\s|later\s|not\s|never\s|then\s|once\s|twice\s)?"
PHRASE = (
    rf"(?:(?:of|from|in|at|on)\s(?:{DETERMINER}\s)?"
    r"(?:(?!(?:and|or|who|which|that|was|were|had|has|is|are)\s)[\p{L}\-’']+\s){1,3}?)?"
)
"""A phrase behind a noun: "the skipper of the trawler"."""
ASIDE = r"(?:,?\swho|,\swhich|(?:,\s(?!(?:and|but|or|nor|so|while|when|whom|whose)\b)[^,.;:!?()“”\"]{3,70},)?)"
"""What stands between a noun and its verb: nothing, a relative pronoun, or an aside between commas."""
_ACTS = regex.compile(rf"(?:['’]s)?{ASIDE}\s{PHRASE}{ADVERBS}$")
_SUFFERS = regex.compile(rf"{ASIDE}\s{PHRASE}{ADVERBS}{_BE}{_LITTLE}$")
_OF_WHOM = regex.compile(
    rf",?\s(?:whom|which|that)\s(?:{DETERMINER}\s|\p{{L}}+\s(?:had|has|have)\s|(?:he|she|they|we|i)\s)(?:[\p{{L}}\-’']+\s){{0,4}}?{ADVERBS}$"
)
_OBJECT = regex.compile(
    rf"\s{DETERMINER}\s(?:(?!(?:of|to|for|from|in|at|on|by|with|and|or|that|who)\s)[\p{{L}}\-]+\s){{0,2}}$"
)
_BY = regex.compile(
    rf"(?:\s(?!(?:{DETERMINER}|him|her|them|us|me|and|or|but|that|which|who|to)\s)[^.,;:!?]{{1,30}}?)?\sby\s(?:{DETERMINER}\s)?(?:own\s)?(?:[\p{{L}}\-]+\s){{0,2}}$"
)
_ITS_OBJECT = regex.compile(rf"\s(?:{DETERMINER}\s\p{{L}}|him|them|her\s|us\s|me\s)")
_WAS = regex.compile(rf"{_BE}{_LITTLE}$")
_GOVERNED = regex.compile(
    r"\b(?:of|for|with|at|in|on|about|against|over|by|from|to|than|between|near|like|without|not|and|or|nor|as|after|before|who|whom|that)\s"
    rf"(?:{DETERMINER}\s)?(?:(?!{DETERMINER}\s)[\p{{L}}\-]+\s){{0,2}}$"
)
_OWNER = r"['’]s\b|['’]\s|\s(?:of|and|or|who|that|whose)\b"
_WIDE = 100
"""Characters between the noun and its verb, at most."""


def part_beside(text: str, noun: Span, verb: Span) -> str:
    """Whether it "acts" or "suffers"; "" where the order of an English text in small letters tells nothing of the noun and the verb."""
    return _before(text, noun, verb) if verb[0] >= noun[1] else _behind(text, noun, verb)


def _before(text: str, noun: Span, verb: Span) -> str:
    """Of a noun before the verb."""
    gap, behind = text[noun[1] : verb[0]], text[verb[1] :]
    relative = gap.lstrip(",").startswith((" who ", " whom ", " which ", " that "))
    if len(gap) > _WIDE or (not relative and _GOVERNED.search(text[max(0, noun[0] - 40) : noun[0]])):
        return ""
    if _SUFFERS.fullmatch(gap):
        return "suffers"
    if relative and _OF_WHOM.fullmatch(gap):
        return "suffers"
    acts = _ACTS.fullmatch(gap) and not gap.startswith(("'", "’")) and _ITS_OBJECT.match(behind)
    return "acts" if acts else ""


def _behind(text: str, noun: Span, verb: Span) -> str:
    """Of a noun behind the verb."""
    gap, before = text[verb[1] : noun[0]], text[max(0, verb[0] - 30) : verb[0]]
    passive = bool(_WAS.search(before))
    if (passive or gap.startswith(" by ")) and len(gap) < _WIDE and _BY.fullmatch(gap):
        return "" if patterns.match(r"['’]s\b|['’]\s", text[noun[1] :]) else "acts"
    owned = patterns.match(_OWNER, text[noun[1] :])
    if passive or owned or not _OBJECT.fullmatch(gap):
        return ""
    return "suffers" if patterns.search(rf"\p{{L}}\s(?:{ADVERBS})$", before) else ""
