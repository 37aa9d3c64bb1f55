"""Figures that answer each other by value and still say something else: another sign, half of the day, order of day and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tqcheck.text.conflict import Conflict, Side
from tqcheck.text.day_parts import part_start
from tqcheck.text.digits import ascii_digits
from tqcheck.text.era_marks import era_of
from tqcheck.text.figure import Figure
from tqcheck.text.fraction_words import Fraction, find_fractions
from tqcheck.text.full_dates import exchanged, find_full_dates
from tqcheck.text.rates import find_rates
from tqcheck.text.relative_days import find_relative_days
from tqcheck.text.scores import reversed_score
from tqcheck.text.signs import says_below_zero, says_decline, sign_start
from tqcheck.text.unit_conflicts import find_unit_conflicts
from tqcheck.text.unit_factors import dimensions_of


def find_conflicts(
    source: str,
    target: str,
    languages: tuple[str, str],
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    matched: Sequence[tuple[Figure, Figure]],
) -> Iterator[Conflict]:
    """All conflicts of two texts; `matched` are figures that agree by value."""
    left, right = Side(source, languages[0], figures[0]), Side(target, languages[1], figures[1])
    for one, other in matched:
        if (certainty := _sign_conflict(one, other, left, right)) > 0:
            yield Conflict(_with_sign(one, left), _with_sign(other, right), "number", certainty)
        if (certainty := _half_conflict(one, other)) > 0:
            yield Conflict(_with_part(one, left), _with_part(other, right), "date", certainty)
        if (certainty := _era_conflict(one, other, left, right)) > 0:
            yield Conflict(one, other, "date", certainty)
    yield from find_unit_conflicts(left, right, matched)
    yield from _rates(left, right)
    yield from _fractions(left, right)
    yield from _dates(left, right)
    plain = ascii_digits(source), ascii_digits(target)
    found = reversed_score(*plain, languages)
    if found:
        one_score, other_score, certainty = found
        yield Conflict(
            whole_figure(one_score.start, one_score.end),
            whole_figure(other_score.start, other_score.end),
            "number",
            certainty,
        )


def whole_figure(start: int, end: int) -> Figure:
    """A phrase of several figures as one, to be pointed at."""
    return Figure(start=start, end=end, numeral_end=end, readings=(Decimal(0),))


def _sign_conflict(one: Figure, other: Figure, left: Side, right: Side) -> float:
    if one.sign == other.sign or one.value == 0 or -1 not in (one.sign, other.sign):
        return 0
    if {one.sign, other.sign} == {1, -1}:
        return 0.93
    bare = right if one.sign else left
    kinds = dimensions_of(one.units | other.units)
    if "temperature" in kinds:
        return 0.93 if says_below_zero(bare.text, bare.language) is False else 0
    return 0.6 if kinds and says_decline(bare.text, bare.language) is False else 0


def _with_sign(figure: Figure, side: Side) -> Figure:
    return replace(figure, start=sign_start(side.text, figure.start)) if figure.sign else figure


def _era_conflict(one: Figure, other: Figure, left: Side, right: Side) -> float:
    """How surely one side dates before our era what the other dates in it; a side that says neither may say it in other words."""
    eras = {era_of(left.text, one, left.language), era_of(right.text, other, right.language)}
    return 0.93 if eras == {-1, 1} else 0


def _rates(left: Side, right: Side) -> Iterator[Conflict]:
    """The one rate of either side, where it is another: so much a month, and in the translation a year."""
    ours, theirs = find_rates(left.text, left.language), find_rates(right.text, right.language)
    if len(ours) == len(theirs) == 1 and ours[0][2] != theirs[0][2] and left.figures and right.figures:
        values = {figure.value for figure in left.figures} & {figure.value for figure in right.figures}
        if values:
            yield Conflict(whole_figure(*ours[0][:2]), whole_figure(*theirs[0][:2]), "unit", 0.9)


_HALVES = {frozenset({"am", "pm"}): 0.93, frozenset({"am?", "pm"}): 0.8}


def _half_conflict(one: Figure, other: Figure) -> float:
    if "clock" not in (one.kind, other.kind):
        return 0
    certainty = _HALVES.get(frozenset({one.half, other.half}), 0)
    return certainty if one.kind == other.kind else min(certainty, 0.8)


def _with_part(figure: Figure, side: Side) -> Figure:
    return replace(figure, start=part_start(side.text, figure.start, side.language))


def _fractions(left: Side, right: Side) -> Iterator[Conflict]:
    """The one fraction of its kind on either side, with another numerator; the one fraction at all, with another denominator."""
    ours = find_fractions(left.text, left.language, left.figures)
    theirs = find_fractions(right.text, right.language, right.figures)
    if len(ours) == len(theirs) == 1 and ours[0].denominator != theirs[0].denominator:
        if ours[0].numerator > 1 and theirs[0].numerator > 1:
            yield _other_fraction(ours[0], theirs[0])
        return
    for denominator in {item.denominator for item in ours}:
        one, other = ([item for item in items if item.denominator == denominator] for items in (ours, theirs))
        if len(one) == len(other) == 1 and one[0].numerator != other[0].numerator and _is_certain(one[0], other[0]):
            yield _other_fraction(one[0], other[0])


def _other_fraction(one: Fraction, other: Fraction) -> Conflict:
    return Conflict(whole_figure(one.start, one.end), whole_figure(other.start, other.end), "number", 0.9)


def _is_certain(one: Fraction, other: Fraction) -> bool:
    return (one.said and one.numerator > 1) or (other.said and other.numerator > 1)


def _dates(left: Side, right: Side) -> Iterator[Conflict]:
    ours = list(find_full_dates(ascii_digits(left.text), left.language))
    theirs = list(find_full_dates(ascii_digits(right.text), right.language)) if ours else []
    said = {item.value for item in ours}
    for other in theirs:
        if other.value in said:
            continue
        one = next((item for item in ours if exchanged(item, other)), None)
        if one is not None:
            yield Conflict(whole_figure(one.start, one.end), whole_figure(other.start, other.end), "date", 0.92)
    named = list(find_relative_days(left.text, left.language)), list(find_relative_days(right.text, right.language))
    if len(named[0]) == len(named[1]) == 1 and named[0][0].days.isdisjoint(named[1][0].days):
        one_day, other_day = named[0][0], named[1][0]
        yield Conflict(
            whole_figure(one_day.start, one_day.end), whole_figure(other_day.start, other_day.end), "date", 0.9
        )
