"""Thirds, quarters and fifths in words with how many of them: two thirds, Ein Drittel, üçte iki, 三分之二."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.figure import Figure
from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_BEHIND = frozenset({"tr", "zh", "ja", "ko", "az"})
"""Languages that say the denominator first."""
_DENOMINATORS = {"third": 3, "quarter": 4, "fifth": 5}


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction in words: offsets of the whole phrase, numerator (1 where none is said), denominator."""

    start: int
    end: int
    numerator: int
    denominator: int
    said: bool


def find_fractions(text: str, language: str, figures: Sequence[Figure]) -> list[Fraction]:
    """Thirds, quarters and fifths of a text; `figures` are the text's own."""
    code = primary(language)
    pattern = _pattern(code)
    return [
        _fraction(match, name, code, figures)
        for name, denominator in _DENOMINATORS.items()
        for match in (pattern[name].finditer(text) if name in pattern else ())
    ]


def _fraction(match: regex.Match[str], name: str, code: str, figures: Sequence[Figure]) -> Fraction:
    start, end = match.span()
    near = [item for item in figures if _touches(item, start, end, behind=code in _BEHIND)]
    if match.lastgroup == "two":
        return Fraction(start, end, 2, _DENOMINATORS[name], said=True)
    if not near:
        return Fraction(start, end, 1, _DENOMINATORS[name], said=False)
    figure = near[0] if code in _BEHIND else near[-1]
    value = int(figure.value)
    return Fraction(min(start, figure.start), max(end, figure.end), value, _DENOMINATORS[name], said=True)


def _touches(figure: Figure, start: int, end: int, *, behind: bool) -> bool:
    if figure.decimals or not 1 <= figure.value <= 4 or figure.kind not in ("number", "code"):
        return False
    return 0 <= figure.start - end <= 2 if behind else 0 <= start - figure.end <= 2


@cache
def _pattern(code: str) -> dict[str, regex.Pattern[str]]:
    found = {}
    for name in _DENOMINATORS:
        facts = table("fraction_nouns")[name]
        if code in facts:
            one, _, two = str(facts[code]).partition(" / ")
            edge = "" if code in ("zh", "ja", "ko", "ar", "he", "fa") else r"(?<![\p{L}\p{M}])"
            options = [rf"(?P<two>{two})"] if two else []
            found[name] = regex.compile(f"{edge}(?:{'|'.join([*options, f'(?P<one>{one})'])})", regex.IGNORECASE)
    return found
