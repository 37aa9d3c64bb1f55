"""Word-level companions of a segment: the gloss made of word links, and the words of a back-translation that returned."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.render.differences import WORD, word_key

NOTHING = "∅"
"""Stands for a word of the translation that no word of the source is linked to."""

Pairs = list[tuple[int, int, int, int]]
"""(start, end, start, end): a range in one text and the range that belongs to it in another, code points."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """Source words in the order of the translation, and where each stands beside its translation word."""

    text: str
    pairs: Pairs


def gloss_of(source: str, translation: str, links: list[list[list[int]]]) -> Gloss:
    """The word gloss; `pairs` are (translation range, gloss range); neighbours that share their source words share one entry."""
    parts: list[str] = []
    pairs: Pairs = []
    at, before = 0, list[tuple[int, int]]()
    for word in WORD.finditer(translation):
        start, end = word.span()
        linked = sorted({(s0, s1) for (s0, s1), (t0, t1) in links if t0 < end and start < t1})
        if linked and linked == before:
            pairs.append((start, end, *pairs[-1][2:]))
            continue
        before = linked
        shown = " ".join(source[low:high] for low, high in linked) or NOTHING
        pairs.append((start, end, at, at + len(shown)))
        parts.append(shown)
        at += len(shown) + 1
    return Gloss(" ".join(parts), pairs)


def returned_words(back: str, compared: str, differences: list[list[list[int]]]) -> Pairs:
    """Words that came back unchanged, as (range in `compared`, range in `back`): the k-th word outside every difference."""
    ours = [word.span() for word in WORD.finditer(back) if not _inside(word.span(), [item[0] for item in differences])]
    theirs = [
        word.span() for word in WORD.finditer(compared) if not _inside(word.span(), [item[1] for item in differences])
    ]
    return [
        (*there, *here)
        for here, there in zip(ours, theirs, strict=False)
        if word_key(back[slice(*here)]) == word_key(compared[slice(*there)])
    ]


def _inside(span: tuple[int, int], ranges: list[list[int]]) -> bool:
    return any(low < span[1] and span[0] < high for low, high in ranges)
