"""How sure a gap is: what it would cost to give the segment to a neighbour instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.align.path import Bead
from tqcheck.align.scores import Scores


def weigh_gaps(beads: Sequence[Bead], scores: Scores) -> list[Bead]:
    """The path with each gap's score replaced by its margin: nats by which the path beats merging the segment into a neighbour."""
    weighed = list(beads)
    for place, bead in enumerate(beads):
        if not min(bead.shape):
            neighbours = [_beside(beads, place, step) for step in (-1, 1)]
            margins = [_margin(bead, other, scores) for other in neighbours if other is not None]
            weighed[place] = replace(bead, score=min(margins, default=bead.score + 6.0))
    return weighed


def _beside(beads: Sequence[Bead], place: int, step: int) -> Bead | None:
    """The next bead with both sides, if only gaps of the same side lie between."""
    side = beads[place].shape
    place += step
    while 0 <= place < len(beads) and beads[place].shape == side:
        return None
    return beads[place] if 0 <= place < len(beads) and min(beads[place].shape) else None


def _margin(gap: Bead, other: Bead, scores: Scores) -> float:
    """Nats lost when the gap's segment joins `other`; large where no such shape exists."""
    shape = (gap.shape[0] + other.shape[0], gap.shape[1] + other.shape[1])
    if shape not in scores.priors:
        return 6.0
    source, target = min(gap.source, other.source), min(gap.target, other.target)
    end = target + shape[1]
    merged = float(scores.beads(shape, source + shape[0], end, end)[0])
    return gap.score + other.score - merged
