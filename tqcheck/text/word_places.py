"""What word lists ask of a text: its words, their letters, where one stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

from tqcheck.text.word_expressions import LETTER

_WORD = regex.compile(rf"{LETTER}++")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word of a list stands, with the methods of a `regex.Match` that callers use."""

    text: str
    low: int
    high: int

    def start(self) -> int:
        """Offset of the first character."""
        return self.low

    def end(self) -> int:
        """Offset behind the last character."""
        return self.high

    def span(self) -> tuple[int, int]:
        """Both offsets."""
        return self.low, self.high

    def __getitem__(self, _: int) -> str:
        return self.text[self.low : self.high]


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """The text with one space for whatever stands between the words of a phrase."""
    return str(regex.sub(r"[\s\-]+", " ", text))


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[tuple[int, str], ...]:
    """The words of a text and where they begin."""
    return tuple((match.start(), match[0]) for match in _WORD.finditer(text))


@lru_cache(maxsize=4096)
def is_letter(character: str) -> bool:
    """Whether a character belongs to `LETTER`."""
    return character.isalnum() or character == "\u200c" or unicodedata.category(character).startswith("M")
