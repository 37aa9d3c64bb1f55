"""How far from a word of an English sentence another one stands that is known by its beginning."""

from __future__ import annotations

from tqcheck.text.senses import ENGLISH
from tqcheck.text.word_patterns import fold


def words_between(cue: str, place: tuple[int, int], text: str) -> int:
    """The fewest words between a place of a text and a word or phrase that begins with `cue`; 0 where the text has none to be found."""
    folded, found = fold(text, ENGLISH), list[int]()
    start = folded.find(cue)
    while start >= 0:
        if not folded[start - 1 : start].isalpha():
            left, right = sorted(((start, start + len(cue)), place))
            found.append(len(folded[left[1] : right[0]].split()))
        start = folded.find(cue, start + 1)
    return min(found, default=0)
