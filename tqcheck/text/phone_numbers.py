"""Telephone numbers, however grouped: +49 (30) 555-1234, 030 5551234, 0 800 555 111."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_GROUPS = r"(?:[ ()\u00a0\u202f/.\u2010\u2011\u2013-]{1,3}+\d++){0,7}+(?!\d|,\d|[ \u00a0]?%)"
_PHONE = regex.compile(
    rf"(?<![\d.,\p{{L}}])(?:\+|\(\+?|0(?=\d+[ \u00a0(/.-]{{1,2}}\d|[ \u00a0(/-]\d))\d*+{_GROUPS}"
    r"|(?<![\d.,\p{L}-])0\d{7,14}(?![\d.,])|(?<![\d.,-])\d{3}[-.\u2011]\d{3}[-.\u2011]\d{4}(?![\d-])"
)


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number: offsets, digits without the signs and zeros in front, and whether it can be nothing else."""

    start: int
    end: int
    digits: str
    certain: bool


def find_phone_numbers(text: str) -> Iterator[PhoneNumber]:
    """Telephone numbers of a text whose digits are ASCII: of 7 to 15 digits, in more than one group or behind a plus sign."""
    for match in _PHONE.finditer(text):
        digits = "".join(filter(str.isdigit, match[0]))
        if 7 <= len(digits) <= 15:
            yield PhoneNumber(match.start(), match.end(), digits.lstrip("0"), match[0][0] in "+0")


def same_number(left: PhoneNumber, right: PhoneNumber) -> bool:
    """Whether two numbers are one; the prefix of the country may be left out."""
    shorter, longer = sorted((left.digits, right.digits), key=len)
    return longer.endswith(shorter) and len(longer) - len(shorter) <= 3
