"""What is compared of a segment: its length, and anchors that survive translation."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

from tqcheck.align.skeleton import skeleton
from tqcheck.model import Segment

RELIABILITY = {
    "u": 0.95,
    "n": 0.92,
    "a": 0.6,
    "4": 0.5,
    "3": 0.3,
    "?": 0.9,
    "!": 0.6,
    ":": 0.6,
    "(": 0.7,
    '"': 0.85,
    "l": 0.6,
}
"""Chance that the other side shows a key too, given that the segments translate each other."""

_LINK = regex.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w[\w.]*|[@#]\w+")
_NUMBER = regex.compile(r"\p{Nd}+(?:[.,'’\u00a0\u202f\u066b\u066c ](?=\p{Nd}{2,3}(?!\p{Nd}))\p{Nd}+|[.,]\p{Nd}+)*")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\u200c]*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_QUOTE = regex.compile(r"[\"“”„«»‹›「」『』]")
_SHAPES = {
    "?": regex.compile(r"[?？؟;]\W*$"),
    "!": regex.compile(r"[!！]\W*$"),
    ":": regex.compile(r"[:：]\W*$"),
    "(": regex.compile(r"[(（]"),
}


@dataclass(frozen=True, slots=True)
class Features:
    """Length in letters and digits, anchor keys (first character = class in `RELIABILITY`), and word stems for the learnt lexicon."""

    length: int
    keys: frozenset[str]
    stems: frozenset[str]


def describe(segment: Segment) -> Features:
    """The features of one segment."""
    text = segment.text
    keys = {"u" + link.group().casefold() for link in _LINK.finditer(text)}
    keys |= {"n" + _digits(number.group()) for number in _NUMBER.finditer(text)}
    keys |= {name for name, shape in _SHAPES.items() if shape.search(text)}
    if len(_QUOTE.findall(text)) > 1:
        keys.add('"')
    stems = set[str]()
    for word in _WORD.findall(text):
        keys |= _word_keys(word)
        stems |= _stems(word)
    return Features(sum(character.isalnum() for character in text) + 1, frozenset(keys), frozenset(stems))


def _digits(number: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in number if character.isdigit()).lstrip("0") or "0"


def _word_keys(word: str) -> set[str]:
    if 2 <= len(word) <= 6 and word.isupper():
        return {"a" + word.casefold()}
    shape = skeleton(word)
    if len(shape) >= 4:
        return {"4" + shape[:4]}
    return {"3" + shape} if len(shape) == 3 else set()


def _stems(word: str) -> set[str]:
    """The first five letters of a word, or the character pairs of a script that writes no spaces."""
    if _UNSPACED.search(word):
        return {word[index : index + 2] for index in range(max(1, len(word) - 1))}
    return {word.casefold()[:5]} if len(word) > 3 else set()
