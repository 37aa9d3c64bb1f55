"""Two figures that changed places: the red wire to 3 and the blue one to 1, where the source has them the other way round."""

from __future__ import annotations

from decimal import Decimal

from tqcheck.text.concept_search import find_senses
from tqcheck.text.concepts import Sense
from tqcheck.text.figure import Figure
from tqcheck.text.figures import find_figures

Span = tuple[int, int]
ANCHORS = frozenset({"kin", "role", "person", "body", "colour", "direction", "season", "coming", "wing", "age", "rank"})
"""Axes whose values a sentence may give a figure each."""
REACH = 45
"""Characters between a figure and the word it belongs to."""


def find_figure_swap(source: str, target: str, source_language: str, target_language: str) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of two figures that belong to each other's words; None elsewhere.

    Only where both sides name two values of one axis once each, and each figure stands behind one of them in the same clause.
    """
    left, right = _owned(source, source_language), _owned(target, target_language)
    for (axis, value), figure in left.items():
        for (other_axis, other), second in left.items():
            if axis != other_axis or value >= other or figure.value == second.value:
                continue
            mine, theirs = right.get((axis, value)), right.get((axis, other))
            if mine and theirs and (mine.value, theirs.value) == (second.value, figure.value):
                return _join(mine, theirs), _join(figure, second)
    return None


def _owned(text: str, language: str) -> dict[tuple[str, str], Figure]:
    """The figure that stands next behind each value that a text names once, before another value of its axis."""
    figures = [figure for figure in find_figures(text, language) if figure.kind == "number"]
    values = [figure.value for figure in figures]
    if len(figures) < 2:
        return {}
    sights = [sight for sight in find_senses(text, language) if sight.sense.axis in ANCHORS and sight.sense.firm]
    found: dict[tuple[str, str], Figure] = {}
    for sight in sights:
        rivals = [item.start for item in sights if item.sense.axis == sight.sense.axis and item.start > sight.start]
        after = [figure for figure in figures if sight.end <= figure.start <= min([sight.end + REACH, *rivals])]
        if after and _is_single(sight.sense, [item.sense for item in sights]) and _is_unique(after[0].value, values):
            found[sight.sense.axis, sight.sense.value] = after[0]
    return found


def _is_single(sense: Sense, senses: list[Sense]) -> bool:
    return senses.count(sense) == 1


def _is_unique(value: Decimal, values: list[Decimal]) -> bool:
    return values.count(value) == 1


def _join(one: Figure, two: Figure) -> Span:
    return min(one.start, two.start), max(one.end, two.end)
