"""Words without the signs that texts write now and then: vowel signs of Arabic and Hebrew, dots of Devanagari letters."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex


def bare_letters(word: str) -> str:
    """A word as a lexicon files it: without vowel signs (Arabic, Hebrew), without nukta and with one nasal sign (Hindi: ज़्यादा, ज्यादा)."""
    first = word[:1]
    if "\u0590" <= first <= "\u06ff":
        return str(_vowels().sub("", word))
    return _plain_devanagari(word) if "\u0900" <= first <= "\u097f" else word


@cache
def _vowels() -> regex.Pattern[str]:
    return regex.compile(r"[\u0591-\u05c7\u064b-\u0655]")


@lru_cache(maxsize=16384)
def _plain_devanagari(word: str) -> str:
    """Letters that hold a nukta are taken apart first; the two nasal signs are written for each other."""
    return unicodedata.normalize("NFD", word).replace("\u093c", "").replace("\u0901", "\u0902")
