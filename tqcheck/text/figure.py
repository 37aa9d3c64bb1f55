"""A figure of a text: where it stands, which values it can have, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tqcheck.text.units import NO_UNITS, Units


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the text.

    Attributes:
        start, end: offsets of the figure with its magnitude.
        numeral_end: end of the digits alone.
        readings: possible values, likeliest first.
        kind: number, code (glued to letters: COVID-19, G20), clock, date (day or year beside a month), month, roman.
        spelled: in words, or a name such as March: it can answer a number but is not demanded.
        foreign: written with the marks of another locale.
        decimals: digits after the decimal mark.
        power: magnitude that multiplies the digits, 1 without.
        units: units and currencies that the words or signs beside it can stand for.
        sign: -1 behind a minus sign or the word for it, 1 behind a plus sign, 0 without.
        half: half of the day of an hour: am, pm, am? (see `day_parts`); empty where nothing says it.
    """

    start: int
    end: int
    numeral_end: int
    readings: tuple[Decimal, ...]
    kind: str = "number"
    spelled: bool = False
    foreign: bool = False
    decimals: int = 0
    power: int = 1
    units: Units = NO_UNITS
    sign: int = 0
    half: str = ""

    @property
    def value(self) -> Decimal:
        """The likeliest reading."""
        return self.readings[0]
