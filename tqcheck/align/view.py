"""One side of an aligned document as seen from the other: what the second look weighs a segment by.

Languages and translators differ in how much of a sentence its translation covers, word piece by word piece; so what a segment shows is held
against what the sure pairs of the same document show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.coverage import Pieces
from tqcheck.align.lengths import FLOOR, SCALE
from tqcheck.align.match import Match
from tqcheck.align.scores import Scores
from tqcheck.align.stream import Stream
from tqcheck.align.vectors import unit

Array = NDArray[np.float64]
Floats = NDArray[np.float32]

NEAR = 0.3
"""Cosine from which two pieces may be partners."""

WIDEST = 4.0
"""Standard deviations at which a departure in length stops counting."""

OTHERS = 64
"""Segments of the other side that a segment is compared with in a document too large to compare all with all."""

SURE, TYPICAL = 2.0, 40
"""Nats from which a pair of two segments shows what is usual in a document, and how many such pairs are looked at."""

USUAL, PRIOR = (0.15, 0.5), 3
"""Lead and cover of such pairs in news, and how many pairs of the document that knowledge is worth."""

MARKS = frozenset('?!:("')
"""Anchor keys that are marks: many sentences share them."""


@dataclass(frozen=True, slots=True)
class View:
    """One side as seen from the other.

    Attributes:
        my_vectors, their_vectors: unit vectors of the segments (segments, width).
        my_starts, their_starts: whether a segment begins a block.
        my_heads, their_heads: whether it begins a heading, list item or table cell, which stand by themselves.
        ratio: log of their letters to mine.
        my_cover: share of each of my segments that each of theirs renders (mine, theirs); None in a document too large.
        their_cover: the same of theirs (theirs, mine).
        usual: lead and cover (see `lead`) of this document's sure pairs, from this side.
    """

    mine: Sequence[Pieces]
    theirs: Sequence[Pieces]
    my_vectors: Floats
    their_vectors: Floats
    my_lengths: Array
    their_lengths: Array
    my_keys: Sequence[Sequence[str]]
    their_keys: Sequence[Sequence[str]]
    my_starts: NDArray[np.bool_]
    their_starts: NDArray[np.bool_]
    my_heads: NDArray[np.bool_]
    their_heads: NDArray[np.bool_]
    ratio: float
    my_cover: Floats | None
    their_cover: Floats | None
    usual: tuple[float, float] = USUAL

    def cover(self, mine: Sequence[int], theirs: Sequence[int]) -> float:
        """Share of my segments that theirs render, 0-1."""
        if self.my_cover is not None and len(mine) == len(theirs) == 1:
            return float(self.my_cover[mine[0], theirs[0]])
        one, other = (stack([side[place] for place in chosen]) for side, chosen in self._chosen(mine, theirs))
        return float(shares(one.weights) @ (one.vectors @ other.vectors.T).max(axis=1))

    def lead(self, mine: Sequence[int], theirs: Sequence[int]) -> float:
        """Share of my segments that theirs render, less what the best of the rest of their document would (-1 to 1)."""
        apart = np.setdiff1d(np.arange(len(self.theirs)), theirs)
        if self.my_cover is not None:
            weights = shares(np.array([self.mine[place].weights.sum() for place in mine], np.float32))
            covered = (weights @ self.my_cover[list(mine)])[apart]
        else:
            few = apart[np.unique(np.linspace(0, len(apart) - 1, min(OTHERS, len(apart))).astype(int))]
            covered = np.array([self.cover(mine, (int(place),)) for place in few], np.float32)
        return self.cover(mine, theirs) - (float(covered.max()) if len(covered) else NEAR)

    def cosine_lead(self, mine: Sequence[int], theirs: Sequence[int]) -> tuple[float, float]:
        """Cosine of my segments and theirs, less the best that either has with a segment of the rest; and the cosine itself."""
        one, other = unit(self.my_vectors[list(mine)].sum(axis=0)), unit(self.their_vectors[list(theirs)].sum(axis=0))
        cosine = float(one @ other)
        rivals = np.delete(self.their_vectors @ one, list(theirs)), np.delete(self.my_vectors @ other, list(mine))
        return cosine - max(float(rival.max()) if len(rival) else 0.0 for rival in rivals), cosine

    def departure(self, mine: float, theirs: float) -> float:
        """Standard deviations by which their length departs from what mine makes one expect."""
        spread = np.sqrt(FLOOR + SCALE / mine)
        return float(np.clip((np.log(theirs / mine) - self.ratio) / spread, -WIDEST, WIDEST))

    def accustomed(self, matches: Sequence[Match], side: int) -> View:
        """The view with `usual` measured on the sure pairs among the matches; mine is side 0 = source or 1 = target of those."""
        pairs = [
            ((match.source, match.target), (match.target, match.source))[side]
            for match in matches
            if len(match.source) == len(match.target) == 1 and match.score >= SURE
        ]
        few = (
            [pairs[place] for place in np.unique(np.linspace(0, len(pairs) - 1, TYPICAL).astype(int))] if pairs else []
        )
        if not few:
            return self
        middle = np.median([(self.lead(*pair), self.cover(*pair)) for pair in few], axis=0)
        lead, cover = (len(few) * middle + PRIOR * np.array(USUAL)) / (len(few) + PRIOR)
        return replace(self, usual=(float(lead), float(cover)))

    def turned(self) -> View:
        """The other side as seen from this one; what is usual there is not known."""
        return View(
            self.theirs,
            self.mine,
            self.their_vectors,
            self.my_vectors,
            self.their_lengths,
            self.my_lengths,
            self.their_keys,
            self.my_keys,
            self.their_starts,
            self.my_starts,
            self.their_heads,
            self.my_heads,
            -self.ratio,
            self.their_cover,
            self.my_cover,
        )

    def _chosen(
        self, mine: Sequence[int], theirs: Sequence[int]
    ) -> tuple[tuple[Sequence[Pieces], Sequence[int]], tuple[Sequence[Pieces], Sequence[int]]]:
        return (self.mine, mine), (self.theirs, theirs)


def see(source: Stream, target: Stream, scores: Scores, matches: Sequence[Match]) -> tuple[View, View]:
    """The source as seen from the target, and the target as seen from the source; both streams have pieces and vectors."""
    assert source.pieces is not None
    assert target.pieces is not None
    assert source.vectors is not None
    assert target.vectors is not None
    cover = scores.coverage.shares if scores.coverage is not None else (None, None)
    view = View(
        source.pieces,
        target.pieces,
        source.vectors,
        target.vectors,
        source.side.lengths,
        target.side.lengths,
        scores.anchors.source_keys,
        scores.anchors.target_keys,
        source.side.starts,
        target.side.starts,
        source.side.starts & (source.side.kinds != 0),
        target.side.starts & (target.side.kinds != 0),
        scores.lengths.ratio,
        *cover,
    )
    return view.accustomed(matches, 0), view.turned().accustomed(matches, 1)


def stack(pieces: Sequence[Pieces]) -> Pieces:
    """The pieces of several segments as one."""
    if len(pieces) == 1:
        return pieces[0]
    return Pieces(np.concatenate([one.vectors for one in pieces]), np.concatenate([one.weights for one in pieces]))


def shares(weights: Floats) -> Floats:
    """Weights as shares of their sum."""
    return np.asarray(weights / max(float(weights.sum()), 1e-6), np.float32)


def mutual(cosines: Floats) -> NDArray[np.bool_]:
    """Cells that are the best of their row and of their column."""
    best = np.maximum(cosines.max(axis=1, keepdims=True), cosines.max(axis=0, keepdims=True))
    return np.asarray((cosines >= best) & (cosines > NEAR))
