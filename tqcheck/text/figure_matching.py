"""Which figures of a source the translation answers, by value: multisets, both directions."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tqcheck.text.conflict import Conflict
from tqcheck.text.conversions import convert_leftovers, repeats_in_another_unit, unit_conflict
from tqcheck.text.digits import ascii_digits
from tqcheck.text.excused_figures import is_excused
from tqcheck.text.figure import Figure
from tqcheck.text.figure_conflicts import find_conflicts, whole_figure
from tqcheck.text.figures import find_figures
from tqcheck.text.magnitudes import magnitudes_of
from tqcheck.text.phone_numbers import find_phone_numbers, same_number


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one pair of texts.

    Attributes:
        matched: (source, target) figures that agree.
        missing: source figures in digits that nothing answers.
        extra: target figures in digits that nothing asks for.
        loose_source, loose_target: figures in words left over on either side.
        conflicts: figures that agree by value and still say something else.
    """

    matched: tuple[tuple[Figure, Figure], ...]
    missing: tuple[Figure, ...]
    extra: tuple[Figure, ...]
    loose_source: tuple[Figure, ...]
    loose_target: tuple[Figure, ...]
    conflicts: tuple[Conflict, ...] = ()


_MOST_PAIRS = 40_000
"""Beyond so many combinations of unmatched figures a segment is a table or noise, and nothing is said of it."""


def _match_equals(left: list[Figure], right: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Figures in digits of one value, kind and unit, matched in order in linear time; taken out of both lists."""
    waiting: defaultdict[object, deque[int]] = defaultdict(deque)
    for index, figure in enumerate(right):
        if not figure.spelled:
            waiting[_key(figure)].append(index)
    used: set[int] = set()
    matched, rest = list[tuple[Figure, Figure]](), list[Figure]()
    for figure in left:
        places = None if figure.spelled else waiting.get(_key(figure))
        if places:
            index = places.popleft()
            used.add(index)
            matched.append((figure, right[index]))
        else:
            rest.append(figure)
    left[:] = rest
    right[:] = [figure for index, figure in enumerate(right) if index not in used]
    return matched


_MOST_PHONES = 24
"""Beyond so many telephone numbers a segment is a directory."""


def _take_phone_numbers(source: str, target: str, left: list[Figure], right: list[Figure]) -> list[Conflict]:
    """Take telephone numbers out of both lists: those of both sides, and the one that changed on its way."""
    ours, theirs = list(find_phone_numbers(ascii_digits(source))), list(find_phone_numbers(ascii_digits(target)))
    if max(len(ours), len(theirs)) > _MOST_PHONES:
        return []
    pairs = [(one, other) for one in ours for other in theirs if same_number(one, other)]
    lost = [one for one in ours if all(one is not pair[0] for pair in pairs)]
    new = [other for other in theirs if all(other is not pair[1] for pair in pairs)]
    changed = list(zip(lost, new, strict=True)) if len(lost) == len(new) == 1 else []
    changed = [pair for pair in changed if pair[0].certain and pair[1].certain]
    for one, other in [*pairs, *changed]:
        left[:] = [figure for figure in left if not one.start <= figure.start < one.end]
        right[:] = [figure for figure in right if not other.start <= figure.start < other.end]
    return [
        Conflict(whole_figure(one.start, one.end), whole_figure(other.start, other.end), "number", 0.95)
        for one, other in changed
    ]


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.kind, figure.units, figure.sign, figure.half


Rule = Callable[[Figure, Figure], bool]


@lru_cache(maxsize=4096)
def compare_figures(source: str, target: str, source_language: str, target_language: str) -> Comparison:
    """Match the figures of two texts in rounds, strictest first, so that each figure answers once."""
    found = tuple(find_figures(source, source_language)), tuple(find_figures(target, target_language))
    left, right = _unscaled(found[0], target_language), _unscaled(found[1], source_language)
    phones = _take_phone_numbers(source, target, left, right)
    matched = _match_equals(left, right)
    if len(left) * len(right) > _MOST_PAIRS:
        return Comparison(tuple(matched), (), (), (), ())
    for hard_left, hard_right, rule in _ROUNDS:
        _match_round(left, right, matched, rule, hard_left, hard_right)
    convert_leftovers(left, right, matched)
    for hard_left, hard_right, rule in _LAST_ROUNDS:
        _match_round(left, right, matched, rule, hard_left, hard_right)
    _match_parts(left, right, source, target)
    _match_parts(right, left, target, source)
    asked, said = ({value for figure in figures for value in figure.readings} for figures in found)
    return Comparison(
        matched=tuple(matched),
        missing=_not_repeated(_unexcused(left, said, source, target), source, matched),
        extra=_not_repeated(_unexcused(right, asked, target, source), target, matched),
        loose_source=tuple(figure for figure in left if figure.spelled),
        loose_target=tuple(figure for figure in right if figure.spelled),
        conflicts=(
            *phones,
            *find_conflicts(
                source,
                target,
                (source_language, target_language),
                found,
                matched,
            ),
        ),
    )


def _unscaled(figures: Sequence[Figure], other_language: str) -> list[Figure]:
    """The figures of a side; `150 million` may be 150 where the other language's word for a million is not known here."""
    if magnitudes_of(other_language):
        return list(figures)
    return [
        replace(figure, readings=(*figure.readings, figure.value / figure.power)) if figure.power > 1 else figure
        for figure in figures
    ]


def _match_round(
    left: list[Figure],
    right: list[Figure],
    matched: list[tuple[Figure, Figure]],
    rule: Rule,
    hard_left: bool,
    hard_right: bool,
) -> None:
    both = _in_digits(left) & _in_digits(right) if hard_left != hard_right else frozenset()
    for figure in [item for item in left if item.spelled != hard_left and item.value not in both]:
        for other in right:
            if other.spelled != hard_right and rule(figure, other):
                left.remove(figure)
                right.remove(other)
                matched.append((figure, other))
                break


def _in_digits(figures: Sequence[Figure]) -> frozenset[Decimal]:
    return frozenset(figure.value for figure in figures if not figure.spelled)


def _same(left: Figure, right: Figure) -> bool:
    same = left.value == right.value and left.kind == right.kind and left.sign == right.sign
    return same and not unit_conflict(left, right)


def _of_one_unit(left: Figure, right: Figure) -> bool:
    return left.value == right.value and not left.units.isdisjoint(right.units)


def _equal(left: Figure, right: Figure) -> bool:
    return left.value == right.value and not unit_conflict(left, right)


def _compatible(left: Figure, right: Figure) -> bool:
    return not set(left.readings).isdisjoint(right.readings) and not unit_conflict(left, right)


def _in_any_unit(left: Figure, right: Figure) -> bool:
    return not set(left.readings).isdisjoint(right.readings)


def _short_year(left: Figure, right: Figure) -> bool:
    low, high = sorted((left.value, right.value))
    return 1500 <= high <= 2100 and low < 100 and high % 100 == low


def _century(left: Figure, right: Figure) -> bool:
    low, high = sorted((left.value, right.value))
    return 10 <= low <= 21 and high == (low - 1) * 100


def _match_parts(whole: list[Figure], parts: list[Figure], whole_text: str, parts_text: str) -> None:
    """One figure on one side that is several on the other: 24.8 and 24 August, 4.40 and 4:40, 0800 555 111 in any order."""
    digits = re.compile(r"\d+")
    for figure in [item for item in whole if not item.spelled]:
        pieces = [
            Decimal(piece) for piece in digits.findall(ascii_digits(whole_text[figure.start : figure.numeral_end]))
        ]
        if len(pieces) < 2:
            continue
        found = [next((item for item in parts if piece in item.readings), None) for piece in pieces]
        if all(found) and len({id(item) for item in found}) == len(found):
            whole.remove(figure)
            for item in found:
                parts.remove(item)  # type: ignore[arg-type]


def _not_repeated(figures: Sequence[Figure], text: str, matched: Sequence[tuple[Figure, Figure]]) -> tuple[Figure, ...]:
    """Without those that say a matched figure again in another unit."""
    return tuple(item for item in figures if not repeats_in_another_unit(item, text, matched))


def _unexcused(leftovers: list[Figure], other_side: set[Decimal], text: str, other_text: str) -> list[Figure]:
    return [item for item in leftovers if not item.spelled and not is_excused(item, other_side, text, other_text)]


_ROUNDS: tuple[tuple[bool, bool, Rule], ...] = (
    (True, True, _same),
    (True, False, _of_one_unit),
    (False, True, _of_one_unit),
    (False, False, _of_one_unit),
    (True, True, _equal),
    (True, True, _compatible),
    (True, False, _compatible),
    (False, True, _compatible),
    (True, True, _short_year),
    (True, False, _short_year),
    (False, True, _short_year),
    (False, False, _compatible),
)
_LAST_ROUNDS: tuple[tuple[bool, bool, Rule], ...] = (
    (True, True, _in_any_unit),
    (True, False, _in_any_unit),
    (False, True, _in_any_unit),
    (True, True, _century),
    (True, False, _century),
    (False, True, _century),
    (False, False, _in_any_unit),
)
