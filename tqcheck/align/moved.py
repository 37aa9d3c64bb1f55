"""Paragraphs that stand elsewhere in the translation: blocks that match off the monotone path, taken out where the whole gains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.gaps import weigh_gaps
from tqcheck.align.match import Match
from tqcheck.align.path import Bead, best_path
from tqcheck.align.scores import Scores

MOVES = 6
"""Blocks that may move in one document."""

TRIES = 4
"""Candidates tried for each move."""

COST = -3.0
"""Nats a move costs: translations seldom reorder paragraphs."""

EVIDENCE, LEFTOVER_EVIDENCE = 1.0, -1.5
"""Nats from which two sentences that are each other's best match speak for a move: among all, among what the path left over."""

MOST = 64
"""Pairs of leftover blocks that are tried against each other."""

LARGE = 600
"""Segments up to which the whole document is searched for moves; beyond, only what the path left over."""

Indices = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A subset of both sides (global indices) and the best monotone beads of it (local indices)."""

    source: Indices
    target: Indices
    beads: tuple[Bead, ...]

    @property
    def total(self) -> float:
        return sum(bead.score for bead in self.beads)

    def matches(self) -> list[Match]:
        return [
            Match(
                self.source[bead.source : bead.source + bead.shape[0]],
                self.target[bead.target : bead.target + bead.shape[1]],
                bead.score,
            )
            for bead in self.beads
        ]


def match_moved(beads: Sequence[Bead], scores: Scores) -> list[Match]:
    """The path's beads as matches, with moved blocks matched out of order where that makes the whole likelier."""
    whole = _Part(tuple(range(len(scores.source))), tuple(range(len(scores.target))), tuple(beads))
    if max(len(whole.source), len(whole.target)) <= LARGE:
        return _matches(_split_moves(whole, scores), scores)
    left = [match for match in whole.matches() if not (match.source and match.target)]
    ours, theirs = (
        [index for match in left for index in match.source],
        [index for match in left for index in match.target],
    )
    if not ours or not theirs or max(len(ours), len(theirs)) > LARGE:
        return whole.matches()
    kept = [match for match in whole.matches() if match.source and match.target]
    return kept + _matches(_split_moves(_align(ours, theirs, scores), scores), scores)


def _matches(parts: Iterable[_Part], scores: Scores) -> list[Match]:
    weighed = [
        replace(part, beads=tuple(weigh_gaps(part.beads, scores.take(part.source, part.target)))) for part in parts
    ]
    return [match for part in weighed for match in part.matches()]


def _split_moves(rest: _Part, scores: Scores) -> list[_Part]:
    """The part without its moved blocks, then each of those."""
    moved = list[_Part]()
    if not rest.source or not rest.target:
        return [rest]
    nats = _all_nats(scores, rest)
    while len(moved) < MOVES and (found := _best_move(rest, scores, nats)) is not None:
        rest = found[0]
        moved.append(found[1])
    return [rest, *moved]


def _all_nats(scores: Scores, part: _Part) -> dict[int, NDArray[np.float64]]:
    """Source index -> nats of the 1:1 bead with each target segment of the part, by global index, -inf elsewhere."""
    local = scores.take(part.source, part.target)
    rows = dict[int, NDArray[np.float64]]()
    for row, index in enumerate(part.source):
        rows[index] = np.full(len(scores.target), -np.inf)
        rows[index][list(part.target)] = local.beads((1, 1), row + 1, 1, len(part.target))
    return rows


def _best_move(rest: _Part, scores: Scores, nats: dict[int, NDArray[np.float64]]) -> tuple[_Part, _Part] | None:
    best, best_total = None, rest.total
    candidates = [*_candidates(rest, scores, nats)[:TRIES], *_leftover_blocks(rest, scores)]
    for ours, theirs in candidates:
        moved = _align(ours, theirs, scores)
        outside = _align(_without(rest.source, ours), _without(rest.target, theirs), scores)
        if outside.total + moved.total + COST > best_total:
            best, best_total = (outside, moved), outside.total + moved.total + COST
    return best


def _leftover_blocks(rest: _Part, scores: Scores) -> list[tuple[list[int], list[int]]]:
    """The pair of blocks, both left over by the path, that gain most by being aligned with each other (none, or one)."""
    matches = rest.matches()
    lost = _by_block([index for match in matches if not match.target for index in match.source], scores.source.starts)
    extra = _by_block([index for match in matches if not match.source for index in match.target], scores.target.starts)
    if not lost or not extra or len(lost) * len(extra) > MOST:
        return []
    pairs = [(ours, theirs) for ours in lost for theirs in extra]
    gaps = scores.gaps
    gains = [
        _align(ours, theirs, scores).total - float(gaps[0][ours].sum() + gaps[1][theirs].sum())
        for ours, theirs in pairs
    ]
    best = int(np.argmax(gains))
    return [pairs[best]] if gains[best] + COST > 0 else []


def _by_block(indices: Sequence[int], starts: NDArray[np.bool_]) -> list[list[int]]:
    blocks = np.cumsum(starts)
    groups: dict[int, list[int]] = defaultdict(list)
    for index in sorted(indices):
        groups[int(blocks[index])].append(index)
    return list(groups.values())


def _without(indices: Indices, taken: Sequence[int]) -> list[int]:
    gone = set(taken)
    return [index for index in indices if index not in gone]


def _align(source: Sequence[int], target: Sequence[int], scores: Scores) -> _Part:
    part = scores.take(source, target)
    return _Part(tuple(source), tuple(target), tuple(best_path(part, part.corridor)))


def _candidates(rest: _Part, scores: Scores, nats: dict[int, NDArray[np.float64]]) -> list[tuple[list[int], list[int]]]:
    """Blocks (source indices, target indices) that hold each other's best matches off the path, strongest first."""
    matches = rest.matches()
    path = {index: match.target for match in matches for index in match.source}
    lost = [index for match in matches if not match.target for index in match.source]
    extra = [index for match in matches if not match.source for index in match.target]
    cells = _mutual_best(rest.source, rest.target, nats, EVIDENCE) | _mutual_best(lost, extra, nats, LEFTOVER_EVIDENCE)
    ours_block, theirs_block = np.cumsum(scores.source.starts), np.cumsum(scores.target.starts)
    strength: dict[tuple[int, int], float] = defaultdict(float)
    for index, other in sorted(cells):
        if other not in path[index]:
            strength[int(ours_block[index]), int(theirs_block[other])] += float(nats[index][other]) + 3.0
    return [
        (
            [index for index in rest.source if first <= ours_block[index] <= last],
            [index for index in rest.target if first + shift <= theirs_block[index] <= last + shift],
        )
        for first, last, shift in _chains(strength)
    ]


def _mutual_best(
    source: Sequence[int], target: Sequence[int], nats: dict[int, NDArray[np.float64]], least: float
) -> set[tuple[int, int]]:
    """Cells (source index, target index) that are the best of their row and of their column and above `least` nats."""
    if not source or not target:
        return set()
    matrix = np.stack([nats[index][list(target)] for index in source])
    rows, columns = matrix.argmax(axis=0), matrix.argmax(axis=1)
    return {
        (source[row], target[column])
        for row, column in enumerate(columns)
        if rows[column] == row and matrix[row, column] > least
    }


def _chains(strength: dict[tuple[int, int], float]) -> list[tuple[int, int, int]]:
    """Neighbouring block pairs joined: (first, last source block, shift to the target block), strongest first."""
    chains = list[tuple[float, int, int, int]]()
    for ours, theirs in sorted(strength):
        if (ours - 1, theirs - 1) in strength:
            continue
        last = ours
        while (last + 1, theirs + last + 1 - ours) in strength:
            last += 1
        total = sum(strength[block, theirs + block - ours] for block in range(ours, last + 1))
        chains.append((-total, ours, last, theirs - ours))
    return [(first, last, shift) for _, first, last, shift in sorted(chains)]
