"""Whether a segment is part of what its neighbour renders, and whether two segments render each other at all.

A sentence that the translation leaves out looks like half of a merger; the second half of a sentence that the translator cut in two
looks like an addition. The path weighs whole beads; here the one segment is weighed: how much of it the other side renders beyond what
other passages would, how much of the other side it alone explains, and what lengths and anchors say with it and without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tqcheck.align.view import MARKS, Floats, View, mutual, shares, stack

OWN = 0.05
"""Cosine by which a piece of theirs is nearer to this segment than to its neighbours if it is won by it."""


def describe_attachment(view: View, index: int, group: Sequence[int], other: Sequence[int]) -> tuple[float, ...]:
    """What speaks for my segment `index` being rendered by their segments `other` together with my segments `group`.

    In the order of `data/second_look.toml`.
    """
    mine, theirs = view.mine[index], stack([view.theirs[place] for place in other])
    cosines = mine.vectors @ theirs.vectors.T
    by_mine = cosines.max(axis=0)
    by_group = (stack([view.mine[place] for place in group]).vectors @ theirs.vectors.T).max(axis=0)
    weights = shares(theirs.weights)
    size, rest = float(view.my_lengths[index]), float(sum(view.my_lengths[place] for place in group))
    length = float(sum(view.their_lengths[place] for place in other))
    apart, joined = view.departure(rest, length), view.departure(size + rest, length)
    lead, cover = view.usual
    return (
        view.lead((index,), other) - lead,
        float(shares(mine.weights) @ cosines.max(axis=1)),
        float(shares(mine.weights) @ (mutual(cosines) & (by_mine > by_group)[None, :]).any(axis=1)),
        float(weights @ np.maximum(by_mine - by_group, 0)) * (size + rest) / size,
        float(weights @ (by_mine > by_group + OWN)),
        _run(weights * (by_mine - by_group), index, group) * (size + rest) / size,
        float(weights @ by_group) - cover,
        abs(joined) - abs(apart),
        float(np.log(size)),
        *_anchors(view, index, group, other),
        float(_breaks(view, index, group)),
        float(min(abs(place - index) for place in group) > 1),
    )


def describe_relation(view: View, mine: Sequence[int], theirs: Sequence[int]) -> tuple[float, ...]:
    """What speaks for my segments and theirs rendering each other; in the order of `data/second_look.toml`."""
    lead, back = view.lead(mine, theirs), view.turned().lead(theirs, mine)
    one, other = stack([view.mine[place] for place in mine]), stack([view.theirs[place] for place in theirs])
    ours, known = (
        {key for place in chosen for key in keys[place]}
        for chosen, keys in ((mine, view.my_keys), (theirs, view.their_keys))
    )
    common = ours & known
    return (
        lead,
        back,
        lead + back - 2 * view.usual[0],
        *view.cosine_lead(mine, theirs),
        float(shares(other.weights) @ mutual(one.vectors @ other.vectors.T).any(axis=0)),
        float(min(sum(key[0] not in MARKS for key in common), 3)),
        float(sum(key[0] in MARKS for key in common)),
        float(np.log(sum(view.my_lengths[place] for place in mine))),
    )


def _anchors(view: View, index: int, group: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
    """How many anchor keys this segment alone shares with the other side, and how many the other side lacks; three at most."""
    theirs = {key for place in other for key in view.their_keys[place]}
    known = {key for place in group for key in view.my_keys[place]}
    own = [key for key in view.my_keys[index] if key[0] not in MARKS]
    shared = sum(key in theirs and key not in known for key in own)
    return float(min(shared, 3)), float(min(sum(key not in theirs for key in own), 3))


def _run(gains: Floats, index: int, group: Sequence[int]) -> float:
    """The most that one stretch of theirs gains by this segment, where it would stand: at the beginning, at the end, or between."""
    sums = np.concatenate([[0.0], np.cumsum(gains)])
    if index < min(group):
        return float(sums.max())
    if index > max(group):
        return float(sums[-1] - sums.min())
    return float((sums - np.minimum.accumulate(sums)).max())


def _breaks(view: View, index: int, group: Sequence[int]) -> bool:
    """Whether a paragraph ends between this segment and the neighbours it might belong to."""
    beside = [place for place in group if abs(place - index) == 1]
    return bool(beside) and all(view.my_starts[max(place, index)] for place in beside)
