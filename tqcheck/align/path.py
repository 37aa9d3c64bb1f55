"""The monotone dynamic programme: the best sequence of beads (n:m groups and gaps) within a corridor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PRIORS: dict[tuple[int, int], float] = {
    (1, 1): 0.86,
    (1, 2): 0.03,
    (2, 1): 0.03,
    (2, 2): 1e-6,
    (1, 3): 0.002,
    (3, 1): 0.002,
    (1, 4): 0.0005,
    (4, 1): 0.0005,
    (1, 0): 0.03,
    (0, 1): 0.03,
}
"""Share of beads by shape (source segments, target segments); gaps as often as an editor who cuts.

2:2 is far rarer than its share in text: merging four sentences hides that two of them differ, so it must be the only way.
"""

GAPS = ((1, 0), (0, 1))
"""The shapes of what one side leaves out."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Source segments [source, source + shape[0]) render as target segments [target, target + shape[1]); score in nats."""

    source: int
    target: int
    shape: tuple[int, int]
    score: float = 0.0


class BeadScores(Protocol):
    """Gives the evidence for beads, the prior of their shape included."""

    @property
    def shapes(self) -> Sequence[tuple[int, int]]:
        """Shapes of the beads that are looked for, gaps not among them, in ascending order."""
        ...

    @property
    def gaps(self) -> tuple[Array, Array]:
        """Nats for leaving out each source segment, and each target segment."""
        ...

    def beads(self, shape: tuple[int, int], end: int, low: int, high: int) -> Array:
        """Nats for beads of `shape` that end before source segment `end`, one for each target end in [low, high]; -inf off the edge."""
        ...


@dataclass(frozen=True, slots=True)
class Corridor:
    """Per number of source segments consumed (0..n), the range [low, high] of target segments consumed that is searched."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]


def full_corridor(source_size: int, target_size: int) -> Corridor:
    """Every cell: for documents small enough."""
    return Corridor(np.zeros(source_size + 1, np.int64), np.full(source_size + 1, target_size, np.int64))


def best_path(scores: BeadScores, corridor: Corridor) -> list[Bead]:
    """The beads of the highest total score from (0, 0) to (n, m), in order; time and memory grow with the corridor's area."""
    gaps = scores.gaps
    if len(corridor.low) == 1:
        return [Bead(0, place, (0, 1), float(gaps[1][place])) for place in range(int(corridor.high[0]))]
    shapes = (*GAPS, *scores.shapes)
    rows: list[Array] = []
    choices: list[NDArray[np.int8]] = []
    for end in range(len(corridor.low)):
        row, choice = _fill_row(end, rows, corridor, scores, shapes, gaps)
        rows.append(row)
        choices.append(choice)
    return _trace(rows, choices, corridor, shapes)


def _fill_row(
    end: int,
    rows: list[Array],
    corridor: Corridor,
    scores: BeadScores,
    shapes: Sequence[tuple[int, int]],
    gaps: tuple[Array, Array],
) -> tuple[Array, NDArray[np.int8]]:
    low, high = int(corridor.low[end]), int(corridor.high[end])
    best = np.full(high - low + 1, -np.inf)
    choice = np.full(high - low + 1, -1, np.int8)
    if end == 0:
        best[0] = 0.0
    for index, shape in enumerate(shapes):
        if shape[0] == 0 or shape[0] > end:
            continue
        before = _window(rows[end - shape[0]], int(corridor.low[end - shape[0]]), low - shape[1], high - shape[1])
        value = before + (scores.beads(shape, end, low, high) if shape[1] else gaps[0][end - 1])
        better = value > best
        best[better], choice[better] = value[better], index
    return _sweep_gaps(best, choice, shapes.index((0, 1)), gaps[1][low:high])


def _window(row: Array, start: int, low: int, high: int) -> Array:
    """The cells [low, high] of a row that begins at `start`, -inf outside."""
    window = np.full(high - low + 1, -np.inf)
    first, last = max(low, start), min(high, start + len(row) - 1)
    if first <= last:
        window[first - low : last - low + 1] = row[first - start : last - start + 1]
    return window


def _sweep_gaps(best: Array, choice: NDArray[np.int8], gap: int, costs: Array) -> tuple[Array, NDArray[np.int8]]:
    """Target-only gaps run along the row: a running maximum of the cells less what the gaps cost to reach them."""
    steps = np.concatenate([[0.0], np.cumsum(costs)])
    reached = np.maximum.accumulate(best - steps) + steps
    swept = reached > best + 1e-9
    choice[swept] = gap
    return reached, choice


def _trace(
    rows: list[Array], choices: list[NDArray[np.int8]], corridor: Corridor, shapes: Sequence[tuple[int, int]]
) -> list[Bead]:
    source, target = len(rows) - 1, int(corridor.high[-1])
    beads = []
    while source or target:
        here = target - int(corridor.low[source])
        shape = shapes[choices[source][here]]
        before = (source - shape[0], target - shape[1])
        gained = rows[source][here] - rows[before[0]][before[1] - int(corridor.low[before[0]])]
        beads.append(Bead(before[0], before[1], shape, float(gained)))
        source, target = before
    return beads[::-1]
