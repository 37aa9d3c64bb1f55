"""Consonant skeletons: the shape of a word that survives transliteration, so that Gould-Davies meets Гулд-Дејвис."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources

import regex

_NAMED_SYLLABLE = regex.compile(
    r"^(?:HIRAGANA|KATAKANA|HANGUL|DEVANAGARI|BENGALI|TAMIL|TELUGU|KANNADA|MALAYALAM|GUJARATI|GURMUKHI|ORIYA|SINHALA|ETHIOPIC)"
    r" (?:LETTER|SYLLABLE)(?: SMALL)? ([A-Z]+)$"
)
"""Scripts whose Unicode names spell the sound (KATAKANA LETTER KA) instead of naming the letter (HEBREW LETTER YOD)."""


@cache
def _table() -> tuple[dict[str, str], dict[str, str], regex.Pattern[str]]:
    data = tomllib.loads(resources.files("tqcheck.align").joinpath("data/skeleton.toml").read_text(encoding="utf-8"))
    letters = {letter: name for name, group in data["classes"].items() for letter in group}
    digraphs: dict[str, str] = data["digraphs"]
    longest_first = sorted(digraphs, key=len, reverse=True)
    return letters, digraphs, regex.compile("|".join(map(regex.escape, longest_first)) + "|.", regex.DOTALL)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Consonant classes of `word`, doubled ones once; empty for vowels, digits and Han characters.

    Letters of alphabets the table lacks (kana, hangul, the scripts of India and South-East Asia) are read by their Unicode names.
    """
    letters, digraphs, units = _table()
    plain = "".join(_plain(letter) for letter in word.casefold())
    classes = ""
    for unit in units.findall(plain):
        sound = digraphs.get(unit)
        for name in letters.get(unit, "") if sound is None else sound:
            if not classes.endswith(name):
                classes += name
    return classes


@lru_cache(maxsize=20_000)
def _plain(letter: str) -> str:
    letters = _table()[0]
    if letter in letters:
        return letter
    base = unicodedata.normalize("NFD", letter)[0] if not "가" <= letter <= "힣" else letter
    if base in letters or base.isascii():
        return base
    named = _NAMED_SYLLABLE.search(unicodedata.name(base, ""))
    return named.group(1).lower() if named else base
