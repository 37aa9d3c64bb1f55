"""Where names stand: beside another name, and how far into the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tqcheck.text.name_words import Word

Renders = Callable[[Word, Word], bool]


def same_neighbour(name: Word, word: Word, names: Sequence[Word], words: Sequence[Word], renders: Renders) -> bool:
    """Whether both stand on the same side of one further name: `Elin Jones` and `Glenn Jones`."""
    for step in (-1, 1):
        left, right = _beside(name, names, step), _beside(word, words, step)
        if left is not None and right is not None and renders(left, right):
            return True
    return False


def _beside(word: Word, words: Sequence[Word], step: int) -> Word | None:
    """The word right before or after, with one space between."""
    at = next((index for index, other in enumerate(words) if other.start == word.start), -1)
    if at < 0 or not 0 <= at + step < len(words):
        return None
    other = words[at + step]
    return other if (other.start - word.end if step > 0 else word.start - other.end) == 1 else None


def displacement(name: Word, word: Word, source: str, target: str) -> float:
    """How far apart two words stand, as a share of the sentence: 0 at the same place, 1 at opposite ends."""
    return abs(name.start / max(1, len(source)) - word.start / max(1, len(target)))
