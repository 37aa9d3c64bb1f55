"""Numbers written in digits: which values a string like `1.500` can have, by locale."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.locale_facts import Separators, decimal_marks_of, primary, separators_of

_FRACTIONS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_SPACES = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of digits with its inner marks.

    Attributes:
        start, end: offsets in the text.
        text: as written (digits already ASCII).
        readings: possible values, the locale's own reading first; empty for dotted chains (1.2.3).
        foreign: the marks cannot be the locale's (a decimal comma in English): the only sensible value is another locale's.
        decimals: digits after the decimal mark in the first reading.
        chained: one of several numbers joined by points, as in a version.
    """

    start: int
    end: int
    text: str
    readings: tuple[Decimal, ...]
    foreign: bool = False
    decimals: int = 0
    chained: bool = False


@cache
def _pattern() -> regex.Pattern[str]:
    grouped = r"\d{1,3}(?:[" + _SPACES + r"]\d{3})++(?!\d)(?:[.,]\d++)?+"
    return regex.compile(
        rf"(?<!\d)(?:{grouped}|\d++(?:[.,'’·٬]\d++)*+)(?:[ \u00a0]?[¼½¾⅐-⅞]|[ \u00a0][1-7]/[2-8](?![\d/]))?+|[¼½¾⅐-⅞]"
    )


def find_numerals(text: str, language: str) -> Iterator[Numeral]:
    """Numbers of a text whose digits are ASCII already, in order."""
    for match in _pattern().finditer(text):
        yield from _read(match.start(), match[0], language)


def _read(start: int, text: str, language: str) -> Iterator[Numeral]:
    if text[-1] in _FRACTIONS:
        whole = text[:-1].rstrip()
        value = Decimal(whole if whole.isdigit() else 0) + Decimal(str(round(unicodedata.numeric(text[-1]), 4)))
        yield Numeral(start, start + len(text), text, (value,), decimals=2)
        return
    if text[-2:-1] == "/":
        whole, _, fraction = text.replace("\u00a0", " ").rpartition(" ")
        value = Decimal("".join(filter(str.isdigit, whole))) + Decimal(
            round(int(fraction[0]) / int(fraction[2]), 4)
        ).quantize(Decimal("0.0001"))
        yield Numeral(start, start + len(text), text, (value.normalize(),), decimals=2)
        return
    readings, foreign, decimals = interpret(text, language)
    if readings:
        yield Numeral(start, start + len(text), text, readings, foreign, decimals)
        return
    for piece in regex.finditer(r"\d++", text):
        value = Decimal(piece[0])
        yield Numeral(start + piece.start(), start + piece.end(), piece[0], (value,), chained=text.count(".") > 1)


def interpret(text: str, language: str) -> tuple[tuple[Decimal, ...], bool, int]:
    """(readings, foreign, decimals) of one digit string; no readings where it is no single number (a version, a list)."""
    marks = [char for char in text if not char.isdigit()]
    if not marks:
        return (Decimal(text),), False, 0
    separators = separators_of(language)
    if len(set(marks)) == 1:
        return _one_mark(text, marks, separators, decimal_marks_of(language))
    readings, foreign, decimals = _two_marks(text, marks, separators)
    swiss = marks[0] in "'’" and primary(language) in ("de", "fr", "it")
    return readings, foreign and not swiss, decimals


def _one_mark(
    text: str, marks: list[str], separators: Separators, decimals_accepted: frozenset[str]
) -> tuple[tuple[Decimal, ...], bool, int]:
    mark, parts = marks[0], text.split(marks[0])
    grouped = _is_grouped(parts, mark)
    whole = Decimal("".join(parts))
    if mark not in ".,·":
        return ((whole,), False, 0) if grouped else ((), False, 0)
    if len(marks) > 1:
        return ((whole,), mark == separators.decimal, 0) if grouped else ((), False, 0)
    fraction = Decimal(f"{parts[0]}.{parts[1]}")
    size = len(parts[1])
    if not grouped:
        return (fraction,), mark not in decimals_accepted and mark != "·", size
    if mark in decimals_accepted and mark not in separators.group:
        return (fraction, whole), False, size
    return (whole, fraction), False, 0


def _two_marks(text: str, marks: list[str], separators: Separators) -> tuple[tuple[Decimal, ...], bool, int]:
    last = marks[-1]
    head, _, tail = text.rpartition(last)
    if last not in ".,·" or last in head or len(set(head) - set("0123456789")) != 1:
        return (), False, 0
    group = marks[0]
    if not _is_grouped(head.split(group), group):
        return (), False, 0
    value = Decimal("".join(char for char in head if char.isdigit()) + "." + tail)
    return (value,), last != separators.decimal, len(tail)


def _is_grouped(parts: list[str], mark: str) -> bool:
    if not 1 <= len(parts[0]) <= 3 or parts[0].startswith("0") or len(parts) < 2:
        return False
    if all(len(part) == 3 for part in parts[1:]):
        return True
    indian = len(parts[0]) <= 2 and len(parts[-1]) == 3 and all(len(part) == 2 for part in parts[1:-1])
    return mark == "," and len(parts) > 2 and indian


def format_number(value: Decimal, language: str, *, decimals: int = 0, grouped: bool = True) -> str:
    """A value as the locale writes it, with the given number of decimals."""
    separators = separators_of(language)
    text = f"{value:.{decimals}f}"
    whole, _, fraction = text.partition(".")
    if grouped and len(whole) > 3 + separators.minimum - 1:
        whole = _group(
            whole, separators.group[0], indian=language.split("-")[0] in ("hi", "bn", "mr", "gu", "pa", "ta", "te")
        )
    return whole + (separators.decimal + fraction if fraction else "")


def _group(whole: str, mark: str, *, indian: bool) -> str:
    head, groups = whole[:-3], [whole[-3:]]
    step = 2 if indian else 3
    while head:
        groups.insert(0, head[-step:])
        head = head[:-step]
    return mark.join(groups)
