"""Where a back-translation departs from the text it should return to: a reading aid for the eye, never evidence by itself."""

from __future__ import annotations

from difflib import SequenceMatcher
from unicodedata import normalize

import regex

from tqcheck.text.scripts import dominant_script

WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}]+(?:['’\-.,][\p{L}\p{M}\p{N}]+)*")
"""A word with its inner apostrophes, hyphens and digit separators; one ideograph or kana at a time."""


def differences(back: str, text: str) -> list[list[list[int]]]:
    """Word ranges that differ, as [range in `back`, range in `text`]; case and width do not count, an empty range is a gap.

    Nothing is compared across scripts (a Latin back-translation of a Cyrillic source): every word would differ.
    """
    if dominant_script(back) != dominant_script(text):
        return []
    ours, theirs = list(WORD.finditer(back)), list(WORD.finditer(text))
    keys = [word_key(word.group()) for word in ours], [word_key(word.group()) for word in theirs]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    return [
        [_range(ours, low, high, len(back)), _range(theirs, start, end, len(text))]
        for kind, low, high, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def word_key(word: str) -> str:
    """What makes two words the same here."""
    return normalize("NFKC", word).casefold()


def _range(words: list[regex.Match[str]], low: int, high: int, length: int) -> list[int]:
    if low < high:
        return [words[low].start(), words[high - 1].end()]
    at = words[low].start() if low < len(words) else length
    return [at, at]
