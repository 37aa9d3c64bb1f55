"""Ages that say no unit: "aged 18", "who was 11 at the time". They are years, so that eighteen months are another age."""

from __future__ import annotations

from dataclasses import replace

from tqcheck.text import patterns
from tqcheck.text.figure import Figure
from tqcheck.text.locale_facts import primary
from tqcheck.text.units import Units

_YEARS: Units = frozenset({"duration-year"})
_OLDEST = 120
_LONGEST = 24
"""Characters beside a figure in which what makes it an age stands."""
_SIGNS = {
    "en": (
        (
            r"(?i)\b(?:aged|at (?:the )?age(?: of)?)\s$|\b(?:who|he|she|i)(?:\s(?:was|is|am|turned|turns)|['’](?:s|m))\s$",
            r"\s(?:when|at the time|then)\b|\s?[.,;!?)]|$",
        ),
        (r"(?i)(?<!\bit\s)\b(?:was|is|turned|turns)\s$", r"\s(?:when (?:he|she|they|i)|at the time)\b"),
    ),
    "de": ((r"(?i)\bim Alter von\s$|\bAlter:\s$", ""),),
}
"""What stands before an age and behind it: beside its owner, or where he is named in any words ("her son was 13 when he")."""


def as_age(figure: Figure, text: str, language: str) -> Figure:
    """The figure in years where the words around it say that it is somebody's age and no unit does."""
    if figure.units or figure.spelled or figure.kind != "number" or figure.value > _OLDEST:
        return figure
    before, behind = text[max(0, figure.start - _LONGEST) : figure.start], text[figure.end : figure.end + _LONGEST]
    signs = _SIGNS.get(primary(language), ())
    if any(patterns.search(one, before) and patterns.match(two, behind) for one, two in signs):
        return replace(figure, units=_YEARS)
    return figure
