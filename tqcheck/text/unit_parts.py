"""Units whose smaller part need not be said: 5 foot 10, un mètre vingt, метр двадцять."""

from __future__ import annotations

from tqcheck.text.units import Units

_PARTS: tuple[tuple[str, str, float, float], ...] = (
    ("length-foot", "length-inch", 1, 12),
    ("length-meter", "length-centimeter", 10, 100),
    ("mass-tonne", "mass-kilogram", 100, 1000),
    ("mass-kilogram", "mass-gram", 100, 1000),
)
"""Unit, its part that need not be said, and from where to where the number of parts goes: метр двадцять, un mètre vingt."""


def implied_part(units: Units, value: float) -> Units:
    """The smaller unit of a number without one that stands behind a quantity in `units`: 5 foot 10."""
    return frozenset(part for unit, part, low, high in _PARTS if unit in units and low <= value < high)
