"""More of the parts than of the whole: "pressed 197 times, 212 of them by mistake" cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import regex

from tqcheck.text.figure import Figure
from tqcheck.text.figures import find_figures
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
REACH = 60
"""Characters between the whole and its part."""


def find_impossible_part(source: str, target: str, source_language: str, target_language: str) -> Span | None:
    """From whole to part in the translation where the part is the larger one, and the source has the two figures the other way round."""
    for whole, part in _parts(target, target_language):
        if part.value <= whole.value:
            continue
        values = [figure.value for figure in find_figures(source, source_language)]
        once = values.count(part.value) == values.count(whole.value) == 1
        if once and values.index(part.value) < values.index(whole.value):
            return whole.start, part.end
    return None


def _parts(text: str, language: str) -> list[tuple[Figure, Figure]]:
    """Neighbouring figures of which the second is said to be part of the first."""
    before, after = _patterns(table_language(language))
    figures, folded = find_figures(text, language), fold(text, language)
    return [
        (whole, part)
        for whole, part in pairwise(figures)
        if part.start - whole.end <= REACH
        and _plain((whole, part))
        and (before.search(folded[whole.end : part.start]) or after.match(folded[part.end :]))
    ]


def _plain(figures: Sequence[Figure]) -> bool:
    """Whether figures count things: no percentages, dates or units."""
    return all(figure.kind == "number" for figure in figures)


@cache
def _patterns(code: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    facts = table("parts_of").get(code, {})
    edge = "" if code in UNSPACED else r"\b"
    before, after = (
        "|".join(str(regex.escape(word)).replace("_", r"\s") for word in facts.get(key, "").split()) or "(?!)"
        for key in ("before", "after")
    )
    return regex.compile(rf"{edge}(?:{before}){edge}[^.;:!?]{{0,12}}$"), regex.compile(
        rf"\s?(?:\p{{L}}+\s){{0,2}}(?:{after}){edge}"
    )
