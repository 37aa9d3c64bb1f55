"""Words that lists know and that are one slip away from a word that they do not know: Lindsey for Lindfey, Middleton for Middleon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tqcheck.text.dictionary import is_known
from tqcheck.text.family_names import is_person


@lru_cache(maxsize=4096)
def corrections(word: str, language: str) -> tuple[str, ...]:
    """Words of the dictionary, or persons' names, one slip behind the first letter away, as capitalised as the word is.

    A slip is one letter more, less or another, or two neighbours exchanged.
    """
    return tuple(
        other
        for other in dict.fromkeys(_one_slip_away(word))
        if other != word and (is_known(other.lower(), language) or is_person(other))
    )


def _one_slip_away(word: str) -> Iterator[str]:
    letters = _letters(ord(word[-1].lower()))
    for at in range(1, len(word)):
        head, tail = word[:at], word[at + 1 :]
        yield from (head + letter + tail for letter in letters)
        yield from (head + letter + word[at:] for letter in letters)
        yield head + tail
        yield head + tail[:1] + word[at] + tail[1:]


@lru_cache(maxsize=16)
def _letters(code: int) -> str:
    """The small letters of the block of a letter."""
    if code < 0x250:
        return "abcdefghijklmnopqrstuvwxyz"
    first = code - code % 0x100
    return "".join(char for char in map(chr, range(first, first + 0x100)) if char.islower())[:64]
