"""Every figure of a text once: numbers in digits with their magnitudes, number words, months, hours, each as possible values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import regex

from tqcheck.text.ages import as_age
from tqcheck.text.amounts_in_words import dozens_behind
from tqcheck.text.bare_units import bare_units
from tqcheck.text.clock_times import find_clock_times
from tqcheck.text.dates import clock_readings, date_ranges
from tqcheck.text.day_parts import half_of
from tqcheck.text.digits import ascii_digits
from tqcheck.text.eras import era_years
from tqcheck.text.figure import Figure
from tqcheck.text.figures_in_words import figures_in_words
from tqcheck.text.locale_facts import primary
from tqcheck.text.magnitudes import compose, read_magnitude
from tqcheck.text.numerals import Numeral, find_numerals
from tqcheck.text.signs import sign_of
from tqcheck.text.units import HOURS, Units, units_beside


@lru_cache(maxsize=4096)
def find_figures(text: str, language: str) -> tuple[Figure, ...]:
    """All figures of a text in order; addresses and code must be blanked before (`masks.blank`)."""
    plain = ascii_digits(text)
    hard = list(_compose_numbers(plain, language))
    dated = {offset for start, end in date_ranges(plain, language) for offset in range(start, end)}
    hard = [_with_kind(figure, plain, language, dated) for figure in hard]
    times = list(_times(plain, language))
    clocks = {offset for figure in times for offset in range(figure.start, figure.end)}
    hard = [*times, *(figure for figure in hard if clocks.isdisjoint(range(figure.start, figure.end)))]
    hard.sort(key=lambda figure: figure.start)
    hard = [_share_units(figure, after, plain) for figure, after in zip(hard, [*hard[1:], None], strict=False)]
    hard = [as_age(figure, plain, language) for figure in hard]
    taken = {offset for figure in hard for offset in range(figure.start, figure.end)}
    soft = [figure for figure in figures_in_words(plain, language) if figure.start not in taken]
    figures = sorted([*hard, *soft], key=lambda figure: figure.start)
    return tuple(
        sorted([*figures, *bare_units(plain, language, figures)], key=lambda figure: (figure.start, figure.end))
    )


def _times(text: str, language: str) -> Iterator[Figure]:
    """Hour and minutes of every time of day: an hour on either clock, and a figure that must be the same."""
    for time in find_clock_times(text):
        half = half_of(text, time.start, time.end, time.hours[0], language)
        hours = tuple(Decimal(hour) for hour in sorted(time.hours, reverse=half == "pm" and 0 not in time.hours))
        yield Figure(
            start=time.start,
            end=time.hour_end,
            numeral_end=time.hour_end,
            readings=hours,
            kind="clock",
            units=HOURS,
            half=half,
        )
        kind = "date" if time.minute else "minutes"
        yield Figure(
            start=time.minute_start, end=time.end, numeral_end=time.end, readings=(Decimal(time.minute),), kind=kind
        )


def _compose_numbers(text: str, language: str) -> Iterator[Figure]:
    pending: Figure | None = None
    for numeral in find_numerals(text, language):
        figure = _with_magnitude(numeral, text, language)
        if pending is not None and _continues(pending, figure, text, language):
            total = tuple(left + figure.value for left in pending.readings[:1])
            pending = replace(pending, end=figure.end, readings=total, numeral_end=figure.end)
            continue
        if pending is not None:
            yield _share_magnitude(pending, figure, text)
        pending = figure
    if pending is not None:
        yield pending


def _with_magnitude(numeral: Numeral, text: str, language: str) -> Figure:
    figure = Figure(
        start=numeral.start,
        end=numeral.end,
        numeral_end=numeral.end,
        readings=numeral.readings,
        foreign=numeral.foreign,
        decimals=numeral.decimals,
        kind="code" if numeral.chained else "number",
    )
    found = read_magnitude(text, numeral.end, language)
    if found is None:
        dozens = dozens_behind(text, numeral.end, language)
        return (
            replace(figure, end=dozens, readings=tuple(value * 12 for value in figure.readings)) if dozens else figure
        )
    power, end, certain = found
    scaled = tuple(compose(value, power) for value in numeral.readings)
    readings = scaled if certain else (*numeral.readings, *scaled)
    return replace(figure, end=end, readings=readings, power=power if certain else 1)


def _continues(left: Figure, right: Figure, text: str, language: str) -> bool:
    """Whether two figures are one: 1億2000万, 3 करोड़ 50 लाख, २ सय ६५."""
    if primary(language) not in _COMPOSING:
        return False
    between = text[left.end : right.start]
    if primary(language) == "ne" and between == " " and left.power >= 100:
        return right.value < left.power
    return left.power >= 1000 and right.value < left.power and (between == "" or (between == " " and right.power > 1))


_COMPOSING = frozenset({"zh", "ja", "ko", "hi", "ne", "mr", "bn", "gu", "ur"})
"""Languages that say a number in several parts with a magnitude each."""


def _share_magnitude(left: Figure, right: Figure, text: str) -> Figure:
    """The first figure of `3-4 million` may mean millions too."""
    gap = text[left.end : right.start]
    if left.power == 1 and right.power > 1 and len(gap) <= 8 and "." not in gap:
        return replace(left, readings=(*left.readings, *(compose(value, right.power) for value in left.readings)))
    return left


def _share_units(left: Figure, right: Figure | None, text: str) -> Figure:
    """The first figure of `2 to 3 inches` means inches too."""
    if right is None or left.units or not right.units or left.kind != "number":
        return left
    if left.value >= right.value:
        return left  # "in 2016 when 66 percent": no range
    gap = text[left.end : right.start]
    return replace(left, units=right.units) if _RANGE_GAP.fullmatch(gap) else left


_RANGE_GAP = regex.compile(r"[ \u00a0]?[-–—~〜～]+[ \u00a0]?|[ \u00a0][\p{L}\p{M}]{1,5}[ \u00a0]|[至到或から、]{1,2}")
_CODE_BEFORE = regex.compile(r"(?<![\p{L}\p{M}\d])[\p{Lu}][\p{L}\p{M}]{0,14}+[-‐‑]?+$")


def _with_kind(figure: Figure, text: str, language: str, dated: set[int]) -> Figure:
    before = text[max(0, figure.start - 18) : figure.start]
    if text[figure.start : figure.end] == "00" and before[-1:] in ":.hh" and before[-2:-1].isdigit():
        return replace(figure, kind="minutes")
    if before[-1:] == ":" and before[-2:-1].isdigit() and figure.numeral_end - figure.start == 2:
        return replace(figure, kind="date")
    readings = clock_readings(text, figure.start, figure.end, language)
    if readings:
        half = half_of(text, figure.start, figure.end, readings[0], language)
        hours = tuple(Decimal(hour) for hour in readings)
        return replace(figure, kind="clock", readings=hours, units=HOURS, half=half)
    if before and (_cased(before[-1]) or before[-1] in "-‐‑") and _CODE_BEFORE.search(before):
        return replace(figure, kind="code")
    if (years := era_years(figure.value, before, language, text[figure.end : figure.end + 16])) is not None:
        return replace(figure, kind="date", readings=years)
    if figure.power == 1 and figure.start in dated:
        return replace(figure, kind="date")
    if figure.kind == "code":
        return figure
    units = units_beside(text, figure.start, figure.end, language)
    half = half_of(text, figure.start, figure.end, int(figure.value), language) if _is_hour(figure, units) else ""
    if half == "am?" and units != HOURS:
        half = ""
    if half == "pm" and figure.value < 12:
        figure = replace(figure, readings=(*figure.readings, figure.value + 12))  # "at 7 in the evening", um 19 Uhr
    return replace(figure, units=units, sign=sign_of(text, figure.start, language), half=half)


def _is_hour(figure: Figure, units: Units) -> bool:
    """Whether a lone figure can be the hour of a day whose part a word beside it names."""
    return 0 < figure.value <= 12 and not figure.decimals and figure.power == 1 and (not units or units == HOURS)


def _cased(char: str) -> bool:
    return char.lower() != char.upper()
