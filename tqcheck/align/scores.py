"""The evidence for a bead: anchors, lengths, paragraph starts, kinds and, where there is an embedder, meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.anchors import Anchors
from tqcheck.align.coverage import Coverage
from tqcheck.align.lengths import LengthModel
from tqcheck.align.meaning import Meaning
from tqcheck.align.path import PRIORS, Array, Corridor, full_corridor

START_AGREES, START_DIFFERS, START_NEITHER = 0.7, -1.5, 0.3
"""Nats for beads whose two sides both begin a paragraph, of which only one does, of which none does."""

CROSSING = -2.5
"""Nats for each paragraph break inside a bead."""

OTHER_KIND = -2.5
"""Nats where a heading, list item or table cell meets something else."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts in a bead: kinds that tell of the same thing count less beside each other."""

    anchors: float
    lengths: float
    layout: float
    coverage: float


SINGLE, MERGED = Weights(0.3, 0.35, 0.75, 0.57), Weights(0.3, 0.3, 0.75, 0.83)
"""Beside coverage, for 1:1 and for larger beads: a structured perceptron (Collins 2002) on 177 disturbed documents in ten languages,
every sixth of ntrex128. Sentence vectors add nothing to coverage there, so their weight is 0."""

LOUDEST = 8.0
"""Nats towards which the anchors of a bead saturate beside coverage, which knows names and figures too."""

COVERED_PRIORS = {
    (1, 1): 1.0,
    (1, 2): 0.016,
    (2, 1): 0.016,
    (2, 2): 6e-4,
    (1, 3): 0.0027,
    (3, 1): 0.0027,
    (1, 4): 3.5e-4,
    (4, 1): 3.5e-4,
    (1, 0): 0.09,
    (0, 1): 0.09,
}
"""Weights of shapes beside coverage, from the same perceptron; a gap's is for a segment of `USUAL` letters."""

USUAL, GROWTH = 60.0, 0.7
"""A gap counts (letters / USUAL) ** GROWTH times its prior beside coverage: what is left over of a merger is short."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side in columns, one entry a segment: letters, whether it begins a block, and a number for its kind."""

    lengths: Array
    starts: NDArray[np.bool_]
    kinds: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lengths)

    def take(self, indices: Sequence[int]) -> Side:
        """Some of the segments, in order."""
        chosen = list(indices)
        return Side(self.lengths[chosen], self.starts[chosen], self.kinds[chosen])


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores beads of two sides within a corridor."""

    source: Side
    target: Side
    anchors: Anchors
    lengths: LengthModel
    corridor: Corridor
    meaning: Meaning | None = None
    coverage: Coverage | None = None
    priors: Mapping[tuple[int, int], float] = field(default_factory=lambda: PRIORS)

    @property
    def shapes(self) -> list[tuple[int, int]]:
        """Shapes that have both sides."""
        return sorted(shape for shape in self.priors if min(shape))

    @property
    def gaps(self) -> tuple[Array, Array]:
        """Nats for leaving out each segment of either side."""
        prior = float(np.log(self.priors[(1, 0)]))
        grown = GROWTH if self.coverage is not None else 0.0
        sides = self.source.lengths, self.target.lengths
        ours, theirs = (prior + grown * np.log(lengths / USUAL) for lengths in sides)
        return ours, theirs

    def beads(self, shape: tuple[int, int], end: int, low: int, high: int) -> Array:
        """Nats for each target end in [low, high]; see `BeadScores`."""
        rows = range(end - shape[0], end)
        ends = np.arange(max(low, shape[1]), high + 1)
        if not len(ends):
            return np.full(high - low + 1, -np.inf)
        firsts = ends - shape[1]
        anchors = self.anchors.score(rows, shape[1], int(firsts[0]), int(firsts[-1]) + 1)
        lengths, layout = self._length_nats(rows, firsts, ends), self._layout_nats(rows, firsts, shape[1])
        value = np.log(self.priors[shape])
        if self.coverage is not None:
            weights = SINGLE if shape == (1, 1) else MERGED
            value += weights.anchors * LOUDEST * np.tanh(anchors / LOUDEST)
            value += weights.lengths * lengths + weights.layout * layout
            value += weights.coverage * self.coverage.score(rows, firsts, ends)
        else:
            value += anchors + lengths + layout
            if self.meaning is not None:
                value += self.meaning.score(rows, firsts, ends)
        return np.concatenate([np.full(high - low + 1 - len(value), -np.inf), value])

    def take(self, source: Sequence[int], target: Sequence[int]) -> Scores:
        """The same evidence for some source and some target segments (ascending indices), every cell searched."""
        return Scores(
            self.source.take(source),
            self.target.take(target),
            self.anchors.take(source, target),
            self.lengths,
            full_corridor(len(source), len(target)),
            self.meaning.take(source, target) if self.meaning is not None else None,
            self.coverage.take(source, target) if self.coverage is not None else None,
            self.priors,
        )

    def _length_nats(self, rows: range, firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> Array:
        target = _window_sums(self.target.lengths[firsts[0] : ends[-1]], len(ends))
        source = float(self.source.lengths[rows.start : rows.stop].sum())
        return self.lengths.score(source, target, len(rows) + int(ends[0] - firsts[0]) - 1)

    def _layout_nats(self, rows: range, firsts: NDArray[np.int64], width: int) -> Array:
        source, target = self.source, self.target
        starts = target.starts[firsts]
        agree = START_AGREES if source.starts[rows.start] else START_NEITHER
        value = np.where(starts == source.starts[rows.start], agree, START_DIFFERS)
        value += OTHER_KIND * (target.kinds[firsts] != source.kinds[rows.start])
        value += CROSSING * int(source.starts[rows.start + 1 : rows.stop].sum())
        for offset in range(1, width):
            value += CROSSING * target.starts[firsts + offset]
        return np.asarray(value, np.float64)


def _window_sums(values: Array, count: int) -> Array:
    """Sums over `count` sliding windows that together cover `values`."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    return np.asarray(sums[len(values) - count + 1 :] - sums[:count])


def columns(lengths: Sequence[int], starts: Sequence[bool], kinds: Sequence[int]) -> Side:
    """A side from plain sequences of equal length."""
    return Side(np.array(lengths, np.float64), np.array(starts, bool), np.array(kinds, np.int64))
