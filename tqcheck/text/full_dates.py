"""Whole dates with the day, month and year that they can mean: March 4, 2026; 04.03.2026 by the order of the language; 2026年3月4日."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.dates import calendar_figures
from tqcheck.text.locale_facts import locale_of, primary


@dataclass(frozen=True, slots=True)
class FullDate:
    """A date: offsets, and (year, month, day) by the language's own order."""

    start: int
    end: int
    value: tuple[int, int, int]


_FIGURES = regex.compile(r"(?<![\d./-])(\d{1,4})([-./])[ \u00a0]?(\d{1,2})\2[ \u00a0]?(\d{1,4})(?![\d/-])")
_EAST_ASIAN = regex.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_DAY_BEFORE = regex.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|er|-?го|-?е|-?a)?+[ \u00a0]{1,2}(?:(?:of|de|di|al)[ \u00a0])?$"
)
_BEHIND = regex.compile(
    r"[ \u00a0](?:(\d{1,2})(?:st|nd|rd|th|\.)?+,?[ \u00a0])?(?:(?:de|del|of)[ \u00a0])?(\d{4})(?!\d)"
)
_YEAR_BEFORE = regex.compile(r"(?<!\d)(\d{4})\.?[ \u00a0]$")


def find_full_dates(text: str, language: str) -> Iterator[FullDate]:
    """Dates with all three parts, in a text whose digits are ASCII."""
    for match in _FIGURES.finditer(text):
        found = _in_figures(match, language)
        if found:
            yield found
    for match in _EAST_ASIAN.finditer(text):
        yield FullDate(match.start(), match.end(), (int(match[1]), int(match[2]), int(match[3])))
    for start, end, month in calendar_figures(text, language):
        found = _named(text, start, end, month)
        if found:
            yield found


def _in_figures(match: regex.Match[str], language: str) -> FullDate | None:
    one, two, three = match[1], match[3], match[4]
    if len(one) == 4:
        return FullDate(match.start(), match.end(), (int(one), int(two), int(three))) if len(three) <= 2 else None
    if len(three) != 4 or (order := _order(language)) == "":
        return None
    day, month = (int(one), int(two)) if order == "dm" else (int(two), int(one))
    return FullDate(match.start(), match.end(), (int(three), month, day)) if month <= 12 else None


def _named(text: str, start: int, end: int, month: int) -> FullDate | None:
    behind = _BEHIND.match(text, end)
    before = _DAY_BEFORE.search(text, max(0, start - 14), start)
    if behind and (day := behind[1] or (before and before[1])):
        first = start if behind[1] or not before else before.start()
        return FullDate(first, behind.end(), (int(behind[2]), month, int(day)))
    return None


@cache
def _order(language: str) -> str:
    """`dm` or `md` as the language writes dates in figures; nothing for English, which does both, and where the year comes first."""
    if primary(language) == "en" and "-" not in language.replace("_", "-"):
        return ""
    pattern = str(locale_of(language).date_formats["short"].pattern).lower()
    if pattern.find("y") < pattern.find("d"):
        return ""
    return "dm" if pattern.find("d") < pattern.find("m") else "md"


def exchanged(left: FullDate, right: FullDate) -> bool:
    """Whether two dates are one but for day and month, which have changed places."""
    year, month, day = left.value
    return month != day and right.value == (year, day, month)
