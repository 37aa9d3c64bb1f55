"""From matched segment indices to `Pair` records in reading order, with the place where an omission would stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tqcheck.align.gap_runs import join_gaps, meet_gaps
from tqcheck.align.match import Match
from tqcheck.model import Document, Pair, Segment, join_segments


def order_pairs(
    matches: Sequence[Match],
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_language: str,
    target_language: str,
) -> tuple[Pair, ...]:
    """Pairs in the order of the translation; an omission follows the pair of the source segment before it."""
    matches = join_gaps(meet_gaps(matches, source, target), source, target)
    places = _target_places(matches)
    ordered = sorted(matches, key=lambda match: _order(match, places))
    return tuple(
        Pair(
            source=_join(match.source, source),
            target=_join(match.target, target),
            source_language=source_language,
            target_language=target_language,
            anchor=_anchor(match, places, target),
            confidence=_confidence(match),
        )
        for match in ordered
    )


def pair_rows(target: Document, source_language: str, target_language: str) -> tuple[Pair, ...]:
    """The pairs that a bitext file states: one a row, an empty cell being None."""
    return tuple(
        Pair(
            source=source if source is not None and source.text.strip() else None,
            target=block if block.text.strip() else None,
            source_language=source_language,
            target_language=target_language,
            anchor=block.span.start,
        )
        for block, source in zip(target.blocks, target.sources or (), strict=True)
    )


def _target_places(matches: Sequence[Match]) -> dict[int, int]:
    """Source index -> last target index that stands for it; an untranslated one takes that of the nearest one before it (-1: none)."""
    known = {index: match.target[-1] for match in matches if match.target for index in match.source}
    places, last = dict[int, int](), -1
    for index in sorted(index for match in matches for index in match.source):
        last = known.get(index, last)
        places[index] = last
    return places


def _order(match: Match, places: dict[int, int]) -> tuple[int, int, int]:
    if match.target:
        return match.target[-1], 0, 0
    return places[match.source[0]], 1, match.source[0]


def _anchor(match: Match, places: dict[int, int], target: Sequence[Segment]) -> int:
    if match.target:
        return target[match.target[0]].span.start
    place = places[match.source[0]]
    return target[place].span.end if place >= 0 else (target[0].span.start if target else 0)


def _join(indices: tuple[int, ...], segments: Sequence[Segment]) -> Segment | None:
    return join_segments(tuple(segments[index] for index in indices)) if indices else None


def _confidence(match: Match) -> float:
    """Squashed nats: pairs against two gaps, gaps against being part of a neighbour."""
    return round(float(1 / (1 + np.exp(-(match.score + 3.0 if match.source and match.target else match.score)))), 4)
