"""Names in texts without spaces: found by their sounds anywhere, by Hanyu Pinyin letter by letter, or as the name of a place."""

from __future__ import annotations

from functools import lru_cache

import regex

from tqcheck.text.han_readings import readings_of
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import distance_inside, softened, sounds_of, strong

_SURE = 3
"""Consonants from which a name heard somewhere in a line of Chinese is no chance."""
_LONGEST = 3
"""Characters of a Chinese given name or surname that are written as one word."""


@lru_cache(maxsize=1024)
def _runs(text: str) -> tuple[str, ...]:
    return tuple(regex.findall(r"[\p{Han}々]{2,}+|[\p{Katakana}ー]{2,}+", text))


def is_in_text(word: Word, text: str) -> bool:
    """Whether a word in letters is heard in a run of Chinese characters or katakana, or is the Pinyin of some of them."""
    runs = _runs(text)
    if not runs or is_unspaced(word.text):
        return False
    heard = softened(word.text)
    if strong(heard) >= _SURE and any(distance_inside(heard, sounds_of(run)) == 0 for run in runs):
        return True
    return word.text.lower() in pinyin_of(text)


@lru_cache(maxsize=256)
def pinyin_of(text: str) -> frozenset[str]:
    """Pinyin of every one to three characters that stand together, in small letters without tones."""
    found = set[str]()
    for run in _runs(text):
        ends: set[str] = set()
        tails: list[set[str]] = []
        for character in run:
            read = readings_of(character)
            tails = [{head + reading for head in heads for reading in read} for heads in tails[-_LONGEST + 1 :]]
            tails.append(set(read))
            ends = set().union(*tails)
            found |= ends
    return frozenset(found)


def places_in(name: str, text: str, language: str, text_language: str) -> bool:
    """Whether the text names a country or a city that `name` names in `language`; for texts without spaces."""
    if not _runs(text):
        return False
    return any(form in text for form in place_forms(name, language, text_language))
