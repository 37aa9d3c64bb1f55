"""Which half of the day an hour is in: p.m., nachmittags, 午後, вечера, an hour after twelve."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_MARKED = regex.compile(r"(?::\d\d|\.\d\d)?+[ \u00a0\u202f]?(?P<half>[ap])\.?[ \u00a0]?m\b", regex.IGNORECASE)
_CLAUSE_END = regex.compile(r"[\d,;(،，。]")
_NEAR = 18
"""Characters before and behind an hour in which the part of the day may be named; another figure ends the search."""


def half_of(text: str, start: int, end: int, hour: int, language: str) -> str:
    """`am`, `pm`, `am?` (unmarked, in a language that counts to 24) or nothing for the time of day at [start, end)."""
    if hour > 24:
        return ""
    if match := _MARKED.match(text, end):
        return "am" if match["half"] in "aA" else "pm"
    if hour > 12:
        return "pm" if hour < 24 else "am"
    named = _named(text, start, end, primary(language))
    if named or hour == 12:
        return named
    if hour == 0:
        return "am"
    early = text[start : start + 1] == "0" or primary(language) in table("day_parts")["day24"].split()
    return "am?" if early else ""


_PART_FIRST = frozenset({"zh", "ja", "ko", "hi", "tr", "hu"})
"""Languages that name the part of the day before the hour."""


def _named(text: str, start: int, end: int, code: str) -> str:
    first = code in _PART_FIRST
    piece = _stretch(text[max(0, start - _NEAR) : start][::-1])[::-1] if first else _stretch(text[end : end + _NEAR])
    found = [half for half, pattern in _patterns(code) if pattern.search(piece)]
    return found[0] if len(found) == 1 else ""


def part_start(text: str, start: int, language: str) -> int:
    """Where the word for the part of the day begins that touches the hour at `start`; `start` itself where none does."""
    matches = (
        match
        for _, pattern in _patterns(primary(language))
        for match in pattern.finditer(text, max(0, start - _NEAR), start)
    )
    return next((match.start() for match in matches if start - match.end() <= 1), start)


def _stretch(piece: str) -> str:
    """The piece up to the next figure or mark that ends a clause."""
    end = _CLAUSE_END.search(piece)
    return piece[: end.start()] if end else piece


def named_hours(text: str, language: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """(start, end, hours) of words for noon and midnight."""
    code = primary(language)
    for name, hours in (("noon", (12,)), ("midnight", (0, 24, 12))):
        pattern = _hour_word(code, name)
        if pattern is not None:
            yield from ((match.start(), match.end(), hours) for match in pattern.finditer(text))


@cache
def _hour_word(code: str, name: str) -> regex.Pattern[str] | None:
    stems = table("day_parts")[name].get(code)
    edge = "" if code in ("zh", "ja", "ko", "ar", "he") else r"(?<![\p{L}\p{M}])"
    return regex.compile(f"{edge}(?:{stems})", regex.IGNORECASE) if stems else None


@cache
def _patterns(code: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    facts = table("day_parts").get(code)
    if not isinstance(facts, dict):
        return ()
    edges = ("", "") if code in ("zh", "ja", "ko") else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    return tuple(
        (half, regex.compile(f"{edges[0]}(?:{'|'.join(map(regex.escape, facts[half]))}){edges[1]}", regex.IGNORECASE))
        for half in ("am", "pm")
    )
