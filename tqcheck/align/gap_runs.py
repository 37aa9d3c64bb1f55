"""Gaps side by side: what one cause left over on one side is one pair; what both sides left over in one place is one pair too."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.align.match import Match
from tqcheck.model import PROSE, Segment

UNLIKE = -12.0
"""Nats of a pair made of two gaps: it stands in the right place and says nothing that the source says."""

STRETCH = 8.0
"""Two gaps meet only if neither is longer than this many times the other."""


def meet_gaps(matches: Sequence[Match], source: Sequence[Segment], target: Sequence[Segment]) -> list[Match]:
    """One source gap and one target gap in the same place between the same neighbours become a pair (a detached translation)."""
    before = {match.source[-1]: match.target[-1] for match in matches if match.source and match.target}
    lost = {match.source[0]: match for match in matches if not match.target}
    extra = {match.target[0]: match for match in matches if not match.source}
    met = list[tuple[Match, Match]]()
    for index, gap in lost.items():
        other = extra.get(before[index - 1] + 1) if index - 1 in before else None
        if other is None or index + 1 in lost or other.target[0] + 1 in extra:
            continue
        place = other.target[0]
        if _edges(source, index) == _edges(target, place) and _alike(source[index], target[place]):
            met.append((gap, other))
    gone = {id(match) for pair in met for match in pair}
    pairs = [Match(gap.source, other.target, UNLIKE) for gap, other in met]
    return [match for match in matches if id(match) not in gone] + pairs


def _edges(segments: Sequence[Segment], index: int) -> tuple[bool, bool]:
    """Whether a segment begins and whether it ends its block."""
    block = segments[index].block
    return (
        index == 0 or segments[index - 1].block != block,
        index + 1 == len(segments) or segments[index + 1].block != block,
    )


def _alike(source: Segment, target: Segment) -> bool:
    return (
        source.kind in PROSE
        and target.kind in PROSE
        and max(len(source.text), len(target.text)) <= STRETCH * min(len(source.text), len(target.text))
    )


def join_gaps(matches: Sequence[Match], source: Sequence[Segment], target: Sequence[Segment]) -> list[Match]:
    """Neighbouring gaps of one side in one paragraph as one match: one paragraph lost is one omission."""
    lost = _joined([match for match in matches if not match.target], source, 0)
    extra = _joined([match for match in matches if not match.source], target, 1)
    return [match for match in matches if match.source and match.target] + lost + extra


def _joined(gaps: list[Match], segments: Sequence[Segment], side: int) -> list[Match]:
    runs = list[list[Match]]()
    for gap in sorted(gaps, key=lambda match: (match.source, match.target)[side]):
        index = (gap.source, gap.target)[side][0]
        last = (runs[-1][-1].source, runs[-1][-1].target)[side][-1] if runs else -2
        if index == last + 1 and segments[index].block == segments[last].block:
            runs[-1].append(gap)
        else:
            runs.append([gap])
    return [
        Match(
            tuple(index for gap in run for index in gap.source),
            tuple(index for gap in run for index in gap.target),
            max(gap.score for gap in run),
        )
        for run in runs
    ]
