"""Turns a discrepancy of figures into a hit: where it points and what it says."""

from __future__ import annotations

from tqcheck.model import Hit, Pair
from tqcheck.text.discrepancies import Discrepancy
from tqcheck.text.figure_matching import Comparison


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
    """Where a lost figure would stand: after the counterpart of the figure before it, else at the same share of the text."""
    if item.source is None or pair.source is None or pair.target is None:
        raise ValueError("only a lost figure leaves a gap")
    before = [right.end for left, right in comparison.matched if left.end <= item.source.start]
    text = pair.target.text
    guess = max(before, default=round(len(text) * item.source.start / max(1, len(pair.source.text))))
    while 0 < guess < len(text) and not text[guess - 1].isspace() and not text[guess].isspace():
        guess -= 1
    return len(text[:guess].rstrip())
