"""How much better two sentences render each other than they render the nearest other sentences of their document.

The margin of Artetxe and Schwenk (2019), over the word pieces of the sentences and, less, their vectors: a sentence that is in the wrong
place fits its source no better than it fits the neighbours, however free the translator is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.coverage import Pieces
from tqcheck.align.segment_vectors import SegmentVectors
from tqcheck.align.view import shares, stack

NEAREST = 4
"""Sentences of the other side, nearest by their vectors, that a sentence is compared with."""

COUNTED = 3
"""Of them, those that the margin is taken from."""

AROUND = 200
"""Sentences on either side among which the nearest are looked for: time grows with the length of a document, not with its square."""

CHANCE = (0.33, 0.28)
"""Coverage and cosine that stand for every sentence that a short document lacks."""

MEANING = 0.15
"""Weight of the sentence vectors beside the pieces."""

Floats = NDArray[np.float32]


def measure_margins(source: SegmentVectors, target: SegmentVectors) -> list[float]:
    """The margin of each pair (about -0.2 to 0.5; strangers around 0), to three decimals; the two sides are parallel."""
    return [round(_margin(source, target, place), 3) for place in range(len(source.pieces))]


def _margin(source: SegmentVectors, target: SegmentVectors, place: int) -> float:
    own, *ahead = _compare(source, target, place, [place, *_nearest(source, target, place)])
    back = _compare(target, source, place, _nearest(target, source, place))
    rivals = [(_best(ahead, kind) + _best(back, kind)) / 2 for kind in (0, 1)]
    return float(own[0] - rivals[0] + MEANING * (own[1] - rivals[1]))


def _nearest(mine: SegmentVectors, theirs: SegmentVectors, place: int) -> list[int]:
    """Their sentences nearest to mine but for its partner, nearest first."""
    low, high = max(0, place - AROUND), min(len(theirs.pieces), place + AROUND + 1)
    order = np.argsort(-(theirs.sentences[low:high] @ mine.sentences[place]), kind="stable")[: NEAREST + 1]
    return [low + int(index) for index in order if low + int(index) != place][:NEAREST]


def _compare(mine: SegmentVectors, theirs: SegmentVectors, place: int, chosen: list[int]) -> NDArray[np.float64]:
    """(chosen, 2): coverage and cosine of my sentence with the chosen ones of theirs."""
    if not chosen:
        return np.zeros((0, 2))
    covered = _cover(mine.pieces[place], [theirs.pieces[index] for index in chosen])
    return np.column_stack([covered, theirs.sentences[chosen] @ mine.sentences[place]])


def _cover(mine: Pieces, theirs: Sequence[Pieces]) -> Floats:
    """How much my sentence and each of theirs render of each other, 0-1."""
    edges = np.cumsum([0, *(len(one.vectors) for one in theirs[:-1])])
    cosines = mine.vectors @ stack(theirs).vectors.T
    ours = shares(mine.weights) @ np.maximum.reduceat(cosines, edges, axis=1)
    weights = np.concatenate([shares(one.weights) for one in theirs])
    return np.asarray((ours + np.add.reduceat(cosines.max(axis=0) * weights, edges)) / 2, np.float32)


def _best(compared: Iterable[NDArray[np.float64]], kind: int) -> float:
    """The mean of the best few, those that are missing filled up by chance."""
    found = sorted((float(values[kind]) for values in compared), reverse=True) + [CHANCE[kind]] * COUNTED
    return sum(found[:COUNTED]) / COUNTED
