"""Aligning one stream of segments with another: two passes, the second with what the first taught, then what was moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.anchors import Anchors, weigh_anchors
from tqcheck.align.corridor import find_corridor
from tqcheck.align.features import Features, describe
from tqcheck.align.lengths import LengthModel, fit_lengths
from tqcheck.align.lexicon import learn_lexicon, lexicon_keys
from tqcheck.align.meaning import Meaning, compare_meaning
from tqcheck.align.path import Bead, best_path
from tqcheck.align.scores import Scores, Side, columns
from tqcheck.model import Kind, Segment

SURE = 2.0
"""Nats from which a bead of the first pass may teach the second."""

_KINDS = {kind: 0 if kind in (Kind.PARAGRAPH, Kind.QUOTE) else number for number, kind in enumerate(Kind, 1)}


@dataclass(frozen=True, slots=True)
class Stream:
    """Segments of one side in reading order, what is compared of them, and their vectors (None without an embedder)."""

    segments: tuple[Segment, ...]
    features: tuple[Features, ...]
    side: Side
    vectors: NDArray[np.float32] | None


def make_stream(segments: Sequence[Segment], vectors: NDArray[np.float32] | None) -> Stream:
    """A stream with features and columns; a segment begins a block where its block differs from the one before."""
    features = tuple(describe(segment) for segment in segments)
    starts = [not index or segments[index - 1].block != segment.block for index, segment in enumerate(segments)]
    side = columns([one.length for one in features], starts, [_KINDS[segment.kind] for segment in segments])
    return Stream(tuple(segments), features, side, vectors)


def align_streams(source: Stream, target: Stream, expected: float) -> tuple[list[Bead], Scores]:
    """The best monotone beads of two streams, and the evidence of the last pass; both streams need a segment at least."""
    meaning = _meaning(source, target)
    anchors = weigh_anchors([one.keys for one in source.features], [one.keys for one in target.features])
    beads, scores = _align(
        source, target, anchors, meaning, fit_lengths(source.side.lengths, target.side.lengths, expected)
    )
    sure = [bead for bead in beads if min(bead.shape) and bead.score >= SURE]
    groups = [
        (
            source.features[bead.source : bead.source + bead.shape[0]],
            target.features[bead.target : bead.target + bead.shape[1]],
        )
        for bead in sure
    ]
    if len(groups) < 3:
        return beads, scores
    left, right, reliability = lexicon_keys(source.features, target.features, learn_lexicon(groups))
    ratios = [
        float(np.log(sum(one.length for one in theirs) / sum(one.length for one in ours))) for ours, theirs in groups
    ]
    lengths = fit_lengths(source.side.lengths, target.side.lengths, expected, ratios)
    return _align(source, target, weigh_anchors(left, right, reliability), meaning, lengths)


def _align(
    source: Stream, target: Stream, anchors: Anchors, meaning: Meaning | None, lengths: LengthModel
) -> tuple[list[Bead], Scores]:
    corridor = find_corridor(source.side, target.side)
    scores = Scores(source.side, target.side, anchors, lengths, corridor, meaning)
    return best_path(scores, corridor), scores


def _meaning(source: Stream, target: Stream) -> Meaning | None:
    if source.vectors is None or target.vectors is None:
        return None
    return compare_meaning(source.vectors, target.vectors, source.side.lengths, target.side.lengths)
