"""Names in texts without spaces: by Hanyu Pinyin letter by letter, or as the name of a place; originals in brackets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from tqcheck.text.han_readings import readings_of
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import strong
from tqcheck.text.transliteration import heard
from tqcheck.text.usual_names import usual_forms

ORIGINAL = regex.compile(r"(?<=[\p{Han}\p{Katakana}ー])\s?[（(][\s\p{Latin}\p{M}.,'’\-]{2,60}+[)）]")
"""What brackets give in Latin letters behind a transcription."""
_CLEARLY, _BETTER = 0.9, 0.1
"""Weight (`transliteration`) from which a run is a name, and what its neighbours must add; _WIDER: how many on each side."""
_TAIL, _HEAD = regex.compile(r"\p{Han}+$"), regex.compile(r"\p{Han}+")
_WIDER = 3
_LONGEST = 3
"""Characters of a Chinese given name or surname that are written as one word."""


@lru_cache(maxsize=1024)
def _runs(text: str) -> tuple[str, ...]:
    return tuple(regex.findall(r"[\p{Han}々]{2,}+|[\p{Katakana}ー]{2,}+", text))


@lru_cache(maxsize=256)
def without_originals(text: str) -> str:
    """The text with what brackets give in Latin letters behind a transcription blanked out: 琼斯（Jones）."""
    return str(ORIGINAL.sub(lambda match: " " * len(match[0]), text))


def is_pinyin_in(word: Word, text: str) -> bool:
    """Whether a word in letters is the Pinyin of some Chinese characters of the text."""
    return not is_unspaced(word.text) and word.text.lower() in pinyin_of(text)


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
    """Whether the text has a country, a city or a usual spelling (金, Kim) that `name` names in `language`; for texts without spaces.

    In other texts a word may begin with the place: 巴黎, Parisian.
    """
    if not _runs(text):
        said = f" {text.lower()}"
        return is_unspaced(name) and any(f" {form[:-1]}" in said for form in place_forms(name, language, text_language))
    forms = (*place_forms(name, language, text_language), *usual_forms(name, language, text_language))
    return any(form in text for form in forms)


def widened(word: Word, text: str) -> str:
    """A run of Chinese characters with two more on each side, of which the name may have one that transcribes seldom: 雷克雅未克."""
    if not "\u4e00" <= word.text[0] <= "\u9fff":
        return word.text
    before = _TAIL.search(text, max(0, word.start - _WIDER), word.start)
    behind = _HEAD.match(text, word.end, word.end + _WIDER)
    return (before[0] if before else "") + word.text + (behind[0] if behind else "")


def is_part_of_run(word: Word, text: str, names: Iterable[Word]) -> bool:
    """Whether a run is part of what clearly writes down one of some names of two consonants or more, and better than the part does."""
    whole = widened(word, text)
    if whole == word.text:
        return False
    for name in names:
        found, alone = heard(name.text, whole), heard(name.text, word.text)
        if found and alone and strong(name.sounds) > 1 and found.score >= max(_CLEARLY, alone.score + _BETTER):
            return True
    return False
