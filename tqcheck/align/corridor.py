"""Coarse to fine: a path over chunks of neighbours bounds the search over single segments, so that cost grows near-linearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.align.anchors import weigh_anchors
from tqcheck.align.coverage import Coverage
from tqcheck.align.lengths import LengthModel, fit_lengths
from tqcheck.align.meaning import Meaning
from tqcheck.align.path import Bead, Corridor, best_path, full_corridor
from tqcheck.align.scores import Scores, Side

SMALL = 2_000_000
"""Cells up to which every one is searched."""

CHUNK = 8
"""Segments in a chunk of the next coarser level."""

MARGIN = 3
"""Chunks searched on either side of the coarse path."""

PRIORS = {(1, 1): 0.8, (1, 2): 0.05, (2, 1): 0.05, (1, 0): 0.05, (0, 1): 0.05}


@dataclass(frozen=True, slots=True)
class Problem:
    """What two streams are compared by: columns and anchor keys of either side, lengths, meaning."""

    source: Side
    target: Side
    source_keys: Sequence[frozenset[str]]
    target_keys: Sequence[frozenset[str]]
    lengths: LengthModel
    meaning: Meaning | None
    coverage: Coverage | None = None


def find_corridor(problem: Problem) -> Corridor:
    """The cells worth searching: all of a small problem, else a band around the path of the same problem in chunks."""
    if len(problem.source) * len(problem.target) <= SMALL:
        return full_corridor(len(problem.source), len(problem.target))
    coarse = _coarsen(problem)
    corridor = find_corridor(coarse)
    anchors = weigh_anchors(coarse.source_keys, coarse.target_keys)
    scores = Scores(coarse.source, coarse.target, anchors, coarse.lengths, corridor, coarse.meaning, None, PRIORS)
    return _widen(best_path(scores, corridor), len(problem.source), len(problem.target))


def _coarsen(problem: Problem) -> Problem:
    source, target = _merge_side(problem.source), _merge_side(problem.target)
    return Problem(
        source,
        target,
        _merge_keys(problem.source_keys),
        _merge_keys(problem.target_keys),
        fit_lengths(source.lengths, target.lengths, problem.lengths.ratio),
        problem.meaning.chunked(CHUNK) if problem.meaning is not None else None,
    )


def _merge_side(side: Side) -> Side:
    edges = np.arange(0, len(side), CHUNK)
    lengths = np.add.reduceat(side.lengths, edges)
    return Side(lengths, np.ones(len(edges), bool), np.zeros(len(edges), np.int64))


def _merge_keys(keys: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    return [frozenset().union(*keys[start : start + CHUNK]) for start in range(0, len(keys), CHUNK)]


def _widen(beads: Sequence[Bead], rows: int, columns: int) -> Corridor:
    """Fine ranges [low, high] per row from coarse beads; both edges never fall, first and last cell are inside."""
    low, high = np.full(rows + 1, columns, np.int64), np.zeros(rows + 1, np.int64)
    for bead in beads:
        first, last = bead.source * CHUNK, min(rows, (bead.source + bead.shape[0]) * CHUNK)
        here = slice(first, last + 1)
        low[here] = np.minimum(low[here], (bead.target - MARGIN) * CHUNK)
        high[here] = np.maximum(high[here], (bead.target + bead.shape[1] + MARGIN) * CHUNK)
    low, high = np.clip(low, 0, columns), np.clip(high, 0, columns)
    low[0], high[-1] = 0, columns
    return Corridor(np.minimum.accumulate(low[::-1])[::-1].copy(), np.maximum.accumulate(high))
