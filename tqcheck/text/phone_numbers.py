"""Telephone numbers, however grouped: +49 (30) 555-1234, 030 5551234, 0 800 555 111; and those of books: ISBN 978-3-16-148410-0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_GROUPS = r"(?:[ ()\u00a0\u202f/.\u2010\u2011\u2013-]{1,3}+\d++){0,7}+(?!\d|,\d|[ \u00a0]?%)"
_PHONE = regex.compile(
    rf"(?<![\d.,\p{{L}}])(?:\+|\(\+?|0(?=\d+[ \u00a0(/.-]{{1,2}}\d|[ \u00a0(/-]\d))\d*+{_GROUPS}"
    r"|(?<![\d.,\p{L}-])0\d{7,14}(?![\d.,])|(?<![\d.,-])\d{3}[-.\u2011]\d{3}[-.\u2011]\d{4}(?![\d-])"
)
_BOOK = regex.compile(r"(?<![\d-])97[89](?:[- \u2010\u2011\u2013]\d{1,7}){3}[- \u2010\u2011\u2013]\d(?![\d-])")
_BOOK_DIGITS = 13
"""ISO 2108: prefix, group, publisher, title and check digit."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number or that of a book: offsets, digits without the signs and zeros in front, and whether it can be nothing else."""

    start: int
    end: int
    digits: str
    certain: bool


def find_phone_numbers(text: str) -> Iterator[PhoneNumber]:
    """Those of a text whose digits are ASCII: of 7 to 15 digits, in more than one group or behind a plus sign; 13 of a book."""
    for match in _PHONE.finditer(text):
        digits = "".join(filter(str.isdigit, match[0]))
        if 7 <= len(digits) <= 15:
            yield PhoneNumber(match.start(), match.end(), digits.lstrip("0"), match[0][0] in "+0")
    for match in _BOOK.finditer(text):
        digits = "".join(filter(str.isdigit, match[0]))
        if len(digits) == _BOOK_DIGITS:
            yield PhoneNumber(match.start(), match.end(), digits, certain=True)


def same_number(left: PhoneNumber, right: PhoneNumber) -> bool:
    """Whether two numbers are one; the prefix of the country may be left out."""
    shorter, longer = sorted((left.digits, right.digits), key=len)
    return longer.endswith(shorter) and len(longer) - len(shorter) <= 3
