"""Ages that say no unit: "aged 18", "who was 11 at the time". They are years, so that eighteen months are another age."""

from __future__ import annotations

from dataclasses import replace

import regex

from tqcheck.text.figure import Figure
from tqcheck.text.locale_facts import primary
from tqcheck.text.units import Units

_YEARS: Units = frozenset({"duration-year"})
_LONGEST = 24
"""Characters before a figure in which what makes it an age stands."""
_BEFORE = {
    "en": r"\b(?:aged|at (?:the )?age(?: of)?)\s$|\b(?:who|he|she|i)(?:\s(?:was|is|am|turned|turns)|['’](?:s|m))\s$",
    "de": r"\bim Alter von\s$|\bAlter:\s$",
}
_AGED = {"en": (r"(?<!\bit\s)\b(?:was|is|turned|turns)\s$", r"\s(?:when (?:he|she|they|i)|at the time)\b")}
"""What stands on both sides of an age whose owner may be named in any words: "her son was 13 when he"."""
_BEHIND = {"en": r"\s(?:when|at the time|then)\b|\s?[.,;!?)]|$", "de": r""}


def as_age(figure: Figure, text: str, language: str) -> Figure:
    """The figure in years where the words around it say that it is somebody's age and no unit does."""
    code = primary(language)
    if figure.units or figure.spelled or figure.kind != "number" or figure.value > 120 or code not in _BEFORE:
        return figure
    before, behind = text[max(0, figure.start - _LONGEST) : figure.start], text[figure.end : figure.end + _LONGEST]
    signs = [(_BEFORE[code], _BEHIND[code]), *([_AGED[code]] if code in _AGED else [])]
    if any(regex.search(one, before, regex.IGNORECASE) and regex.match(two, behind) for one, two in signs):
        return replace(figure, units=_YEARS)
    return figure
