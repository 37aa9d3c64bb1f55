"""One letter dropped, doubled, exchanged or swapped inside a word: Carvalhal, Carvahal."""

from __future__ import annotations

_ENDING = 3
"""Letters at the end that inflection and habits of translation change (Moscou and Moscow): no slip is looked for there."""


def is_slip(name: str, word: str) -> bool:
    """Whether two words of five letters or more differ in one letter inside, or in the order of two neighbours."""
    if name == word or name[0] != word[0] or abs(len(name) - len(word)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(name, word, strict=False)) if a != b), min(len(name), len(word)))
    if start > min(len(name), len(word)) - _ENDING:
        return False
    left, right = name[start:], word[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
