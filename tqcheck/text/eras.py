"""Years of other calendars as common-era years: Japanese eras, the Republic, Buddhist, lunar and solar Hijri, Ethiopian, Bikram Sambat."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from tqcheck.text.locale_facts import primary

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
_FIRST_YEAR = regex.compile(rf"({'|'.join(_ERAS)})元(?=年)")
_HIJRI = regex.compile(
    r"[ \u00a0]?(?:هـ|ه(?![\p{L}\p{M}])|للهجرة|هجري|ھ|A\.?H\b|года хиджры|hicr[iî]|de la hégire|de la hégira|d\. H\.)"
)
"""What marks a year of the lunar Hijri calendar behind it."""
_LUNAR_YEAR, _HIJRA = 0.970224, 621.5774
"""Solar years in a lunar one, and the year in which the calendar begins."""
_SHIFTED: dict[str, tuple[range, tuple[int, ...]]] = {
    "th": (range(2400, 2601), (-543,)),
    "lo": (range(2400, 2601), (-543,)),
    "km": (range(2400, 2601), (-543, -544)),
    "fa": (range(1250, 1451), (621, 622)),
    "am": (range(1850, 2101), (7, 8)),
    "ti": (range(1850, 2101), (7, 8)),
    "ne": (range(1950, 2151), (-57, -56)),
}
"""Calendars that a language uses beside the common one: the years in question, and what leads to the common era."""


def era_years(value: Decimal, before: str, language: str, after: str = "") -> tuple[Decimal, ...] | None:
    """Common-era readings of a year with the text around it, its own value last; None where it can only be of the common era."""
    era = next((start for name, start in _ERAS.items() if before.endswith(name)), None)
    if era is not None and value <= 120:
        return (value + era, value)
    if value != value.to_integral_value():
        return None
    if value <= 1500 and _HIJRI.match(after):
        year = int(float(value) * _LUNAR_YEAR + _HIJRA)
        return (Decimal(year), Decimal(year + 1), value)
    years, shifts = _SHIFTED.get(primary(language), (range(0), ()))
    return (*(value + shift for shift in shifts), value) if int(value) in years else None


def first_years(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, year) of the first years of eras, which have a word instead of a number: 令和元年."""
    for match in _FIRST_YEAR.finditer(text):
        yield match.start(), match.end(), _ERAS[match[1]] + 1
