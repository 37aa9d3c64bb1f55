"""Figures of one value that count different things, though one of them names no unit: 1953 as 1953 weeks, 70年 as 70 months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from tqcheck.text.conflict import Conflict, Side
from tqcheck.text.conversions import unit_conflict
from tqcheck.text.figure import Figure
from tqcheck.text.locale_facts import primary
from tqcheck.text.units import NO_UNITS, Units, names_unit

Matched = Sequence[tuple[Figure, Figure]]
COUNTED: Units = frozenset(
    {"duration-second", "duration-minute", "duration-hour", "duration-day", "duration-week", "duration-month"}
)
"""Units that no year is counted in."""
_LONG: Units = frozenset({"duration-day", "duration-week", "duration-month"})
"""Units that few leave out behind a figure, as they do hours."""
_JOINED = ("-", "‐", "‑", "/", ":", "'", "’", "%", "°", "º")
"""What joins a figure to a word that counts it (a 14-day trip) or makes it another kind of figure."""
BRACKET = 24
"""Characters from a figure to its conversion in brackets."""
RANGE = 6
"""Characters between the ends of a range, whose unit stands behind the second."""
_YEARS = regex.compile(r"[ \u00a0]?[多余餘几幾来來]?(?:周)?年")
"""What stands behind a figure that is a year or counts years, in Chinese and Japanese."""
_METRES = regex.compile(r"\d[ \u00a0]?m$")
"""A figure in metres or in millions."""


def find_unit_conflicts(left: Side, right: Side, matched: Matched) -> Iterator[Conflict]:
    """Conflicts of units among figures that agree by value, beside those of two units that are named (`unit_conflict`)."""
    yield from _kept_in_another_unit(right, matched)
    found = [
        Conflict(one, other, "unit", certainty)
        for one, other in sorted(matched, key=_place)
        if (certainty := _certainty(one, other, left, right))
    ]
    for item, following in pairwise([*found, None]):
        if item and not (following and 0 <= following.target.start - item.target.end <= RANGE):
            yield item


def _place(pair: tuple[Figure, Figure]) -> int:
    return pair[1].start


def _certainty(one: Figure, other: Figure, left: Side, right: Side) -> float:
    for bare, counted, side in ((one, other, left), (other, one, right)):
        if counted.units and counted.units <= COUNTED and _is_year(bare, side):
            return 0.92
        if counted.units and "length-meter" not in counted.units and _is_metres(bare, side) and not one.sign:
            return 0.85
    return 0.8 if _is_new(one, other, left) else 0


def _kept_in_another_unit(right: Side, matched: Matched) -> Iterator[Conflict]:
    """200 miles as 200 metres (322 km): the conversion in brackets answers the source, the figure before it has a unit of its own."""
    answered = {id(other) for _, other in matched}
    for one, other in matched:
        behind = right.text[max(0, other.start - BRACKET) : other.start].rstrip()
        if one.value == other.value or not behind.endswith(("(", "（")):
            continue
        for item in right.figures:
            near = 0 <= other.start - item.end <= BRACKET and not item.spelled and id(item) not in answered
            if near and item.value == one.value and unit_conflict(one, item):
                yield Conflict(one, item, "unit", 0.92)


def _is_year(figure: Figure, side: Side) -> bool:
    """Whether a figure without a unit is a year, in four digits or behind one and a dash (1950-53), or counts years by a sign of Han."""
    if figure.units or figure.power > 1:
        return False
    if primary(side.language) in ("zh", "ja") and figure.kind in ("number", "date"):
        return bool(_YEARS.match(side.text, figure.end))
    if figure.kind != "number":
        return False
    written = side.text[figure.start : figure.end]
    before = side.text[max(0, figure.start - 5) : figure.start]
    ends_range = len(written) == 2 and len(before) == 5 and before[:4].isdecimal() and before[4] in "-–—"
    year = len(written) == 4 and written.isdecimal() and 1500 <= figure.value <= 2100
    return not figure.spelled and (ends_range or year)


def _is_metres(figure: Figure, side: Side) -> bool:
    """Whether a figure is written as metres are, and not as the millions that it may be ("£5m")."""
    return not figure.units and figure.power == 1 and bool(_METRES.search(side.text, figure.start, figure.end))


def _is_new(one: Figure, other: Figure, left: Side) -> bool:
    """Whether the translation counts days, weeks or months where the source has a bare figure and speaks of none at all."""
    if one.units or one.spelled or other.spelled or one.kind != "number" or not _LONG >= other.units > NO_UNITS:
        return False
    behind = left.text[one.end : one.end + 1]
    bare = not behind.isalpha() and behind not in _JOINED and not (one.half or other.half)
    return bare and not names_unit(left.text, left.language, other.units)
