"""Whether a segment is part of what its neighbour renders, and whether two segments render each other at all.

A sentence that the translation leaves out looks like half of a merger; the second half of a sentence that the translator cut in two
looks like an addition. The path weighs whole beads; here the one segment is weighed: how much of it the other side renders beyond what
other passages would, how much of the other side it alone explains, and what lengths and anchors say with it and without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.coverage import Pieces
from tqcheck.align.lengths import FLOOR, SCALE
from tqcheck.align.vectors import unit

Array = NDArray[np.float64]
Floats = NDArray[np.float32]

NEAR = 0.3
"""Cosine from which two pieces may be partners."""

WIDEST = 4.0
"""Standard deviations at which a departure in length stops counting."""

OTHERS = 64
"""Segments of the other side that a segment is compared with to see what any passage would render."""


@dataclass(frozen=True, slots=True)
class View:
    """One side as seen from the other.

    Attributes:
        my_vectors, their_vectors: unit vectors of the segments (segments, width).
        my_heads, their_heads: whether a segment begins a heading, list item or table cell, which stand by themselves.
        ratio: log of their letters to mine.
    """

    mine: Sequence[Pieces]
    theirs: Sequence[Pieces]
    my_vectors: Floats
    their_vectors: Floats
    my_lengths: Array
    their_lengths: Array
    my_keys: Sequence[Sequence[str]]
    their_keys: Sequence[Sequence[str]]
    my_heads: NDArray[np.bool_]
    their_heads: NDArray[np.bool_]
    ratio: float

    def lead(self, mine: Sequence[int], theirs: Sequence[int]) -> float:
        """Share of my segments that theirs render, less what the best of the rest of their document would (-1 to 1)."""
        one = _stack([self.mine[place] for place in mine])
        apart = np.setdiff1d(np.arange(len(self.theirs)), theirs)
        rest = apart[np.unique(np.linspace(0, len(apart) - 1, min(OTHERS, len(apart))).astype(int))]
        covered = [_covered(one, self.theirs[place]) for place in rest]
        return _covered(one, _stack([self.theirs[place] for place in theirs])) - max(covered, default=NEAR)

    def cosine_lead(self, mine: Sequence[int], theirs: Sequence[int]) -> tuple[float, float]:
        """Cosine of my segments and theirs, less the best that either has with a segment of the rest; and the cosine itself."""
        one, other = unit(self.my_vectors[list(mine)].sum(axis=0)), unit(self.their_vectors[list(theirs)].sum(axis=0))
        cosine = float(one @ other)
        rivals = np.delete(self.their_vectors @ one, list(theirs)), np.delete(self.my_vectors @ other, list(mine))
        return cosine - max(float(rival.max()) if len(rival) else 0.0 for rival in rivals), cosine

    def turned(self) -> View:
        """The other side as seen from this one."""
        return View(
            self.theirs,
            self.mine,
            self.their_vectors,
            self.my_vectors,
            self.their_lengths,
            self.my_lengths,
            self.their_keys,
            self.my_keys,
            self.their_heads,
            self.my_heads,
            -self.ratio,
        )


def describe_attachment(view: View, index: int, group: Sequence[int], other: Sequence[int]) -> tuple[float, ...]:
    """What speaks for my segment `index` being rendered by their segments `other` together with my segments `group`.

    In the order of `data/second_look.toml`: lead, gain, linked, apart, nearer, shared, strange, far.
    """
    mine, theirs = view.mine[index], _stack([view.theirs[place] for place in other])
    cosines = mine.vectors @ theirs.vectors.T
    by_mine = cosines.max(axis=0)
    by_group = (_stack([view.mine[place] for place in group]).vectors @ theirs.vectors.T).max(axis=0)
    size, rest = float(view.my_lengths[index]), float(sum(view.my_lengths[place] for place in group))
    length = float(sum(view.their_lengths[place] for place in other))
    partners = _mutual(cosines) & (by_mine > by_group)[None, :]
    apart, joined = _departure(view, rest, length), _departure(view, size + rest, length)
    return (
        view.lead((index,), other),
        float(_shares(theirs.weights) @ np.maximum(by_mine - by_group, 0)) * (size + rest) / size,
        float(_shares(mine.weights) @ partners.any(axis=1)),
        apart,
        abs(joined) - abs(apart),
        *_anchors(view, index, group, other),
        float(min(abs(place - index) for place in group) > 1),
    )


def describe_relation(view: View, mine: Sequence[int], theirs: Sequence[int]) -> tuple[float, ...]:
    """What speaks for my segments and theirs rendering each other; in the order of `data/second_look.toml`."""
    return (
        view.lead(mine, theirs),
        view.turned().lead(theirs, mine),
        *view.cosine_lead(mine, theirs),
        float(np.log(sum(view.my_lengths[place] for place in mine))),
    )


def _anchors(view: View, index: int, group: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
    """How many anchor keys this segment alone shares with the other side, and how many the other side lacks; three at most."""
    theirs = {key for place in other for key in view.their_keys[place]}
    known = {key for place in group for key in view.my_keys[place]}
    own = [key for key in view.my_keys[index] if key[0] not in '?!:("']
    shared = sum(key in theirs and key not in known for key in own)
    return float(min(shared, 3)), float(min(sum(key not in theirs for key in own), 3))


def _departure(view: View, mine: float, theirs: float) -> float:
    """Standard deviations by which their length departs from what mine makes one expect."""
    spread = np.sqrt(FLOOR + SCALE / mine)
    return float(np.clip((np.log(theirs / mine) - view.ratio) / spread, -WIDEST, WIDEST))


def _covered(one: Pieces, other: Pieces) -> float:
    return float(_shares(one.weights) @ (one.vectors @ other.vectors.T).max(axis=1))


def _mutual(cosines: Floats) -> NDArray[np.bool_]:
    best = np.maximum(cosines.max(axis=1, keepdims=True), cosines.max(axis=0, keepdims=True))
    return np.asarray((cosines >= best) & (cosines > NEAR))


def _stack(pieces: Sequence[Pieces]) -> Pieces:
    return Pieces(np.concatenate([one.vectors for one in pieces]), np.concatenate([one.weights for one in pieces]))


def _shares(weights: Floats) -> Floats:
    return np.asarray(weights / max(float(weights.sum()), 1e-6), np.float32)
