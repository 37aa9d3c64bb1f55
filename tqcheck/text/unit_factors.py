"""What units measure, and which quantities are one: 10 miles and 16 km."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqcheck.text.tables import table

if TYPE_CHECKING:
    from tqcheck.text.units import Units


def dimension_of(unit: str) -> str:
    """length, mass, currency..."""
    factor = table("units")["factors"].get(unit)
    return str(factor[0]) if factor else "currency"


def dimensions_of(units: Units) -> frozenset[str]:
    """Dimensions of all units that a word can stand for."""
    return frozenset(map(dimension_of, units))


def converts(value: float, units: Units, other: float, other_units: Units, tolerance: float = 0.1) -> bool:
    """Whether the two quantities are one, rounded as journalists round (within 10 % by default)."""
    return any(
        _same_quantity(value, left, other, right, tolerance)
        for left in units
        for right in other_units
        if _comparable(left, right)
    )


def _comparable(left: str, right: str) -> bool:
    """Whether two units measure the same; a length may be a speed whose `per hour` stands further on."""
    kinds = {dimension_of(left), dimension_of(right)}
    return kinds == {"length", "speed"} or (len(kinds) == 1 and kinds != {"currency"})


def _same_quantity(value: float, unit: str, other: float, other_unit: str, tolerance: float) -> bool:
    if dimension_of(unit) == "temperature":
        return _same_temperature(value, other) or _same_temperature(other, value)
    left, right = to_base(value, unit), to_base(other, other_unit)
    if dimension_of(unit) != dimension_of(other_unit):
        left, right = (left / 1000, right) if dimension_of(unit) == "length" else (left, right / 1000)
    return abs(left - right) <= tolerance * max(abs(left), abs(right))


def _same_temperature(fahrenheit: float, celsius: float) -> bool:
    """As a temperature or as a difference of temperatures, rounded: 80 °F are "almost 30" degrees."""
    slack = 3.5 if fahrenheit % 10 == 0 == celsius % 10 else 1.6
    return abs((fahrenheit - 32) * 5 / 9 - celsius) <= slack or abs(fahrenheit * 5 / 9 - celsius) <= 1.1


def to_base(value: float, unit: str) -> float:
    """The value in the base unit of its dimension (not for temperatures)."""
    return value * float(table("units")["factors"][unit][1])
