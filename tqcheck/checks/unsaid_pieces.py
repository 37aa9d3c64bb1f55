"""The pieces of a sentence that may be one phrase more: from mark to mark, from a grammar word on, from an "and" on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import mean

from tqcheck.checks.phrase_runs import Side

LEAST = -2.5
"""Mean log odds of a piece's words below which the other side clearly says it."""
MOST = 16
"""Pieces of a sentence that are looked at: those whose words speak for them most."""
Piece = tuple[int, int]
"""First word, word behind the last."""


def pieces_of(side: Side, odds: Mapping[int, float], joins: Sequence[bool], longest: int) -> list[Piece]:
    """The pieces whose words speak for them most; `odds`: by place, that the other side does not say a content word."""
    marks = [place for place, mark in enumerate(side.marks) if mark]
    found = dict[Piece, float]()
    for start, end in pairwise(marks):
        for first, last in _pieces(side, joins, start, end):
            inside = [odds[place] for place in range(first, last) if place in odds]
            if inside and last - first <= longest and mean(inside) > LEAST:
                found[first, last] = sum(inside)
    return sorted(found, key=lambda piece: -found[piece])[:MOST]


def _pieces(side: Side, joins: Sequence[bool], start: int, end: int) -> Iterator[Piece]:
    """Of a stretch without marks: all of it, and from each place where a phrase may begin to its end and to the end of the stretch."""
    yield start, end
    for first in range(start + 1, end):
        if joins[first] or (side.grammar[first] and not side.grammar[first - 1]):
            yield first, end
            yield first, _next_end(side, first, end)


def _next_end(side: Side, first: int, end: int) -> int:
    last = first + 1
    while last < end and side.grammar[last]:
        last += 1
    while last < end and not side.grammar[last]:
        last += 1
    return last
