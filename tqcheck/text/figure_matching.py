"""Which figures of a source the translation answers, by value: multisets, both directions."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tqcheck.text.conversions import convert_leftovers, repeats_in_another_unit, unit_conflict
from tqcheck.text.digits import ascii_digits
from tqcheck.text.excused_figures import is_excused
from tqcheck.text.figures import Figure, find_figures


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one pair of texts.

    Attributes:
        matched: (source, target) figures that agree.
        missing: source figures in digits that nothing answers.
        extra: target figures in digits that nothing asks for.
        loose_source, loose_target: figures in words left over on either side.
    """

    matched: tuple[tuple[Figure, Figure], ...]
    missing: tuple[Figure, ...]
    extra: tuple[Figure, ...]
    loose_source: tuple[Figure, ...]
    loose_target: tuple[Figure, ...]


_MOST_PAIRS = 40_000
"""Beyond so many combinations of unmatched figures a segment is a table or noise, and nothing is said of it."""


def _match_equals(left: list[Figure], right: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Figures in digits of one value, kind and unit, matched in order in linear time; taken out of both lists."""
    waiting: defaultdict[object, deque[int]] = defaultdict(deque)
    for index, figure in enumerate(right):
        if not figure.spelled:
            waiting[figure.value, figure.kind, figure.units].append(index)
    used: set[int] = set()
    matched, rest = list[tuple[Figure, Figure]](), list[Figure]()
    for figure in left:
        places = None if figure.spelled else waiting.get((figure.value, figure.kind, figure.units))
        if places:
            index = places.popleft()
            used.add(index)
            matched.append((figure, right[index]))
        else:
            rest.append(figure)
    left[:] = rest
    right[:] = [figure for index, figure in enumerate(right) if index not in used]
    return matched


Rule = Callable[[Figure, Figure], bool]


@lru_cache(maxsize=4096)
def compare_figures(source: str, target: str, source_language: str, target_language: str) -> Comparison:
    """Match the figures of two texts in rounds, strictest first, so that each figure answers once."""
    left = list(find_figures(source, source_language))
    right = list(find_figures(target, target_language))
    matched = _match_equals(left, right)
    if len(left) * len(right) > _MOST_PAIRS:
        return Comparison(tuple(matched), (), (), (), ())
    for hard_left, hard_right, rule in _ROUNDS:
        _match_round(left, right, matched, rule, hard_left, hard_right)
    convert_leftovers(left, right, matched)
    for hard_left, hard_right, rule in _LAST_ROUNDS:
        _match_round(left, right, matched, rule, hard_left, hard_right)
    _match_joined(left, right)
    _match_joined(right, left)
    _match_parts(left, right, source, target)
    _match_parts(right, left, target, source)
    said, asked = (
        {value for figure in find_figures(target, target_language) for value in figure.readings},
        {value for figure in find_figures(source, source_language) for value in figure.readings},
    )
    return Comparison(
        matched=tuple(matched),
        missing=tuple(
            item
            for item in _unexcused(left, said, source, target)
            if not repeats_in_another_unit(item, source, matched)
        ),
        extra=tuple(
            item
            for item in _unexcused(right, asked, target, source)
            if not repeats_in_another_unit(item, target, matched)
        ),
        loose_source=tuple(figure for figure in left if figure.spelled),
        loose_target=tuple(figure for figure in right if figure.spelled),
    )


def _match_round(
    left: list[Figure],
    right: list[Figure],
    matched: list[tuple[Figure, Figure]],
    rule: Rule,
    hard_left: bool,
    hard_right: bool,
) -> None:
    for figure in [item for item in left if item.spelled != hard_left]:
        for other in right:
            if other.spelled != hard_right and rule(figure, other):
                left.remove(figure)
                right.remove(other)
                matched.append((figure, other))
                break


def _same(left: Figure, right: Figure) -> bool:
    return left.value == right.value and left.kind == right.kind and not unit_conflict(left, right)


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


def _unexcused(leftovers: list[Figure], other_side: set[Decimal], text: str, other_text: str) -> list[Figure]:
    return [item for item in leftovers if not item.spelled and not is_excused(item, other_side, text, other_text)]


def _match_joined(wholes: list[Figure], parts: list[Figure]) -> None:
    """A telephone number written together on one side and in groups on the other."""
    for whole in [figure for figure in wholes if not figure.spelled and figure.value >= 10**5]:
        hard = [figure for figure in parts if not figure.spelled]
        for size in range(2, 6):
            for first in range(len(hard) - size + 1):
                group = hard[first : first + size]
                if whole in wholes and "".join(str(figure.value) for figure in group) == str(whole.value):
                    wholes.remove(whole)
                    for figure in group:
                        parts.remove(figure)


_ROUNDS: tuple[tuple[bool, bool, Rule], ...] = (
    (True, True, _same),
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
