"""What a number in words can mean beside its value: a year of another calendar, the hour before (halb sechs), the weeks of a fortnight."""

from __future__ import annotations

from decimal import Decimal

import regex

from tqcheck.text.eras import era_years
from tqcheck.text.locale_facts import primary
from tqcheck.text.number_words import Spelled
from tqcheck.text.units import Units

FORTNIGHT: Units = frozenset({"duration-day", "duration-week"})
"""Units of the figures that answer a fortnight: 14 days, 2 weeks, 15 days."""


_HALF_BEFORE = regex.compile(
    r"(?<!\p{L})(?:halb|half|halv|puoli|pool|pola|пола|pol|пол|половин[аеу]|wpół do|půl|fél)[ \u00a0]$",
    regex.IGNORECASE,
)
_HALF_TO = frozenset("de nl sv da no fi et sr hr bs sl ru uk cs sk pl hu".split())  # noqa: SIM905
"""Languages in which the half before an hour is meant: halb sechs is 5:30."""


_ITALIAN_CENTURIES = frozenset(map(Decimal, range(200, 1000, 100)))
"""Hundreds that, with a capital, are the years from 1200 on: il Quattrocento is the 15th century."""


def is_fortnight(spelled: Spelled, text: str) -> bool:
    """Whether the word is the English one for two weeks."""
    return spelled.value == 14 and text[spelled.end - 5 : spelled.end] == "night"


def spelled_readings(spelled: Spelled, text: str, language: str) -> tuple[Decimal, ...]:
    """The value, what it means in another calendar, and the weeks of a fortnight."""
    value = Decimal(spelled.value)
    if is_fortnight(spelled, text):
        return value, Decimal(2), Decimal(15)
    if (
        value <= 12
        and primary(language) in _HALF_TO
        and _HALF_BEFORE.search(text, max(0, spelled.start - 9), spelled.start)
    ):
        return value - 1, value + 11
    if primary(language) == "it" and value in _ITALIAN_CENTURIES and text[spelled.start].isupper():
        return value, value / 100 + 11
    return era_years(value, text[max(0, spelled.start - 4) : spelled.start], language) or (value,)
