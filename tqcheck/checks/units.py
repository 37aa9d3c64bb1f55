"""Units and currencies: the same quantity on both sides (TQ103)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from tqcheck.checks.figure_hits import make_hit
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context, check
from tqcheck.text.discrepancies import compare_pair, find_discrepancies
from tqcheck.text.figure import Figure
from tqcheck.text.function_words import closed_classes

_SPACES = " \u00a0\u202f"


@check("TQ103", "unit-mismatch", category="accuracy/number", severity="major", silenced_by=("TQ203", "TQ604"))
def unit_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A quantity has another unit or currency than in the source, or is converted wrongly.

    Why: ten miles are not ten kilometres, €5 million are not $5 million, and five percent are not five percentage points.

    Bad: "10 miles" → „10 Kilometer“; "$5 million" → « 5 millions d'euros »; "at 16" → «в 16 недель»; 70年 → "70 months"

    Good: "10 miles" → „16 Kilometer“; "about 80 °F" → „etwa 27 °C“; "10 miles (16 km)" → „16 km“

    Limits: conversions may be rounded by 10 %; sums converted into another currency are not checked against a rate; a "pound" may be
    money or weight, "$" any dollar or peso. A figure without a unit is compared with days, weeks and months only, which the source
    must not name at all.
    """
    comparison = compare_pair(pair)
    if comparison is None or pair.target is None or pair.source is None:
        return
    for item in find_discrepancies(comparison):
        if item.cause == "unit":
            hit = make_hit(pair, comparison, item)
            left = _shown(pair.source.text, item.source, pair.source_language)
            right = _shown(pair.target.text, item.target, pair.target_language)
            start, end = _place(pair.target.text, item.target) if item.target else (0, 0)
            yield replace(hit, start=start, end=end, message=f"The source says {left}, the translation {right}.")


def _shown(text: str, figure: Figure | None, language: str) -> str:
    """The figure with its currency sign or what touches it and its unit; not the "at" of "who was 11 at the time"."""
    if figure is None:
        return ""
    start, end = _place(text, figure)
    if text[figure.end : end].strip().casefold() in closed_classes(language).function:
        end = figure.end
    return text[min(start, max(0, figure.start - 1)) : end].strip(" (,.;:")


def _place(text: str, figure: Figure) -> tuple[int, int]:
    """From the currency sign before a figure to its end, or from its start to the end of the word behind it."""
    before = text[: figure.start].rstrip(_SPACES)
    if before and unicodedata.category(before[-1]) == "Sc" and figure.start - len(before) <= 1:
        return len(before) - 1, figure.end
    return figure.start, _word_end(text, figure.end)


def _word_end(text: str, position: int) -> int:
    """End of the word behind a figure, or of the sign that touches it."""
    end = position + (text[position : position + 1] in (*_SPACES, "-"))
    while end < len(text) and not text[end].isspace() and text[end] not in ',.;:!?)"”»“。、，）':
        end += 1
    return end
