"""Words that are an amount by themselves: half a year, полчаса, anderthalb Jahre, डेढ़ लाख, three dozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.han_numerals import han_value
from tqcheck.text.locale_facts import primary
from tqcheck.text.magnitudes import compose, read_magnitude
from tqcheck.text.tables import table
from tqcheck.text.units import NO_UNITS, Units, units_beside

_VALUES = {
    "half_dozen": Decimal(6),
    "one_and_a_half": Decimal("1.5"),
    "two_and_a_half": Decimal("2.5"),
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "three_quarters": Decimal("0.75"),
}
_QUARTERS = frozenset({"quarter", "three_quarters"})
_UNSPACED = frozenset({"zh", "ja"})
_GLUED = frozenset({"ru", "uk", "sr", "hr", "de"})
"""Languages that write the unit onto the half: полгода, півроку, polsata."""
_YEAR: Units = frozenset({"duration-year"})


@dataclass(frozen=True, slots=True)
class Amount:
    """Offsets of the words, what they are worth, the units beside them, and whether they are a figure: "half of them" is none."""

    start: int
    end: int
    value: Decimal
    units: Units
    counts: bool = True


def find_amounts(text: str, language: str) -> Iterator[Amount]:
    """Amounts in words of a text; a half counts only with a unit or a magnitude behind it."""
    if primary(language) in ("zh", "ja", "ko"):
        yield from _halves_behind(text)
    pattern = _pattern(primary(language))
    for match in pattern.finditer(text) if pattern else ():
        kind, end = match.lastgroup or "", match.end()
        value, units = _VALUES[kind], _units(text, match.start(), end, language)
        if magnitude := read_magnitude(text, end, language):
            value, end = compose(value, magnitude[0]), magnitude[1]
            units = units_beside(text, match.start(), end, language)
        if units or magnitude or kind not in _QUARTERS:  # "trois quarts des membres" is no amount
            yield Amount(match.start(), end, value, units, counts=kind != "half" or bool(units or magnitude))


_AND_A_HALF = regex.compile(
    r"([一二两兩三四五六七八九]|\d{1,2})[个個]?(?:(?P<year>年|년)|(?P<month>[个個か]?月|ヶ月|개월)|(?P<hour>小时|小時|時間|시간)) ?[半반]"
)


def _halves_behind(text: str) -> Iterator[Amount]:
    """East Asian spans of time with a half behind the unit: 一年半, 2時間半, 1년 반."""
    for match in _AND_A_HALF.finditer(text):
        whole = match[1] if match[1].isdigit() else han_value(match[1])
        units = frozenset({f"duration-{match.lastgroup}"})
        yield Amount(match.start(), match.end(), Decimal(whole or 0) + Decimal("0.5"), units)


def dozens_behind(text: str, position: int, language: str) -> int:
    """End of the word for a dozen behind a number at `position`; 0 where there is none."""
    pattern = _dozen(primary(language))
    match = pattern.match(text, position) if pattern else None
    return match.end() if match else 0


def _units(text: str, start: int, end: int, language: str) -> Units:
    if primary(language) in _UNSPACED and text[end : end + 1] == "年":
        return _YEAR
    return units_beside(text, start, end, language) if text[end : end + 1] != "-" else NO_UNITS


@cache
def _pattern(code: str) -> regex.Pattern[str] | None:
    facts = {kind: table("amounts_in_words")[kind].get(code) for kind in _VALUES}
    edge = "" if code in _UNSPACED else r"(?![\p{L}\p{M}])"
    options = [
        f"(?P<{kind}>{words}){'' if kind == 'half' and code in _GLUED else edge}"
        for kind, words in facts.items()
        if words
    ]
    lead = "" if code in _UNSPACED else r"(?<![\p{L}\p{M}])"
    return regex.compile(f"{lead}(?:{'|'.join(options)})", regex.IGNORECASE) if options else None


@cache
def _dozen(code: str) -> regex.Pattern[str] | None:
    words = table("amounts_in_words")["dozen"].get(code)
    return regex.compile(rf"[ \u00a0-]?(?:{words})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE) if words else None
