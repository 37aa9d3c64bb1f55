"""Halves behind a number in words: three and a half kilos, tres kilos y medio, dreieinhalb Kilo, три с половиной."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_HALF = Decimal("0.5")
_GLUED = {"de": ("einhalb", "eneinhalb"), "nl": ("ëneenhalf", "ënhalf", "ënhalve", "enhalf", "enhalve")}
"""Endings of one word that say it: dreieinhalb, drieënhalf."""


def with_half(
    readings: tuple[Decimal, ...], text: str, start: int, end: int, language: str
) -> tuple[tuple[Decimal, ...], int]:
    """The readings of the number at [start, end), half of one more first where the text says so, and where the words end then.

    Behind the unit the half does not count as part of the words: "tres kilos y medio" is 3.5 or 3, in kilos.
    """
    more = tuple(value + _HALF for value in readings if value == value.to_integral_value())
    if not more:
        return readings, end
    code = primary(language)
    if text[start:end].lower().endswith(_GLUED.get(code, ("\0",))):
        return (*more, *readings), end
    pattern = _pattern(code)
    if pattern and (match := pattern.match(text, end)):
        return ((*more, *readings), end if match["unit"] else match.end())
    return readings, end


def half_behind(text: str, end: int, language: str) -> int:
    """Where the words for half of one more end that stand at `end`, right behind a unit; 0 where there are none."""
    pattern = _pattern(primary(language))
    match = pattern.match(text, end) if pattern else None
    return match.end() if match and not match["unit"] else 0


@cache
def _pattern(code: str) -> regex.Pattern[str] | None:
    words = table("amounts_in_words")["and_a_half"].get(code)
    if not words:
        return None
    return regex.compile(
        rf"(?P<unit>[ \u00a0]\p{{L}}{{2,14}}+)??[ \u00a0]?(?:{words})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE
    )
