"""Chinese and Japanese numerals: 三百五十, 二〇二四, 3万5千."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

_DIGITS = {char: index for index, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
    "壱": 1,
    "弐": 2,
    "参": 3,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}


_TENTHS = regex.compile("割(?![れりっ])|成(?![了为為功立员員本绩績果长長就年分人])")
"""Tenths, counted in percent: 三割 and 三成 are 30 %."""
_VERY = regex.compile("(?<![得共第满滿打])十分(?![钟鐘之間间、，。；])")
"""Ten parts that count nothing: "very", "enough"."""


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile("[" + "".join(_DIGITS) + "".join(_SMALL) + "".join(_LARGE) + "]++")


def find_han_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, value) of each run of numeral characters that has a value; lone 千 or 万 after digits are magnitudes, not found here."""
    for match in _pattern().finditer(text):
        if match[0][0] in _LARGE or (match.start() and text[match.start() - 1].isdigit()):
            continue
        if match[0] == "十" and _VERY.match(text, match.start()):
            continue
        value = han_value(match[0])
        if value is not None:
            tenths = _TENTHS.match(text, match.end())
            yield match.start(), tenths.end() if tenths else match.end(), value * 10 if tenths else value


def han_value(text: str) -> int | None:
    """Value of a numeral: by places (三百五), by digits (二〇二四); None where the characters make no number."""
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if digit else _DIGITS[char]
        elif char in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[char], 0
        else:
            total, section, digit = total + (section + digit) * _LARGE[char], 0, 0
    return total + section + digit
