"""Which words render which names, where several could: no other name better, and no other word clearly better."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.text.name_rendering import SAME
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word

_CLEARLY = 0.2
"""Likeness by which another name must be nearer to a word before the word is taken to render that one alone."""


def mutual_renderings(found: Sequence[tuple[float, Word, Word]], names: Sequence[Word]) -> dict[int, frozenset[int]]:
    """Start of each name -> starts of the words that render it, of (likeness, name, word) that fit."""
    best_name: dict[int, tuple[float, str]] = {}
    best_word: dict[int, tuple[float, str]] = {}
    for share, name, word in found:
        best_name[word.start] = max(best_name.get(word.start, (0.0, "")), (share, folded(name.text)))
        best_word[name.start] = max(best_word.get(name.start, (0.0, "")), (share, folded(word.text)))
    kept: dict[int, set[int]] = {name.start: set() for name in names}
    for share, name, word in found:
        nearer, owner = best_name[word.start]
        likelier, usual = best_word[name.start]
        alike = owner == folded(name.text) or share > nearer - _CLEARLY
        if share >= SAME or (alike and (usual[:3] == folded(word.text)[:3] or share > likelier - _CLEARLY)):
            kept[name.start].add(word.start)
    return {start: frozenset(words) for start, words in kept.items()}
