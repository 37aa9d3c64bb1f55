"""Runs of katakana that are no name of their own: loan words, and two names of the source written as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_rendering import name_likeness
from tqcheck.text.name_words import CASELESS, Word
from tqcheck.text.sounds import likeness, softened, strong
from tqcheck.text.transliteration import heard

_LOAN = 0.8
"""Likeness from which a run of katakana is taken for a word in small letters."""
_MANY, _LONG_LOAN = 5, 0.5
"""Consonants of a word that no name has by chance, and likeness that is enough there (マーマレード, marmalade)."""
_LEAST, _CLEARLY = 4, 2.0
"""Letters of a borrowed word, and weight (`transliteration`) from which it is one."""
_LONGER, _SHORT, _MORE = 2, 5, 1
"""How many times the word's consonants a run may have, being a compound of it; of a word of fewer than _SHORT letters, which any run may
hold by chance (and, カンダハール), how many more."""


def is_loan(run: Word, word: Word) -> bool:
    """Whether a run of katakana is a word of the other language, or the beginning of one (テレビ, television)."""
    if run.text[0] >= "\u3100" or not word.text[0].islower():
        return False
    size = strong(word.sounds)
    enough = size > 1 and strong(run.sounds) <= (_LONGER * size if len(word.text) >= _SHORT else size + _MORE)
    return enough and name_likeness(word, run) >= (_LOAN if size < _MANY else _LONG_LOAN)


def is_borrowed(name: Word, words: Sequence[Word], language: str) -> bool:
    """Whether a word of a script without capitals is, letter by letter, a word in small letters of the translation (बैंड, band)."""
    if primary(language) not in CASELESS or strong(name.sounds) < _LONGER:
        return False
    likely = [word.text for word in words if len(word.text) >= _LEAST and word.text[0].islower()]
    return any((sound := heard(name.text, text)) is not None and sound.score >= _CLEARLY for text in likely)


def is_two_names(run: Word, names: Sequence[Word]) -> bool:
    """Whether a run is two neighbours of the source's words in one (Novi Sad, ノビサド)."""
    heard = (softened(one.text + other.text) for one, other in pairwise(names) if other.start == one.end + 1)
    return any(likeness(sounds, run.sounds) >= _LOAN for sounds in heard)
