"""Consonants of a name in any alphabet, so that Trump, Трамп and ترامب are heard as one."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from tqcheck.text.tables import table

Sounds = tuple[str, ...]
"""One entry a consonant: the letters of all sounds it can have."""


@cache
def _letters() -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    for script in table("sounds").values():
        found |= script["letters"]
        found |= script["signs"]
    return found, max(map(len, found))


@lru_cache(maxsize=16384)
def sounds_of(word: str) -> Sounds:
    """The consonants of a word, doubles merged, vowels and breaths left out; empty for scripts without a table."""
    letters, longest = _letters()
    folded = unicodedata.normalize("NFC", word.lower())
    found: list[str] = []
    index, last = 0, ""
    while index < len(folded):
        size = next((n for n in range(longest, 0, -1) if folded[index : index + n] in letters), 0)
        sound = (
            letters[folded[index : index + size]]
            if size
            else letters.get(unicodedata.normalize("NFD", folded[index])[0], "")
        )
        if sound and sound != last:  # doubled letters are one sound; a vowel between makes them two
            found.append(sound)
        last = sound
        index += size or 1
    return tuple(found)


def alike(left: str, right: str) -> bool:
    """Whether two consonants can be the same sound."""
    return not set(left).isdisjoint(right)


def same_name(name: Sounds, word: Sounds) -> bool:
    """Whether a word can be the name, perhaps with an ending or one sound more or less."""
    if not name or not word:
        return False
    if all(map(alike, name, word)):
        return -1 <= len(word) - len(name) <= max(2, len(name) // 2) and (len(word) >= len(name) or len(word) >= 3)
    return _one_off(name, word)


def _one_off(name: Sounds, word: Sounds) -> bool:
    """One sound added or dropped anywhere."""
    short, long = sorted((name, word[: len(name) + 1]), key=len)
    if len(long) - len(short) != 1 or len(short) < 3:
        return False
    first = next((at for at in range(len(short)) if not alike(short[at], long[at])), len(short))
    return all(map(alike, short[first:], long[first + 1 :]))


def changed_sound(name: Sounds, word: Sounds) -> int | None:
    """Index of the one consonant in which a word differs from the name; None where it differs in none or in several."""
    if not (3 <= len(name) <= len(word) + (len(name) > 4) and len(word) <= len(name) + 3):
        return None
    wrong = [at for at, (a, b) in enumerate(zip(name, word, strict=False)) if not alike(a, b)]
    return wrong[0] if len(wrong) == 1 else None
