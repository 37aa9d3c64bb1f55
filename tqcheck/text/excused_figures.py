"""Figures without a counterpart that say nothing: a lone 1, a repetition, full hours, a century or a fraction put in words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.figures import Figure
from tqcheck.text.tables import table

_NEAR = 16
"""Characters before and behind a figure in which the word `century` is looked for."""
_FRACTIONS = {
    "half": ({Decimal(50)}, {Decimal("0.5")}),
    "third": ({Decimal(33), Decimal(66), Decimal(67)}, {Decimal("0.3"), Decimal("0.33")}),
    "quarter": ({Decimal(25), Decimal(75), Decimal(15), Decimal(45)}, {Decimal("0.25"), Decimal("0.75")}),
}
"""Word -> whole values (percent, minutes) and fractional parts that it stands for."""


def is_excused(figure: Figure, other_side: set[Decimal], text: str, other_text: str) -> bool:
    """Whether a leftover says nothing.

    Args:
        figure: in digits, unmatched.
        other_side: every reading of every figure of the other text.
        text, other_text: where the figure stands, and the other side.
    """
    if figure.kind == "code":
        return False
    value = figure.value
    if (value == 1 and figure.power == 1) or not other_side.isdisjoint(figure.readings) or figure.kind == "minutes":
        return True
    if 10 <= value <= 21 and _stands_by("century", text, figure):
        return any((value - 1) * 100 <= other <= value * 100 for other in other_side)
    return any(
        (value in wholes or value % 1 in parts) and _pattern(word).search(other_text) is not None
        for word, (wholes, parts) in _FRACTIONS.items()
    )


def _stands_by(word: str, text: str, figure: Figure) -> bool:
    return _pattern(word).search(text, max(0, figure.start - _NEAR), figure.end + _NEAR) is not None


@cache
def _pattern(word: str) -> regex.Pattern[str]:
    stems = "|".join(regex.escape(stem) for stem in table("fractions")[word].split())
    return regex.compile(
        rf"(?:(?<!\p{{L}})|(?<=\p{{Han}})|(?<=\b(?:ال|و|ب|ה|ב))|(?<=chilo|kilo))(?:{stems})", regex.IGNORECASE
    )
