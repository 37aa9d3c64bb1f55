"""Digits of every script as ASCII, one character for one, so that offsets stay true."""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

_OTHER_MARKS = {
    "\u066b": ".",
    "\uff0e": ".",
    "\uff0c": ",",
    "\uff05": "%",
    "\u066a": "%",
    "\ufe6a": "%",
    "\uff0f": "/",
    "\uff1a": ":",
}


_ARABIC_GROUP = regex.compile(r"(?<=\d)\u060c(?=\d{3}(?!\d))")
"""The Arabic comma as a group mark: 130،000."""


@cache
def _foreign() -> regex.Pattern[str]:
    return regex.compile(r"[[\p{Nd}--[0-9]]" + "".join(_OTHER_MARKS) + "]", regex.V1)


def ascii_digits(text: str) -> str:
    """The text with Arabic, Indic, full-width... digits and number marks in ASCII; same length."""
    plain = str(_foreign().sub(lambda match: _OTHER_MARKS.get(match[0]) or str(unicodedata.digit(match[0])), text))
    return str(_ARABIC_GROUP.sub(",", plain)) if "\u060c" in plain else plain
