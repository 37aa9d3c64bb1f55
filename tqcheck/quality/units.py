"""Words as readers see them, each with the word pieces that make it: the units that spans are built from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

_RUN = regex.compile(r"[\p{L}\p{M}\p{N}_]+(?:['’ʼ\-‑.,:/@][\p{L}\p{M}\p{N}_]+)*|[^\s\p{L}\p{M}\p{N}_]")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
"""Scripts written without spaces between words: there a word piece is the best word we have."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a mark, or a piece of unspaced script: its code-point range and the indices of its pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


def units(text: str, offsets: Sequence[tuple[int, int]]) -> list[Unit]:
    """The units of a text in order; characters that no piece covers make none."""
    ranges: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        ranges += _split_dense(run.start(), run.end(), offsets) if _DENSE.search(run.group()) else [run.span()]
    found, first = [], 0
    for start, end in ranges:
        while first < len(offsets) and offsets[first][1] <= start:
            first += 1
        inside = []
        for index in range(first, len(offsets)):
            if offsets[index][0] >= end:
                break
            if offsets[index][1] > start:
                inside.append(index)
        if inside:
            found.append(Unit(start, end, tuple(inside)))
    return found


def _split_dense(start: int, end: int, offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The run cut at the borders of the pieces inside it."""
    borders = sorted({start, end} | {edge for piece in offsets for edge in piece if start < edge < end})
    return list(pairwise(borders))


def strongest(found: Sequence[Unit], values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The largest value among each unit's pieces."""
    return np.array([max(values[index] for index in unit.pieces) for unit in found], np.float32)


def at_offsets(
    wanted: Sequence[Sequence[int]], offsets: Sequence[tuple[int, int]], values: NDArray[np.float32]
) -> list[float]:
    """The largest value among the pieces that overlap each wanted range; 0 where none does."""
    result, first = [], 0
    for start, end in wanted:
        while first and offsets[first - 1][1] > start:
            first -= 1
        while first < len(offsets) and offsets[first][1] <= start:
            first += 1
        best = 0.0
        for index in range(first, len(offsets)):
            if offsets[index][0] >= end:
                break
            best = max(best, float(values[index]))
        result.append(best)
    return result
