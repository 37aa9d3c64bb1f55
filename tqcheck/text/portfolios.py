"""One ministry in the place of another: «وزارة التراث» → "the Ministry of Fisheries"; by `data/portfolios.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_latin
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_MINISTRY = "ministry"
_WORD = r"[\p{L}\p{M}\-'\u200c]+"
_AHEAD, _BACK = 4, 3
"""Words behind and before that of the ministry that may say what it is for."""
_HAN = 6
"""Characters before the ministry's in scripts without spaces."""
_ARTICLES = regex.compile(r"^[وفبلك]?(?:ال|لل)")


def find_portfolio_exchange(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of what a ministry is for, where each side names one ministry and not the same."""
    here, there = _portfolios(source, source_language), _portfolios(target, target_language)
    if not here or not there or here.keys() & there.keys() or len(here) != 1 or len(there) != 1:
        return None
    return next(iter(there.values())), next(iter(here.values()))


def _portfolios(text: str, language: str) -> dict[str, Span]:
    """What the ministries of a text are for -> the first place that says so."""
    code = table_language(language)
    folded = fold(text, language)
    if code in UNSPACED:
        return _glued(folded, code)
    words = [(match.start(), match.end(), _plain(match[0], code)) for match in patterns.finditer(_WORD, folded)]
    found: dict[str, Span] = {}
    for number, (_, _, word) in enumerate(words):
        if any(word.startswith(stem) or (len(stem) > 4 and stem in word) for stem in _stems(_MINISTRY, code)):
            for start, end, near in words[max(0, number - _BACK) : number + _AHEAD + 1]:
                for name in _named(near, code):
                    found.setdefault(name, (start, end))
    return found


def _glued(folded: str, code: str) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for stem in _stems(_MINISTRY, code):
        for match in patterns.finditer(regex.escape(stem), folded):
            before = folded[max(0, match.start() - _HAN) : match.start()]
            for name, words in _table(code):
                at = max((before.rfind(word) for word in words), default=-1)
                if at >= 0:
                    start = match.start() - len(before) + at
                    found.setdefault(name, (start, match.end()))
    return found


def _named(word: str, code: str) -> Iterator[str]:
    for name, stems in _table(code):
        if any(word.startswith(stem) for stem in stems):
            yield name


def _plain(word: str, code: str) -> str:
    """A word as the stems are written: Serbian in Latin letters, Arabic without its article."""
    if code == "sr":
        return to_latin(word)
    return _ARTICLES.sub("", word) if code == "ar" else word


@cache
def _table(code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = [name for name in table("portfolios") if name != _MINISTRY]
    return tuple((name, stems) for name in names if (stems := _stems(name, code)))


@cache
def _stems(name: str, code: str) -> tuple[str, ...]:
    """The entries of a row, without the Arabic article."""
    entries = str(table("portfolios")[name].get(code, "")).split()
    return tuple(_ARTICLES.sub("", entry) if code == "ar" else entry for entry in entries)
