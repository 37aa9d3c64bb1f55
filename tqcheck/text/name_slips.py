"""Names that one alphabet keeps letter by letter, with one letter dropped, doubled, exchanged or swapped: Carvalhal, Carvahal."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_NAME = regex.compile(r"(?<![\p{L}\p{M}\d@#/._-])\p{Lu}[\p{Ll}\p{M}]{4,}(?![\p{L}\p{M}\d])")
_ENDING = 3
"""Letters at the end that inflection and habits of translation change (Moscou and Moscow, Anna and Annas): no slip is looked for there."""


def find_slips(source: str, target: str, elsewhere: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """(place in the source, place in the target) of names that the translation keeps but for one letter inside.

    `elsewhere` is the text of the whole translation: only a name that it spells as the source does in another place counts, since
    languages transcribe names (Tramp for Trump), and one letter inside proves nothing by itself.
    """
    kept, given = set(_NAME.findall(target)), set(_NAME.findall(source))
    for name in _NAME.finditer(source):
        if name[0] in kept or any(word.startswith(name[0][:-1]) for word in kept):
            continue
        for word in _NAME.finditer(target):
            if word[0] not in given and is_slip(name[0], word[0]) and regex.search(rf"\b{name[0]}\b", elsewhere):
                yield name.span(), word.span()
                break


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
