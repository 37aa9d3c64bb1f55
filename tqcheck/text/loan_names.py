"""Runs of katakana that are no name of their own: loan words, and two names of the source written as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tqcheck.text.name_rendering import name_likeness
from tqcheck.text.name_words import Word
from tqcheck.text.sounds import likeness, softened, strong

_LOAN = 0.8
"""Likeness from which a run of katakana is taken for a word in small letters."""
_MANY, _LONG_LOAN = 5, 0.5
"""Consonants of a word that no name has by chance, and likeness that is enough there (マーマレード, marmalade)."""
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


def is_two_names(run: Word, names: Sequence[Word]) -> bool:
    """Whether a run is two neighbours of the source's words in one (Novi Sad, ノビサド)."""
    heard = (softened(one.text + other.text) for one, other in pairwise(names) if other.start == one.end + 1)
    return any(likeness(sounds, run.sounds) >= _LOAN for sounds in heard)
