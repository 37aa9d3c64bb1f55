"""Coverage evidence: how much of a segment its partners render, word piece by word piece, beyond what any passage would render.

The maximum cosine of each piece with the pieces of the other side is BERTScore's matching (Zhang et al. 2020), weighted by rarity
in the document. What unrelated passages of the same document reach is taken away, so that long segments and common words explain nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.vectors import unit

Array = NDArray[np.float64]
Floats = NDArray[np.float32]

WIDEST = 4
"""Segments that one segment may render."""

SLOPE, MIDDLE = 26.0, 0.07
"""Nats per unit of coverage beyond background, and the coverage that says nothing, for a segment of average length."""

CHANCE, PRIOR = 0.245, 3
"""Coverage that unrelated sentences reach, and how many of them that knowledge is worth in a short document."""

BREVITY = 12.0
"""Weight (nats of rarity) at which a segment's coverage counts half: a few words are often rendered freely."""

BEST, WORST = 5.0, -4.0
"""Nats for one segment at which coverage stops counting."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one segment: centred unit vectors (pieces, width), and weights (pieces,) by rarity, 0 for punctuation."""

    vectors: Floats
    weights: Floats


@dataclass(frozen=True, slots=True)
class Coverage:
    """Nats by which coverage speaks for a segment of either side being rendered by a window of the other.

    Attributes:
        source: WIDEST arrays (source segments, target segments); [k - 1][i, j]: source segment i by the target window [j, j + k).
        target: WIDEST arrays of the same shape; [k - 1][i, j]: target segment j by the source window [i, i + k).
        shares: how much of each source segment each target segment renders, 0-1 (source, target), and the other way round (target, source).
    """

    source: tuple[Floats, ...]
    target: tuple[Floats, ...]
    shares: tuple[Floats, Floats]

    def score(self, rows: range, firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> Array:
        """Nats for the source segments `rows`, merged, against each target range [first, end), merged."""
        width = int(ends[0] - firsts[0])
        value = self.source[width - 1][rows.start : rows.stop, firsts].sum(axis=0)
        for offset in range(width):
            value = value + self.target[len(rows) - 1][rows.start, firsts + offset]
        return np.asarray(value, np.float64)

    def take(self, source: Sequence[int], target: Sequence[int]) -> Coverage:
        """The same evidence for some source and some target segments (ascending indices).

        A window that has become one only by what was left out counts as its best segment does.
        """
        chosen = np.ix_(list(source), list(target))
        return Coverage(
            _rejoin([table[chosen] for table in self.source], np.asarray(target), 1),
            _rejoin([table[chosen] for table in self.target], np.asarray(source), 0),
            (self.shares[0][chosen], self.shares[1][np.ix_(list(target), list(source))]),
        )


def compare_coverage(source: Sequence[Pieces], target: Sequence[Pieces]) -> Coverage:
    """Coverage of every segment by every window of the other side; time grows with pieces x pieces."""
    ours = [np.empty((len(source), len(target)), np.float32) for _ in range(WIDEST)]
    theirs = [np.empty((len(source), len(target)), np.float32) for _ in range(WIDEST)]
    flat, edges = np.concatenate([one.vectors for one in target]), _edges(target)
    weights = [_shares(one) for one in target]
    columns = np.concatenate(weights)
    recent = list[Floats]()
    for row, one in enumerate(source):
        cosines = one.vectors @ flat.T
        best = (
            np.maximum.reduceat(cosines, edges, axis=1) if len(one.vectors) else np.zeros((0, len(target)), np.float32)
        )
        for width, covered in enumerate(_windows(best)):
            ours[width][row] = _shares(one) @ covered
        reached = cosines.max(axis=0) if len(one.vectors) else np.zeros(len(flat), np.float32)
        recent = [reached, *recent][:WIDEST]
        for height in range(len(recent)):
            joint = np.maximum.reduce(recent[: height + 1])
            theirs[height][row - height] = np.add.reduceat(joint * columns, edges)
    for height in range(WIDEST):
        theirs[height][max(0, len(source) - height) :] = theirs[0][max(0, len(source) - height) :]
    sizes = [float(one.weights.sum()) for one in source], [float(one.weights.sum()) for one in target]
    return Coverage(
        tuple(_nats(table, np.array(sizes[0])[:, None], 1) for table in ours),
        tuple(_nats(table, np.array(sizes[1])[None, :], 0) for table in theirs),
        (ours[0], np.ascontiguousarray(theirs[0].T)),
    )


def weigh_pieces(
    texts: Sequence[str], found: Sequence[tuple[Sequence[tuple[int, int]], Floats]], middle: Floats
) -> list[Pieces]:
    """The pieces of each text, centred on `middle`, weighted by how few texts of the document hold them; never empty."""
    forms = [
        [text[start:end].strip().casefold() for start, end in offsets]
        for text, (offsets, _) in zip(texts, found, strict=True)
    ]
    counts = Counter(form for row in forms for form in set(row))
    return [
        Pieces(
            unit(vectors - middle) if len(vectors) else np.zeros((1, len(middle)), np.float32),
            np.array([_rarity(form, counts[form], len(texts)) for form in row] or [0.0], np.float32),
        )
        for row, (_, vectors) in zip(forms, found, strict=True)
    ]


def _rarity(form: str, count: int, size: int) -> float:
    return float(np.log((size + 1) / (count + 0.5))) if any(character.isalnum() for character in form) else 0.0


def _shares(pieces: Pieces) -> Floats:
    return np.asarray(pieces.weights / max(float(pieces.weights.sum()), 1e-6), np.float32)


def _edges(segments: Sequence[Pieces]) -> NDArray[np.int64]:
    sizes = [len(one.vectors) for one in segments]
    return np.asarray(np.concatenate([[0], np.cumsum(sizes[:-1])]), np.int64)


def _windows(best: Floats) -> Iterator[Floats]:
    """(pieces, segments) -> the maximum over windows of 1, 2 ... WIDEST segments that begin at each; shorter at the end."""
    window = best
    yield window
    for width in range(1, WIDEST):
        shifted = best[:, width:]
        window = window.copy()
        window[:, : shifted.shape[1]] = np.maximum(window[:, : shifted.shape[1]], shifted)
        yield window


def _nats(table: Floats, weight: Floats, axis: int) -> Floats:
    """Coverage less its background along `axis` (the mean of all windows but the best), as nats, damped for short segments."""
    count = table.shape[axis]
    others = (table.sum(axis=axis, keepdims=True) - table.max(axis=axis, keepdims=True) + PRIOR * CHANCE) / (
        count - 1 + PRIOR
    )
    damped = weight / (weight + BREVITY)
    return np.asarray(np.clip(SLOPE * (table - others - MIDDLE), WORST, BEST) * damped, np.float32)


def _rejoin(tables: Sequence[Floats], indices: NDArray[np.int64], axis: int) -> tuple[Floats, ...]:
    """Tables of windows in a subset: a window whose segments were no neighbours takes the best of its single segments."""
    single, rejoined = tables[0], [tables[0]]
    for width in range(1, len(tables)):
        table, size = tables[width].copy(), len(indices)
        cut = np.nonzero(indices[min(width, size) :] - indices[: max(0, size - width)] != width)[0]
        for place in cut:
            window = [place + step for step in range(width + 1)]
            if axis:
                table[:, place] = single[:, window].max(axis=1)
            else:
                table[place] = single[window].max(axis=0)
        rejoined.append(table)
    return tuple(rejoined)
