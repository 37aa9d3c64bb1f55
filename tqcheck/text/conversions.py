"""Figures that differ because the unit does: 10 miles and 16 km are one, 10 miles and 10 km are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from tqcheck.text.figure import Figure
from tqcheck.text.unit_factors import converts, dimension_of, dimensions_of, to_base
from tqcheck.text.unit_parts import implied_part
from tqcheck.text.units import Units

_IMPERIAL: Units = frozenset(
    {
        "length-mile", "length-foot", "length-inch", "length-yard", "mass-pound", "mass-ounce", "mass-stone", "temperature-fahrenheit",
        "speed-mile-per-hour", "volume-gallon", "volume-pint", "volume-pint-imperial",
        "area-acre", "area-square-mile", "area-square-foot", "volume-barrel",
    }
)  # fmt: skip
_METRIC: Units = frozenset(
    {
        "length-kilometer", "length-meter", "length-centimeter", "length-millimeter", "mass-kilogram", "mass-gram", "mass-tonne",
        "temperature-celsius", "temperature-generic", "speed-kilometer-per-hour", "volume-liter", "volume-milliliter", "area-hectare",
        "area-square-kilometer", "area-square-meter", "speed-meter-per-second",
    }
)  # fmt: skip
_ALIKE: tuple[Units, ...] = (
    frozenset({"mass-tonne", "mass-ton"}),
    frozenset({"length-mile", "length-nautical-mile"}),
    frozenset({"temperature-generic", "temperature-celsius"}),
    frozenset({"temperature-generic", "temperature-fahrenheit"}),
    frozenset({"volume-gallon", "volume-gallon-imperial"}),
    frozenset({"volume-pint", "volume-pint-imperial"}),
    frozenset({"length-mile", "speed-mile-per-hour"}),
    frozenset({"length-kilometer", "speed-kilometer-per-hour"}),
    frozenset({"speed-knot", "length-nautical-mile"}),
    frozenset({"length-meter", "speed-meter-per-second"}),
    frozenset({"length-meter", "length-yard"}),
)


def is_conversion(left: Figure, right: Figure) -> bool:
    """Whether two figures of different value are one quantity in two units, or sums of money in two currencies."""
    if left.kind == "code" or right.kind == "code":
        return False
    one, other = left.units, right.units
    if one and other:
        if dimensions_of(one) == dimensions_of(other) == {"currency"}:
            return one.isdisjoint(other)  # another currency: the rate is unknown
        generic = dimensions_of(one) == dimensions_of(other) == {"temperature"}
        same = one & other or (_alike(one, other) and not (one | other) & {"length-yard"})
        if "temperature" in dimensions_of(one):
            return (generic or not same) and any(
                converts(warm, one, cold, other) for warm in _degrees(left) for cold in _degrees(right)
            )
        return (generic or not same) and any(
            converts(float(value), one, float(right.value), other) for value in left.readings[:2]
        )
    if other & _METRIC and not one:
        return converts(float(left.value), _IMPERIAL, float(right.value), other & _METRIC, 0.05)
    if one & _METRIC and not other:
        return converts(float(right.value), _IMPERIAL, float(left.value), one & _METRIC, 0.05)
    return False


def _degrees(figure: Figure) -> tuple[float, ...]:
    """What a temperature can be: with its sign, or without one of either, since words may put it below zero."""
    value = float(figure.value)
    return (value, -value) if not figure.sign else (figure.sign * value,)


def convert_leftovers(left: list[Figure], right: list[Figure], matched: list[tuple[Figure, Figure]]) -> None:
    """Match leftovers that convert into each other, singly or as feet and inches; take them out of both lists."""
    _sums(left, right)
    _sums(right, left)
    _match_leftovers(left, right, matched, is_conversion)
    units = {(one.units, other.units) for one, other in matched if is_conversion(one, other)}
    _match_leftovers(left, right, matched, lambda one, other: _converts_as(one, other, units))


def _match_leftovers(
    left: list[Figure],
    right: list[Figure],
    matched: list[tuple[Figure, Figure]],
    rule: Callable[[Figure, Figure], bool],
) -> None:
    for figure in [item for item in left if not item.spelled or item.units]:
        other = next((item for item in right if not (figure.spelled and item.spelled) and rule(figure, item)), None)
        if other is not None:
            left.remove(figure)
            right.remove(other)
            matched.append((figure, other))


def _converts_as(left: Figure, right: Figure, units: set[tuple[Units, Units]]) -> bool:
    """Whether two figures convert as others of the text do, one of them without its unit: "2 a 5 centímetros, hasta 10"."""
    if bool(left.units) == bool(right.units) or left.kind != "number" or right.kind != "number":
        return False
    return any(
        converts(float(left.value), one, float(right.value), other)
        for one, other in units
        if (left.units or one) == one and (right.units or other) == other
    )


def _sums(parts: list[Figure], wholes: list[Figure]) -> None:
    """5 ft 10 in and 1.78 m or 1 m 78 cm; 2 hours 30 minutes and 150 minutes."""
    while _take_sum(parts, wholes):
        pass


def _take_sum(parts: list[Figure], wholes: list[Figure]) -> bool:
    """Take the first quantity of two parts and what it is on the other side out of the lists; whether there was one."""
    for one, two in pairwise(parts):
        totals = _totals(one, two)
        singles = [(item,) for item in wholes if item.units and not (item.spelled and two.spelled)] if totals else []
        for whole in [*singles, *(pairwise(wholes) if totals else ())]:
            if any(_adds_up(total, other) for total in totals for other in _totals(*whole)):
                for item in whole:
                    wholes.remove(item)
                parts.remove(one)
                parts.remove(two)
                return True
    return False


_REACH = 14
"""Characters between the two parts of a compound quantity."""


def _totals(one: Figure, two: Figure | None = None) -> set[tuple[str, float]]:
    """(dimension, value in its base unit) that a quantity of one part or two, the larger first, can be; none where they are no quantity."""
    if two is None:
        return {
            (kind, to_base(float(one.value), unit)) for unit in one.units if (kind := dimension_of(unit)) != "currency"
        }
    second = two.units or implied_part(one.units, float(two.value))
    if two.start - one.end > _REACH:
        return set()
    return {
        (dimension_of(first), to_base(float(one.value), first) + to_base(float(two.value), unit))
        for first in one.units
        for unit in second
        if dimension_of(first) == dimension_of(unit) != "currency" and to_base(1, first) > to_base(1, unit)
    }


def _adds_up(total: tuple[str, float], other: tuple[str, float]) -> bool:
    return total[0] == other[0] and abs(total[1] - other[1]) <= 0.03 * total[1]


def repeats_in_another_unit(figure: Figure, text: str, matched: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether an unmatched figure only restates a matched one of either side, as in `10 miles (16 km)`."""
    if not figure.units:
        return False
    in_brackets = text[max(0, figure.start - 12) : figure.start].rfind("(") > -1
    for pair in matched:
        for other in pair:
            if (
                other.units
                and other.units.isdisjoint(figure.units)
                and converts(float(figure.value), figure.units, float(other.value), other.units)
            ):
                return True
            if in_brackets and dimensions_of(figure.units) == {"currency"} == dimensions_of(other.units):
                return True
    return False


def unit_conflict(left: Figure, right: Figure) -> bool:
    """Whether two figures of one value carry units that cannot be the same."""
    one, other = left.units, right.units
    if not one or not other or not one.isdisjoint(other) or left.value == 0:
        return False
    if set(left.readings).isdisjoint(right.readings) or left.kind == "code" or right.kind == "code":
        return False
    if _alike(one, other):
        return False
    if _of_a_clock(left, other) or _of_a_clock(right, one):
        return False
    kinds, other_kinds = dimensions_of(one), dimensions_of(other)
    if kinds.isdisjoint(other_kinds) and kinds | other_kinds != {"length", "speed"}:
        return "clock" not in (left.kind, right.kind)  # 80 % and 80 seconds, 40 litres and 40 metres
    return not converts(float(left.value), one, float(right.value), other, 0.04)


def _of_a_clock(time: Figure, units: Units) -> bool:
    """Whether a time of day may be told in these units: Russian "в 2 дня" is 2 p.m., and a goal at 13:10 fell in minute 13."""
    return time.kind == "clock" and bool(units & ({"duration-day"} if time.half and time.value <= 12 else _SHORT_TIMES))


_SHORT_TIMES: Units = frozenset({"duration-day", "duration-minute", "duration-second"})


def _alike(one: Units, other: Units) -> bool:
    return any(one & alike and other & alike for alike in _ALIKE)
