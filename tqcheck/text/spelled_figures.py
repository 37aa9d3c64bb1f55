"""Numbers in words on both sides that are not the same: eleven villages, twelve villages."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from tqcheck.text.figure import Figure
from tqcheck.text.figure_matching import Comparison

LEAST = 3
"""Value from which a word for a number means a number: one and two are articles, pairs and turns of phrase."""
MOST = 99
"""Value up to which numbers are written in words; beyond, words such as "thousands" are no figures."""
ABOUT = frozenset({Decimal(10), Decimal(12)})
"""What "a dozen or so" and its like stand for."""
COMPOUND = 20
"""Value beyond which numbers are written in two words, of which one may have been read alone."""
_PART = regex.compile(r"quarter|half|成|割", regex.IGNORECASE)
_PARTS = regex.compile(
    r"[\s-]?(?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|成|割|分)", regex.IGNORECASE
)
_HALF_HOUR = regex.compile(
    r"\b(?:half past|(?:quarter|five|ten|twenty|minutes) (?:past|to)|минут\p{L}*|хвилин\p{L}*"
    r"|halb|half|halv|setengah|quarts?|fél|negyed|wpół|půl|pola|пола|пів на|половин\p{L}+|pół)\b",
    regex.IGNORECASE,
)
"""What makes the hour after one the hour before: half past seven, halb acht, dos quarts de vuit, десять минут десятого."""
NEAR = 0.3
"""Share of the sentence by which the two may stand apart."""


def find_spelled_conflict(comparison: Comparison, source: str, target: str) -> tuple[Figure, Figure] | None:
    """The one number in words of the source that nothing answers, and that of the translation, where they stand at about the same place.

    Where either side has more of them, or another unit or a magnitude beside it (tens of millions, six miles), a translator may have
    said the same in other numbers.
    """
    if comparison.missing or comparison.extra:
        return None
    left, right = _only(comparison.loose_source), _only(comparison.loose_target)
    if left is None or right is None or _may_agree(left.value, right.value):
        return None
    if _is_part(left, source) or _is_part(right, target):
        return None
    if abs(left.value - right.value) == 1 and any(_HALF_HOUR.search(text) for text in (source, target)):
        return None
    if (left.units or right.units) and left.units.isdisjoint(right.units):
        return None
    near = abs(left.start / len(source) - right.start / len(target)) < NEAR
    return (left, right) if near else None


def _is_part(figure: Figure, text: str) -> bool:
    """Whether a figure counts parts: four-fifths, 八成, a quarter to eight."""
    return bool(_PART.search(text[figure.start : figure.end]) or _PARTS.match(text, figure.end))


def _may_agree(one: Decimal, other: Decimal) -> bool:
    """Whether one number may be the other, read in part ("двадцать четвёртым"), as a century or tenths, or a round dozen."""
    low, high = sorted((one, other))
    in_part = high > COMPOUND and low in (high - high % 10, high % 10)
    return in_part or high in (low * 10, low * 100) or {low, high} == ABOUT


def _only(figures: Sequence[Figure]) -> Figure | None:
    figures = [figure for figure in figures if figure.kind != "month" and figure.value >= LEAST]
    if len(figures) != 1:
        return None
    figure = figures[0]
    plain = figure.kind == "number" and figure.power == 1 and len(figure.readings) == 1
    return figure if plain and figure.value <= MOST else None
