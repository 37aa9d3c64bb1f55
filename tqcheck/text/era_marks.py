"""Whether a year is marked as one before our era or of it: 44 BC, 44 v. Chr., в 44 году до н. э., 公元前44年."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.figure import Figure
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import table_language

_BEHIND, _AHEAD = 26, 16
"""Characters behind a figure (a word for century, an ordinal's ending) and before it (MÖ, Kr. e.) where its mark may stand."""
_LATEST = 3000
_AHEAD_ALWAYS = frozenset({"zh", "ja", "ko"})
"""Languages that set the mark before the figure."""


def era_of(text: str, figure: Figure, language: str) -> int:
    """-1 for a figure that is marked as before our era, 1 as of it, 0 where nothing is said or the language has no table."""
    pattern = _pattern(table_language(language))
    if pattern is None or figure.value > _LATEST or figure.decimals or figure.power > 1 or figure.units - _YEARS:
        return 0
    behind = _CUT.split(text[figure.end : figure.end + _BEHIND], maxsplit=1)[0]
    start = max(0, figure.start - _AHEAD)
    ahead = [match for match in pattern.finditer(text, start, figure.start) if figure.start - match.end() <= 2]
    first = (ahead[-1] if ahead else None) if table_language(language) in _AHEAD_ALWAYS else pattern.search(behind)
    found = first or (ahead[-1] if ahead else None)
    if found is None:
        return 0
    if found.lastgroup == "before":
        return -1
    return 0 if _before().search(behind) else 1


_YEARS = frozenset({"duration-year", "duration-century"})


_CUT = regex.compile(r"[\d,;:!?،、，。]")
"""Where what belongs to a figure ends: at the next one, or at a mark."""


@cache
def _pattern(code: str) -> regex.Pattern[str] | None:
    facts = table("era_marks")
    options = [f"(?P<{name}>{facts[name][code]})" for name in ("before", "after") if code in facts[name]]
    edge = "" if code in _AHEAD_ALWAYS else r"(?<![\p{L}\p{M}])"
    last = "" if code in _AHEAD_ALWAYS else r"(?![\p{L}\p{M}])"
    return regex.compile(f"{edge}(?:{'|'.join(options)}){last}") if options else None


@cache
def _before() -> regex.Pattern[str]:
    words = "|".join(table("era_marks")["words"]["before"].split())
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{words})(?![\p{{L}}\p{{M}}])")
