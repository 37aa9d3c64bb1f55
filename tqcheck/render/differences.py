"""Where a back-translation departs from the text it should return to: a reading aid for the eye, never evidence by itself."""

from __future__ import annotations

from difflib import SequenceMatcher
from unicodedata import normalize

import regex

WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}]+(?:['’\-.,][\p{L}\p{M}\p{N}]+)*")
"""A word with its inner apostrophes, hyphens and digit separators; one ideograph or kana at a time."""


def differences(back: str, text: str) -> list[list[list[int]]]:
    """Word ranges that differ, as [range in `back`, range in `text`]; case and width do not count, an empty range is a gap."""
    ours, theirs = list(WORD.finditer(back)), list(WORD.finditer(text))
    matcher = SequenceMatcher(None, [_key(word) for word in ours], [_key(word) for word in theirs], autojunk=False)
    return [
        [_range(ours, low, high, len(back)), _range(theirs, start, end, len(text))]
        for kind, low, high, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _key(word: regex.Match[str]) -> str:
    return normalize("NFKC", word.group()).casefold()


def _range(words: list[regex.Match[str]], low: int, high: int, length: int) -> list[int]:
    if low < high:
        return [words[low].start(), words[high - 1].end()]
    at = words[low].start() if low < len(words) else length
    return [at, at]
