"""What two texts say differently in figures, one record a cause, for the checks TQ101, TQ102, TQ103 and TQ107 to share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tqcheck.model import Pair
from tqcheck.text.conversions import unit_conflict
from tqcheck.text.figure import Figure
from tqcheck.text.figure_matching import Comparison, compare_figures
from tqcheck.text.masks import blank


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A figure that changed (both sides), was lost (source only) or came in (target only).

    Attributes:
        cause: number, date, unit or identifier: which check speaks.
        certainty: 0-1, how sure that it is an error.
    """

    source: Figure | None
    target: Figure | None
    cause: str
    certainty: float


def compare_pair(pair: Pair) -> Comparison | None:
    """The figures of a pair compared; None where a side is missing."""
    if pair.source is None or pair.target is None:
        return None
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    return compare_figures(source, target, pair.source_language, pair.target_language)


@lru_cache(maxsize=4096)
def find_discrepancies(comparison: Comparison) -> tuple[Discrepancy, ...]:
    """Leftovers of a comparison as discrepancies, in order of the translation; changed figures are paired by likeness."""
    missing, extra = list(comparison.missing), list(comparison.extra)
    found = [Discrepancy(left, right, "unit", 0.92) for left, right in comparison.matched if unit_conflict(left, right)]
    found += [Discrepancy(item.source, item.target, item.cause, item.certainty) for item in comparison.conflicts]
    found += [Discrepancy(left, right, _cause(left, right), 0.95) for left, right in _pair_up(missing, extra)]
    found += list(_in_words(missing, extra, comparison))
    found += list(_roman(comparison))
    for left, certainty in _as_dates(missing, comparison):
        found.append(Discrepancy(left, None, _cause(left, None), certainty))
    for right, certainty in _as_dates(extra, comparison):
        found.append(Discrepancy(None, right, _cause(right, None), certainty))
    return tuple(found)


_NEAR = 14
"""Characters between the parts of one date: a month's name with its blanks."""


def _as_dates(figures: list[Figure], comparison: Comparison) -> Iterator[tuple[Figure, float]]:
    """Figures with their certainties; those that are parts of one date come as one."""
    pending: tuple[Figure, float] | None = None
    for figure in figures:
        certainty = _certainty(figure, comparison)
        if pending and pending[0].kind == figure.kind == "date" and 0 <= figure.start - pending[0].end <= _NEAR:
            pending = replace(pending[0], end=figure.end, numeral_end=figure.numeral_end), max(pending[1], certainty)
            continue
        if pending:
            yield pending
        pending = figure, certainty
    if pending:
        yield pending


def _pair_up(missing: list[Figure], extra: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Take pairs out of both lists, the likest first."""
    scores = sorted(
        ((_likeness(left, right), -index, left, right) for index, left in enumerate(missing) for right in extra),
        key=lambda item: item[:2],
        reverse=True,
    )
    pairs = list[tuple[Figure, Figure]]()
    for _, _, left, right in scores:
        if left in missing and right in extra:
            missing.remove(left)
            extra.remove(right)
            pairs.append((left, right))
    return pairs


def _in_words(missing: list[Figure], extra: list[Figure], comparison: Comparison) -> Iterator[Discrepancy]:
    """A lost figure and the one number in words that nothing answers, or the other way round; taken out of the lists."""
    loose_target = [item for item in comparison.loose_target if item.kind != "month" and item.value > 2]
    loose_source = [item for item in comparison.loose_source if item.kind != "month" and item.value > 2]
    if len(missing) == 1 and not extra and len(loose_target) == 1:
        yield Discrepancy(missing.pop(), loose_target[0], "number", 0.8)
    elif not missing and not extra and len(loose_source) == len(loose_target) == 1:
        if loose_source[0].units & loose_target[0].units and max(loose_source[0].value, loose_target[0].value) < 100:
            yield Discrepancy(loose_source[0], loose_target[0], "number", 0.7)
    elif len(extra) == 1 and not missing and len(loose_source) == 1:
        yield Discrepancy(loose_source[0], extra.pop(), "number", 0.8)


def _roman(comparison: Comparison) -> Iterator[Discrepancy]:
    """The one Roman numeral on either side that nothing answers: Louis XIV and Louis XV."""
    left = [item for item in comparison.loose_source if item.kind == "roman"]
    right = [item for item in comparison.loose_target if item.kind == "roman"]
    if len(left) == len(right) == 1 and max(left[0].end - left[0].start, right[0].end - right[0].start) > 1:
        yield Discrepancy(left[0], right[0], "number", 0.92)


def _likeness(left: Figure, right: Figure) -> float:
    one, other = str(left.value), str(right.value)
    same = sum(a == b for a, b in zip(one, other, strict=False)) / max(len(one), len(other))
    return same + (left.kind == right.kind) * 0.5 + (len(one) == len(other)) * 0.3


def _cause(left: Figure, right: Figure | None) -> str:
    kinds = {left.kind, right.kind if right else left.kind}
    if kinds & {"date", "clock", "minutes"}:
        return "date"
    if right and left.units and right.units and left.units.isdisjoint(right.units):
        return "unit"
    return "identifier" if kinds == {"code"} else "number"


def _certainty(figure: Figure, comparison: Comparison) -> float:
    """Small counts are often put in words or left out; large and exact figures are not."""
    if figure.kind == "code":
        return 0.5
    if figure.value <= 12 and not figure.decimals and figure.power == 1:
        return 0.6
    loose = comparison.loose_target + comparison.loose_source
    return 0.7 if any(item.value > 2 for item in loose) else 0.85
