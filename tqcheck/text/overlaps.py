"""Places of one text, whether they share a character and what they span; (start, end), half-open, in code points."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def overlap(one: Span, other: Span) -> bool:
    """Whether two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether a place shares a character with any of the others."""
    return any(overlap(span, other) for other in others)


def joined(one: Span, other: Span) -> Span:
    """The stretch from the first of two places to the end of the last."""
    return min(one[0], other[0]), max(one[1], other[1])
