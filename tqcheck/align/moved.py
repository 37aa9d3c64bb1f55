"""Paragraphs that stand elsewhere in the translation: what the monotone path left over on both sides is matched again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tqcheck.align.path import PRIORS, Bead, best_path, full_corridor
from tqcheck.align.scores import Scores, Side

LONGEST = 150
"""Segments in a leftover run that is still tried as a moved block."""

MOVES = 12
"""Blocks that may move in one document."""

EVIDENCE = 3.0
"""Nats a moved block must gain over leaving it out, beside the log of the number of places tried."""

_GAP = float(np.log(PRIORS[(1, 0)]))


@dataclass(frozen=True, slots=True)
class _Move:
    gain: float
    source: tuple[int, int]
    target: tuple[int, int]
    beads: tuple[Bead, ...]


def match_moved(beads: list[Bead], scores: Scores) -> list[Bead]:
    """The beads with leftover runs matched out of order where the evidence is strong; the order of the list is by source then target."""
    beads = _loosen(beads)
    for _ in range(MOVES):
        sources, targets = _runs(beads, 0), _runs(beads, 1)
        moves = [_try_move(one, other, scores) for one in sources for other in targets]
        found = max(moves, key=lambda move: move.gain, default=None)
        if found is None or found.gain < EVIDENCE + np.log(len(moves)):
            break
        beads = [bead for bead in beads if not _replaced(bead, found)] + list(found.beads)
    return sorted(beads, key=lambda bead: (bead.source, bead.target, bead.shape))


def _loosen(beads: list[Bead]) -> list[Bead]:
    """Beads without evidence become gaps, so that a moved block is whole again."""
    result = []
    for bead in beads:
        if min(bead.shape) and bead.score < 2 * _GAP + 1.0:
            result += [Bead(bead.source + step, bead.target, (1, 0), _GAP) for step in range(bead.shape[0])]
            result += [
                Bead(bead.source + bead.shape[0], bead.target + step, (0, 1), _GAP) for step in range(bead.shape[1])
            ]
        else:
            result.append(bead)
    return result


def _runs(beads: list[Bead], side: int) -> list[tuple[int, int]]:
    """Ranges [first, end) of neighbouring segments of one side that stand in gaps."""
    gap = (1, 0) if side == 0 else (0, 1)
    runs: list[tuple[int, int]] = []
    for place in sorted((bead.source, bead.target)[side] for bead in beads if bead.shape == gap):
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return [run for run in runs if run[1] - run[0] <= LONGEST]


def _try_move(source: tuple[int, int], target: tuple[int, int], scores: Scores) -> _Move:
    part = restrict(scores, source, target)
    beads = best_path(part, part.corridor)
    kept = tuple(
        replace(bead, source=bead.source + source[0], target=bead.target + target[0])
        for bead in beads
        if min(bead.shape)
    )
    gain = sum(bead.score - _GAP * sum(bead.shape) for bead in kept)
    return _Move(gain, source, target, kept)


def _replaced(bead: Bead, move: _Move) -> bool:
    """Whether a gap bead's segment is now part of the moved block."""
    if bead.shape == (1, 0):
        return any(one.source <= bead.source < one.source + one.shape[0] for one in move.beads)
    if bead.shape == (0, 1):
        return any(one.target <= bead.target < one.target + one.shape[1] for one in move.beads)
    return False


def restrict(scores: Scores, source: tuple[int, int], target: tuple[int, int]) -> Scores:
    """The same evidence for a range of source segments against a range of target segments."""
    return Scores(
        _cut(scores.source, source),
        _cut(scores.target, target),
        scores.anchors.cut(source, target),
        scores.lengths,
        full_corridor(source[1] - source[0], target[1] - target[0]),
        scores.meaning.cut(source, target) if scores.meaning is not None else None,
    )


def _cut(side: Side, part: tuple[int, int]) -> Side:
    low, high = part
    return Side(side.lengths[low:high], side.starts[low:high], side.kinds[low:high])
