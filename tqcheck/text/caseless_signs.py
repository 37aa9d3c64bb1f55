"""Signs that a word without capitals is a name: usual spellings, originals in brackets, dots between names, characters of names alone."""

from __future__ import annotations

from functools import lru_cache

import regex

from tqcheck.text.han_readings import pure
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.transliteration import bare_forms
from tqcheck.text.usual_names import is_usual, usual_spellings

_ORIGINAL = regex.compile(r"\s?[（(]\s?(?P<names>[\p{Latin}\p{M}.'’\- ]{2,60}+)[)）]")
_BEHIND = regex.compile(r"(?:[·•‧・．][\p{Han}\p{Katakana}ー]{1,8})*+")
_DOT = regex.compile(r"[·•‧・．]")
_DOTS = frozenset("·•‧・．")
_TWO, _THREE = 2, 3


def signs_without_capitals(name: Word, word: Word, pair: NamePair) -> dict[str, float]:
    """Name of each sign -> its strength, for language pairs of which a side has no capitals."""
    target, language = pair.target, pair.target_language
    dotted = not _DOTS.isdisjoint((target[max(0, word.start - 1) : word.start], target[word.end : word.end + 1]))
    forms = usual_spellings(name.text, pair.source_language, language)
    usual = any(is_usual(form, language) for form in bare_forms(word.text))
    two = is_unspaced(word.text) and len(word.text) == _TWO
    return {
        "word usual": float(usual),
        "word dotted": float(dotted),
        "word pair": float(two and not (usual or dotted or _original(target, word.end))),
        "word transcribes": _share(word.text),
        "word three": float(is_unspaced(word.text) and len(word.text) == _THREE),
        "name listed": float(bool(forms) and all(len(form) > 1 for form in forms)),
        "glossed": float(_original(target, word.end) == name.text),
        "glossed otherwise": float(_original(target, word.end) not in ("", name.text)),
    }


@lru_cache(maxsize=1024)
def _original(text: str, at: int) -> str:
    """What brackets give behind a transcription for the run that ends there: Peter and Jones in 彼得·琼斯（Peter Jones）."""
    behind = _BEHIND.match(text, at)
    match = _ORIGINAL.match(text, behind.end()) if behind else None
    names = regex.findall(r"[\p{Latin}\p{M}]+", match["names"]) if match else []
    place = len(_DOT.findall(behind[0])) + 1 if behind else 1
    return str(names[-place]) if place <= len(names) else ""


def _share(word: str) -> float:
    """Share of the characters of a Chinese run that hardly stand but in names."""
    if not "\u4e00" <= word[0] <= "\u9fff":
        return 0.0
    return sum(char in pure() for char in word) / len(word)
