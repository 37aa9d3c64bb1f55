"""Turns a discrepancy of figures into a hit: where it points and what it says."""

from __future__ import annotations

from tqcheck.model import Hit, Pair
from tqcheck.text.discrepancies import Discrepancy
from tqcheck.text.figure_matching import Comparison
from tqcheck.text.gaps import estimate_gap


def make_hit(pair: Pair, comparison: Comparison, item: Discrepancy) -> Hit:
    """A hit on the translation's figure, or in the gap where the source's figure should stand."""
    source, target = pair.source, pair.target
    if source is None or target is None:
        raise ValueError("a discrepancy needs both sides")
    said = source.text[item.source.start : item.source.end] if item.source else ""
    seen = target.text[item.target.start : item.target.end] if item.target else ""
    if item.target is not None:
        start, end = item.target.start, item.target.end
    else:
        start = end = _gap(pair, comparison, item)
    if said and seen:
        message = f"The source says {said}, the translation {seen}."
    elif said:
        message = f"{said} of the source is missing in the translation."
    else:
        message = f"{seen} has no counterpart in the source."
    return Hit(
        start=start,
        end=end,
        message=message,
        source=(item.source.start, item.source.end) if item.source else None,
        confidence=item.certainty,
        severity=None if item.certainty >= 0.9 else "minor",
        evidence=(("source", said),) if said else (),
    )


def _gap(pair: Pair, comparison: Comparison, item: Discrepancy) -> int:
    """Where a lost figure would stand: behind the counterpart of the figure before it."""
    if item.source is None or pair.source is None or pair.target is None:
        raise ValueError("only a lost figure leaves a gap")
    anchors = [(left.end, right.end) for left, right in comparison.matched]
    return estimate_gap(pair.source.text, item.source.start, item.source.end, pair.target.text, anchors)
