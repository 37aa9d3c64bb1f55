"""Aligning one stream of segments with another: two passes, the second with what the first taught, then what was moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.anchors import weigh_anchors
from tqcheck.align.corridor import Problem, find_corridor
from tqcheck.align.coverage import Coverage, Pieces, compare_coverage
from tqcheck.align.features import Features, describe
from tqcheck.align.lengths import fit_lengths
from tqcheck.align.lexicon import learn_lexicon, lexicon_keys
from tqcheck.align.meaning import Meaning, compare_meaning
from tqcheck.align.path import PRIORS, Bead, best_path
from tqcheck.align.scores import COVERED_PRIORS, Scores, Side, columns
from tqcheck.model import Kind, Segment

SURE, FEWEST = 2.0, 3
"""Nats from which a bead of the first pass may teach the second, and how many such beads there must be."""

COMPARED = 500_000
"""Cells of a problem up to which every piece is compared with every piece."""

_KINDS = {kind: 0 if kind in (Kind.PARAGRAPH, Kind.QUOTE) else number for number, kind in enumerate(Kind, 1)}


@dataclass(frozen=True, slots=True)
class Stream:
    """Segments of one side in reading order, what is compared of them, and their vectors (None without an embedder)."""

    segments: tuple[Segment, ...]
    features: tuple[Features, ...]
    side: Side
    vectors: NDArray[np.float32] | None
    pieces: tuple[Pieces, ...] | None = None


def make_stream(
    segments: Sequence[Segment], vectors: NDArray[np.float32] | None, pieces: Sequence[Pieces] | None = None
) -> Stream:
    """A stream with features and columns; a segment begins a block where its block differs from the one before."""
    features = tuple(describe(segment) for segment in segments)
    starts = [not index or segments[index - 1].block != segment.block for index, segment in enumerate(segments)]
    side = columns([one.length for one in features], starts, [_KINDS[segment.kind] for segment in segments])
    return Stream(tuple(segments), features, side, vectors, None if pieces is None else tuple(pieces))


def align_streams(source: Stream, target: Stream, expected: float) -> tuple[list[Bead], Scores]:
    """The best monotone beads of two streams, and the evidence of the last pass; both streams need a segment at least.

    `expected` is the log ratio of lengths that the languages make one expect.
    """
    first = Problem(
        source.side,
        target.side,
        [one.keys for one in source.features],
        [one.keys for one in target.features],
        fit_lengths(source.side.lengths, target.side.lengths, expected),
        _meaning(source, target),
        _coverage(source, target),
    )
    beads, scores = _align(first)
    groups = _sure_groups(source, target, beads)
    if len(groups) < FEWEST:
        return beads, scores
    left, right, reliability = lexicon_keys(source.features, target.features, learn_lexicon(groups))
    ratios = [
        float(np.log(sum(one.length for one in theirs) / sum(one.length for one in ours))) for ours, theirs in groups
    ]
    lengths = fit_lengths(source.side.lengths, target.side.lengths, expected, ratios)
    return _align(replace(first, source_keys=left, target_keys=right, lengths=lengths), reliability)


def _align(problem: Problem, reliability: dict[str, float] | None = None) -> tuple[list[Bead], Scores]:
    anchors = weigh_anchors(problem.source_keys, problem.target_keys, reliability)
    corridor = find_corridor(problem)
    priors = PRIORS if problem.coverage is None else COVERED_PRIORS
    evidence = problem.meaning, problem.coverage
    scores = Scores(problem.source, problem.target, anchors, problem.lengths, corridor, *evidence, priors)
    return best_path(scores, corridor), scores


def _sure_groups(
    source: Stream, target: Stream, beads: Sequence[Bead]
) -> list[tuple[Sequence[Features], Sequence[Features]]]:
    """The features of both sides of the beads that may teach the second pass."""
    return [
        (
            source.features[bead.source : bead.source + bead.shape[0]],
            target.features[bead.target : bead.target + bead.shape[1]],
        )
        for bead in beads
        if min(bead.shape) and bead.score >= SURE
    ]


def _meaning(source: Stream, target: Stream) -> Meaning | None:
    if source.vectors is None or target.vectors is None:
        return None
    return compare_meaning(source.vectors, target.vectors, source.side.lengths, target.side.lengths)


def _coverage(source: Stream, target: Stream) -> Coverage | None:
    if source.pieces is None or target.pieces is None or len(source.segments) * len(target.segments) > COMPARED:
        return None
    return compare_coverage(source.pieces, target.pieces)
