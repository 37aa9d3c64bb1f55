"""Whether a text names something after all, in small letters or inside another word: Korea in severnokorejskim, Taliban in talibans."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_rendering import is_latin
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word, is_unspaced, words_of
from tqcheck.text.transliteration import heard, heard_inside

_STEM = 4
"""Letters of the shortest stem that is looked for, and letters at the end of a longer name that need not be there."""
_CUT = 2
_SOUNDS, _SOUNDS_INSIDE = 0.5, 1.0
"""Weight (`transliteration`) from which a word of another script is the name, and from which it holds it."""


def is_hinted(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether other words of the translation hold the name, or words of the source hold the word that seems to stand for it."""
    return _is_said(name, pair.target, word) or _is_said(word, pair.source, name)


def _is_said(name: Word, text: str, other: Word) -> bool:
    """Whether a word of a text other than one holds a name."""
    stem = folded(name.text)[: max(_STEM, len(name.text) - _CUT)]
    if (
        not is_unspaced(name.text)
        and len(stem) >= _STEM
        and stem in _folded_text(text).replace(folded(other.text), " ")
    ):
        return True
    if is_latin(name.text) == is_latin(text):
        return False
    return any(_sounds(name, word) for word in words_of(text) if word.text != other.text and len(word.text) >= _STEM)


@lru_cache(maxsize=64)
def _folded_text(text: str) -> str:
    return folded(text)


def _sounds(name: Word, word: Word) -> bool:
    sound = heard(name.text, word.text)
    if sound is None:
        return False
    if is_unspaced(name.text) or is_unspaced(word.text):
        return sound.score >= _SOUNDS_INSIDE
    return sound.score >= _SOUNDS or heard_inside(name.text, word.text) >= _SOUNDS_INSIDE
