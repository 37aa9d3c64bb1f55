"""A unit without its one or two in front of a smaller part: طنًا ومئتي كيلوغرام, метр двадцять, метар и по, an hour and a half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.and_a_half import half_behind
from tqcheck.text.figure import Figure
from tqcheck.text.locale_facts import locales_of, primary
from tqcheck.text.number_lexicon import lexicon_of
from tqcheck.text.tables import table
from tqcheck.text.unit_factors import dimension_of, to_base
from tqcheck.text.unit_parts import implied_part
from tqcheck.text.units import Units

_WORD = regex.compile(r"[\p{L}\p{M}]++")
_HALF = Decimal("0.5")
_ACCUSATIVE = {"а": "у", "я": "ю", "a": "uę"}
"""Endings of Slavic units in the fourth case, as in тонну двести."""
_TONS: Units = frozenset({"mass-tonne", "mass-ton"})
_SLAVIC = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "sr", "hr", "bs", "sl"})
_DUALS = ("ين", "ان")
"""Arabic endings for two of a thing."""
_VOWELLED_ENDING = regex.compile("(?:ًا|اً|ا|ً)$")


def bare_units(text: str, language: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """One or two of a unit (and a half of it), where no number stands before it and a smaller part or a half behind it.

    Args:
        text: digits ASCII.
        language: its ISO 639 code.
        figures: the text's own, in order.
    """
    named = _names(language)
    for match in _WORD.finditer(text) if named else ():
        found = _count(match[0].lower(), language, named)
        if found is None or _is_counted(match.start(), text, figures):
            continue
        count, units = found
        end = half_behind(text, match.end(), language)
        if end:
            yield _figure(match.start(), end, count + _HALF, units)
        elif _has_part(match.end(), units, text, language, figures):
            yield _figure(match.start(), match.end(), count, units)


def _figure(start: int, end: int, value: Decimal, units: Units) -> Figure:
    return Figure(start=start, end=end, numeral_end=end, readings=(value,), spelled=True, units=units)


@cache
def _names(language: str) -> dict[str, Units]:
    """The long name of one of each unit in lower case, and what it can stand for."""
    found: dict[str, Units] = {}
    for locale in locales_of(language):
        patterns = locale._data["unit_patterns"]
        for unit in table("units")["factors"]:
            pattern = str(patterns.get(unit, {}).get("long", {}).get("one", ""))
            name = pattern.replace("{0}", "").strip(" \u00a0\u202f\u200e\u200f").lower()
            if _WORD.fullmatch(name):
                for form in {name, *_accusatives(name, language)}:
                    found[form] = found.get(form, frozenset()) | (_TONS if unit in _TONS else {unit})
    return found


def _accusatives(name: str, language: str) -> Iterator[str]:
    if primary(language) in _SLAVIC:
        yield from (name[:-1] + ending for ending in _ACCUSATIVE.get(name[-1], ""))


def _count(word: str, language: str, named: dict[str, Units]) -> tuple[Decimal, Units] | None:
    """How many of which unit a word says: one, or two in the Arabic dual; None where it names no unit."""
    if word in named:
        return Decimal(1), named[word]
    if primary(language) != "ar":
        return None
    if (bare := _VOWELLED_ENDING.sub("", word)) in named:
        return Decimal(1), named[bare]
    stem = word[:-2] if word.endswith(_DUALS) else ""
    units = named.get(stem) or named.get(stem.removesuffix("ت") + "ة")
    return (Decimal(2), units) if units else None


def _is_counted(start: int, text: str, figures: Sequence[Figure]) -> bool:
    """Whether a number stands before the unit, so that it is no bare one."""
    return any(figure.start <= start and not text[figure.end : start].strip(" \u00a0-‐‑") for figure in figures)


def _has_part(end: int, units: Units, text: str, language: str, figures: Sequence[Figure]) -> bool:
    """Whether a number of a smaller unit of the kind follows at once, or one that says hundredths without a unit."""
    figure = next((item for item in figures if item.start >= end), None)
    if figure is None or not _gap(language).fullmatch(text, end, figure.start):
        return False
    smaller = figure.units or implied_part(units, float(figure.value))
    return any(
        dimension_of(part) == dimension_of(unit) != "currency" and to_base(float(figure.value), part) < to_base(1, unit)
        for part in smaller
        for unit in units
    )


@cache
def _gap(language: str) -> regex.Pattern[str]:
    lexicon = lexicon_of(language)
    joiners = "|".join(map(regex.escape, sorted(lexicon.joiners))) if lexicon else ""
    return regex.compile(rf"[ \u00a0](?:(?:{joiners})[ \u00a0]?)?" if joiners else r"[ \u00a0]", regex.IGNORECASE)
