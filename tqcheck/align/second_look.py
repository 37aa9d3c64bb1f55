"""A second look at the path: pairs that share nothing, members of mergers that nothing renders, gaps that belong to a neighbour.

The path must find its way; whether one sentence was left out is judged here, by a logistic regression on what `attachment` describes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import numpy as np

from tqcheck.align.attachment import describe_attachment, describe_relation
from tqcheck.align.match import Match
from tqcheck.align.scores import Scores
from tqcheck.align.stream import Stream
from tqcheck.align.view import View, see

LARGEST = 5
"""Segments of both sides together that a match may have."""

SURE_PAIR = 8.0
"""Nats from which a pair of two segments is not doubted."""

UNRELATED, UNRELATED_ELSEWHERE = 0.0, 2.0
"""Log odds below which two segments that the path paired are two gaps: in their place; and out of order, where chance pairs leftovers."""

AROUND = 3
"""Pairs on either side that tell whether a pair stands in order."""

WIDTHS = (2, 1)
"""Neighbouring gaps that are tried as one side of such a pair."""

ALONE = 4.0
"""Log odds of a gap that has no neighbour it could belong to."""

MOST = 400
"""Pairs of gaps that are tried."""

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Segments of the side that is looked at, and of the other one."""


def look_again(matches: Sequence[Match], source: Stream, target: Stream, scores: Scores) -> list[Match]:
    """The matches mended; a gap's score becomes the log odds that it is one. Without pieces the matches stay as they are."""
    if source.pieces is None or target.pieces is None:
        return list(matches)
    views = see(source, target, scores, matches)
    return _rejoin(weigh_members(matches, views), views[0])


def weigh_members(matches: Sequence[Match], views: tuple[View, View]) -> list[Match]:
    """The matches with unlike pairs parted, members that nothing renders let go, and gaps given to the neighbour they belong to."""
    elsewhere = _out_of_order(matches)
    matches = [kept for match in matches for kept in _part(match, views[0], match in elsewhere)]
    for side, view in enumerate(views):
        matches = [kept for match in matches for kept in _shed(match, view, side)]
    for side, view in enumerate(views):
        matches = _adopt(matches, view, side)
    return list(matches)


def _part(match: Match, view: View, elsewhere: bool) -> Iterator[Match]:
    """Two gaps instead of a pair of two segments that share nothing; headings, items and cells are short, and paired by their order."""
    heads = any(view.my_heads[index] for index in match.source) and any(
        view.their_heads[index] for index in match.target
    )
    if (len(match.source), len(match.target)) == (1, 1) and match.score < SURE_PAIR and not heads:
        odds = relation_odds(view, match.source, match.target)
        if odds < (UNRELATED_ELSEWHERE if elsewhere else UNRELATED):
            yield Match(match.source, ())
            yield Match((), match.target)
            return
    yield match


def _out_of_order(matches: Sequence[Match]) -> set[Match]:
    """Pairs that most of their neighbours cross."""
    pairs = sorted((match for match in matches if match.source and match.target), key=lambda match: match.source)
    crossed = set[Match]()
    for place, match in enumerate(pairs):
        before, after = pairs[max(0, place - AROUND) : place], pairs[place + 1 : place + 1 + AROUND]
        crossings = sum(other.target > match.target for other in before) + sum(
            other.target < match.target for other in after
        )
        if crossings * 2 > len(before) + len(after):
            crossed.add(match)
    return crossed


def _shed(match: Match, view: View, side: int) -> Iterator[Match]:
    """The match without those members of one side that nothing renders, each a gap of its own."""
    mine, theirs = _group(match, side)
    while theirs and len(mine) > 1:
        odds = [attachment_odds(view, index, _without(mine, index), theirs) for index in mine]
        worst = int(np.argmin(odds))
        if odds[worst] >= 0:
            break
        yield _match((mine[worst],), (), side, -odds[worst])
        mine = _without(mine, mine[worst])
    yield _match(mine, theirs, side, match.score)


def _adopt(matches: Sequence[Match], view: View, side: int) -> list[Match]:
    """The matches with gaps of one side joined to the neighbour that they belong to, the others weighed."""
    groups = {
        index: place
        for place, match in enumerate(matches)
        if match.source and match.target
        for index in _group(match, side)[0]
    }
    kept = dict(enumerate(matches))
    gaps = [(_group(match, side)[0][0], place) for place, match in enumerate(matches) if not _group(match, side)[1]]
    for index, place in sorted(gaps):
        best, host = -ALONE, -1
        for beside in {_nearest(index, step, groups, len(view.mine)) for step in (-1, 1)} - {-1}:
            mine, theirs = _group(kept[beside], side)
            odds = attachment_odds(view, index, mine, theirs)
            if odds > best:
                best, host = odds, beside
        if best > 0 and _fits(view, index, *_group(kept[host], side)):
            mine, theirs = _group(kept[host], side)
            kept[host] = _match(tuple(sorted((*mine, index))), theirs, side, kept[host].score)
            groups[index] = host
            del kept[place]
        else:
            kept[place] = _match((index,), (), side, -best)
    return list(kept.values())


def _rejoin(matches: Sequence[Match], view: View) -> list[Match]:
    """The matches with gaps of either side, one or two neighbours each, paired where they render each other, likeliest first."""
    rated = sorted((-leftover_odds(view, *both), *both) for both in leftovers(matches, view))
    taken, pairs = (set[int](), set[int]()), list[Match]()
    for odds, ours, theirs in rated:
        if odds < 0 and not taken[0] & set(ours) and not taken[1] & set(theirs):
            pairs.append(Match(ours, theirs, 0.0))
            taken[0].update(ours)
            taken[1].update(theirs)
    free = [
        match
        for match in matches
        if (match.source and match.target) or not (taken[0] & set(match.source) or taken[1] & set(match.target))
    ]
    return free + pairs


def leftovers(matches: Sequence[Match], view: View) -> list[Group]:
    """Sentences left over of the source and of the target that may be a pair after all: one of each, or one and two neighbours."""
    lost, extra = (
        sorted(
            index
            for match in matches
            if not _group(match, side)[1]
            for index in _group(match, side)[0]
            if not heads[index]
        )
        for side, heads in enumerate((view.my_heads, view.their_heads))
    )
    if len(lost) * len(extra) > MOST:
        return []
    return [(ours, theirs) for ours in _runs(lost) for theirs in _runs(extra) if len(ours) + len(theirs) < 4]


def _runs(indices: Sequence[int]) -> list[tuple[int, ...]]:
    known = set(indices)
    runs = [tuple(range(index, index + width)) for width in WIDTHS for index in indices]
    return [run for run in runs if known.issuperset(run)]


def _fits(view: View, index: int, mine: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    joins = (index - 1 in mine and not view.my_heads[index]) or (index + 1 in mine and not view.my_heads[index + 1])
    return joins and len(mine) + len(theirs) < LARGEST


def _nearest(index: int, step: int, groups: dict[int, int], size: int) -> int:
    """The match of the next segment in one direction that has one; -1 = none."""
    index += step
    while 0 <= index < size and index not in groups:
        index += step
    return groups.get(index, -1)


def relation_odds(view: View, mine: Sequence[int], theirs: Sequence[int]) -> float:
    """Log odds that my segments and theirs render each other."""
    return _odds("relation", describe_relation(view, mine, theirs))


def leftover_odds(view: View, mine: Sequence[int], theirs: Sequence[int]) -> float:
    """Log odds that gaps of either side, which the path saw no reason to pair, render each other."""
    return _odds("leftover", describe_relation(view, mine, theirs))


def attachment_odds(view: View, index: int, group: Sequence[int], other: Sequence[int]) -> float:
    """Log odds that a segment is rendered by what its neighbours render."""
    return _odds("attachment", describe_attachment(view, index, group, other))


def _odds(kind: str, evidence: Sequence[float]) -> float:
    bias, *weights = weights_of(kind)
    return bias + float(np.dot(weights, evidence))


@cache
def weights_of(kind: str) -> tuple[float, ...]:
    """The bias, then the weight of each kind of evidence (`python -m corpora.fit_second_look`)."""
    data = tomllib.loads(resources.files("tqcheck.align").joinpath("data/second_look.toml").read_text(encoding="utf-8"))
    return tuple(float(value) for value in data[kind].values())


def _group(match: Match, side: int) -> Group:
    return (match.source, match.target) if side == 0 else (match.target, match.source)


def _match(mine: tuple[int, ...], theirs: tuple[int, ...], side: int, score: float) -> Match:
    return Match(mine, theirs, score) if side == 0 else Match(theirs, mine, score)


def _without(indices: tuple[int, ...], gone: int) -> tuple[int, ...]:
    return tuple(index for index in indices if index != gone)
