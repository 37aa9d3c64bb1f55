"""Signs before figures: -5, −5, minus 5, 零下5度; a dash of a range or of a list is none."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_HYPHENS = "-\u2212\ufe63\uff0d\u2010\u2011\u2013"
_CURRENCIES = "$€£¥₽₹"
_OPENING = '([{„“"«:=~≈/\u2066\u200e\u200f'
_RANGE_BEFORE = regex.compile(r"[\d%°CF][ \u00a0\u202f]$")
_AT_LEAST = regex.compile(
    r"\b(?:au|al|lo|pelo|du|le|plus ou|mais ou|más o|alla|op zijn|almeno)[ \u00a0]$", regex.IGNORECASE
)


def sign_of(text: str, start: int, language: str) -> int:
    """-1 where a minus sign or the word for it stands before the figure at `start`, 1 for a plus sign, 0 without."""
    place = start
    while place and text[place - 1] in _CURRENCIES:
        place -= 1
    if text[place - 2 : place] in ("\u2212 ", "\u2212\u00a0", "\u2212\u202f"):
        place -= 1  # the minus sign proper may stand apart
    char = text[place - 1 : place]
    if char and char in "+＋":
        return int(not text[place - 2 : place - 1].isalnum())
    if char and char in _HYPHENS:
        return -int(_stands_free(text, place - 1, dash=char == "\u2013"))
    pattern = _minus_word(primary(language))
    match = pattern.search(text, max(0, place - 14), place) if pattern else None
    return -1 if match and not _AT_LEAST.search(text, max(0, match.start() - 9), match.start()) else 0


def sign_start(text: str, start: int) -> int:
    """Where a signed figure begins, its sign in digits' company included; words for signs are left out."""
    place = start
    while place and text[place - 1] in _CURRENCIES:
        place -= 1
    return place - 1 if place and text[place - 1] in _HYPHENS + "+＋" else start


def _stands_free(text: str, place: int, *, dash: bool) -> bool:
    """Whether a hyphen at `place` joins nothing: white space or an opening mark stands before it, and no figure before that."""
    if place == 0:
        return False
    before = text[place - 1]
    if before.isspace():
        return not dash and not _RANGE_BEFORE.search(text, max(0, place - 2), place)
    if before in _OPENING:
        return True
    unspaced = bool(regex.match(r"[\p{Han}\p{Hiragana}\p{Katakana}]", before))
    return unspaced and not text[max(0, place - 2)].isdigit()


@cache
def _minus_word(code: str) -> regex.Pattern[str] | None:
    facts = table("signs").get(code)
    if not facts:
        return None
    unspaced = code in ("zh", "ja")
    words = "|".join(map(regex.escape, facts["minus"].split()))
    return regex.compile(
        rf"(?:{words})$" if unspaced else rf"(?<![\p{{L}}\p{{M}}])(?:{words})[ \u00a0\u202f]$", regex.IGNORECASE
    )


def says_below_zero(text: str, language: str) -> bool | None:
    """Whether a text puts a temperature below zero in words; None where the language has no table."""
    return _says(text, language, "below")


def says_decline(text: str, language: str) -> bool | None:
    """Whether a text says that something went down or is lost; None where the language has no table."""
    return _says(text, language, "fall")


def _says(text: str, language: str, field: str) -> bool | None:
    pattern = _stems(primary(language), field)
    return None if pattern is None else pattern.search(text) is not None


@cache
def _stems(code: str, field: str) -> regex.Pattern[str] | None:
    facts = table("signs").get(code)
    if not facts:
        return None
    edge = "" if code in ("zh", "ja", "ar", "he") else r"(?<![\p{L}\p{M}])"
    return regex.compile(rf"{edge}(?:{facts[field]})", regex.IGNORECASE)
