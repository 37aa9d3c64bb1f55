"""One letter dropped, doubled, exchanged or swapped inside a word: Carvalhal, Carvahal."""

from __future__ import annotations

from tqcheck.text.name_words import is_unspaced

_LEAST_RUN = 3
"""Characters of a run of katakana or Chinese in which one wrong one is another spelling of the name."""
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


def is_letter_slip(usual: str, word: str, *, whole: bool = False) -> bool:
    """Whether a word is another spelling of how the name is usually written: one letter inside, case endings aside.

    `whole`: the language has no case endings, so that any letter but the first may be the wrong one.
    """
    if is_unspaced(word):
        return len(usual) == len(word) >= _LEAST_RUN and _wrong(usual, word) == 1
    if whole and len(usual) == len(word) > _LEAST_RUN and usual[0] == word[0]:
        return _wrong(usual, word) == 1
    stem = usual[: max(4, len(usual) - 2)]
    head = word[: len(stem)]
    wrong = [at for at, (a, b) in enumerate(zip(stem, head, strict=False)) if a != b]
    return (
        len(head) == len(stem) and len(wrong) == 1 and wrong[0] < len(stem) - 1 and abs(len(word) - len(usual)) <= 3
    ) or is_slip(usual, word)


def _wrong(usual: str, word: str) -> int:
    return sum(a != b for a, b in zip(usual, word, strict=True))
