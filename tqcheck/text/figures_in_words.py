"""Figures that are words: twenty-one, half a year, March, XIV, noon; each can answer a number and none is demanded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import regex

from tqcheck.text.amounts_in_words import dozens_behind, find_amounts
from tqcheck.text.and_a_half import with_half
from tqcheck.text.dates import calendar_figures
from tqcheck.text.day_parts import half_of, named_hours
from tqcheck.text.eras import first_years
from tqcheck.text.figure import Figure
from tqcheck.text.locale_facts import primary
from tqcheck.text.number_words import Spelled, find_spelled_numbers
from tqcheck.text.spelled_readings import FORTNIGHT, is_fortnight, spelled_readings
from tqcheck.text.unit_factors import dimensions_of
from tqcheck.text.units import HOURS, NO_UNITS, Units, units_beside


def figures_in_words(text: str, language: str) -> Iterator[Figure]:
    """Numbers in words, amounts, months, first years of eras, Roman numerals and named hours; digits must be ASCII."""
    amounts = list(find_amounts(text, language))
    taken = {offset for amount in amounts for offset in range(amount.start, amount.end)}
    numbers = list(_with_decimals(list(_numbers(text, language, taken)), text, language))
    inside = {offset for figure in numbers for offset in range(figure.start, figure.end)}
    for amount in (amount for amount in amounts if amount.counts and amount.start not in inside):
        hour = (
            (Decimal(int(amount.value)),) if 1 < amount.value < 3 and not amount.units - HOURS else ()
        )  # ढाई बजे: 2:30
        yield _word(amount.start, amount.end, (amount.value, *hour), units=amount.units)
    yield from numbers
    for start, end, month in calendar_figures(text, language):
        yield _word(start, end, (Decimal(month),), "month")
    for start, end, year in first_years(text):
        yield _word(start, end, (Decimal(year),), "date")
    for match in _ROMAN.finditer(text):
        yield _word(match.start(), match.end(), (Decimal(roman_value(match[0])),), "roman")
    for start, end, hours in named_hours(text, language):
        yield _word(start, end, tuple(map(Decimal, hours)), "clock")


def _numbers(text: str, language: str, taken: set[int]) -> Iterator[Figure]:
    """Numbers in words that do not begin in an amount, none inside another."""
    end = 0
    for spelled in find_spelled_numbers(text, language):
        if spelled.start not in taken and spelled.start >= end:
            figure = _spelled(spelled, text, language)
            end = figure.end
            yield figure


_POINT = regex.compile("[・·．点點]")
_DIGITS = regex.compile("[零〇一二三四五六七八九]+")


def _with_decimals(figures: list[Figure], text: str, language: str) -> Iterator[Figure]:
    """Chinese and Japanese numbers with decimals as one, where a unit follows: 三・六キロ; 三・一一 is a date, 三点六分 a time."""
    pending: Figure | None = None
    for figure in figures if primary(language) in ("zh", "ja") else ():
        if pending and _are_decimals(pending, figure, text):
            decimals = figure.value.scaleb(figure.start - figure.end)
            pending = replace(figure, start=pending.start, readings=(pending.value + decimals,))
            continue
        if pending:
            yield pending
        pending = figure
    yield from figures if primary(language) not in ("zh", "ja") else filter(None, (pending,))


def _are_decimals(whole: Figure, figure: Figure, text: str) -> bool:
    measures = figure.units and "duration" not in dimensions_of(figure.units)
    joined = _POINT.fullmatch(text, whole.end, figure.start)
    return bool(measures and joined and _DIGITS.fullmatch(text, figure.start, figure.end))


def _spelled(spelled: Spelled, text: str, language: str) -> Figure:
    """A number in words; a dozen behind it is part of it."""
    readings, end = with_half(spelled_readings(spelled, text, language), text, spelled.start, spelled.end, language)
    if dozens := dozens_behind(text, end, language):
        readings, end = tuple(reading * 12 for reading in readings), dozens
    readings = (*readings, *_afternoon(readings[0], text, spelled, language))
    units = FORTNIGHT if is_fortnight(spelled, text) else units_beside(text, spelled.start, end, language)
    return _word(spelled.start, end, readings, units=units)


def _afternoon(hour: Decimal, text: str, spelled: Spelled, language: str) -> tuple[Decimal, ...]:
    """The hour on the other clock where a part of the day is said: seven in the evening is 19."""
    if not 1 <= hour < 12 or half_of(text, spelled.start, spelled.end, int(hour), language) != "pm":
        return ()
    return (hour + 12,)


def _word(
    start: int, end: int, readings: tuple[Decimal, ...], kind: str = "number", *, units: Units = NO_UNITS
) -> Figure:
    return Figure(start=start, end=end, numeral_end=end, readings=readings, kind=kind, spelled=True, units=units)


_ROMAN = regex.compile(
    r"(?<![\p{Lu}\p{Ll}\p{M}\d])(?=[IVX]|[LC]{1,3}[IVX])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?:(?![\p{L}\d])|(?=(?:e|er|ème|ο[ςυ])\b))"
)


def roman_value(text: str) -> int:
    """Value of a Roman numeral in capitals."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[char] for char in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
