"""Who treats you, for whom you treat: an English "who" with a verb of its own, and a relative pronoun in the object's case."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.mentions import Span
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

_WHO = (
    r",?\s(who)\s(?:will\s|would\s|has\s|had\s|also\s|later\s|once\s|never\s|always\s|can\s|could\s|must\s|may\s|might\s)*"
    r"(?:be\s\p{L}+ing|been\s\p{L}+ing|\p{L}{3,})\s(?:you|me|us|him|them|the|his|my|our|their|a)\b"
)
"""An English subject who does something to somebody."""
_OTHERS = r"\b(?:whom|whose|which|that)\b"
_PASSIVE = r"\bwho\s(?:\p{L}+\s){0,2}?(?:was|were|is|are|been|being|be|got)\s(?!\p{L}+ing\b)"


def find_relative_swap(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source); only where each side has one relative clause, and English one in the active."""
    codes = table_language(source_language), table_language(target_language)
    if "en" not in codes or codes[0] == codes[1]:
        return None
    english = codes.index("en")
    texts = fold(source, source_language), fold(target, target_language)
    here, there, code = texts[english], texts[1 - english], codes[1 - english]
    acts, suffers = _relative(code, "relative_subject"), _relative(code, "relative_object")
    who = list(patterns.finditer(r"\bwho\b", here))
    found = patterns.search(_WHO, here)
    if suffers is None or acts is None or found is None or len(who) != 1:
        return None
    if patterns.search(_OTHERS, here) or patterns.search(_PASSIVE, here):
        return None
    objects = list(suffers.finditer(there))
    if len(objects) != 1 or acts.search(there):
        return None
    spans = found.span(1), objects[0].span(1)
    return (spans[1], spans[0]) if english == 0 else spans


@cache
def _relative(code: str, case: str) -> regex.Pattern[str] | None:
    """The relative pronouns of a case, behind their comma: no preposition governs them."""
    words = str(table("roles")[case].get(code, ""))
    return regex.compile(rf",\s({'|'.join(words.split())})(?!\p{{L}})") if words else None
