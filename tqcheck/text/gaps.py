"""Where something lost would stand in the translation."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.text.clauses import clause_around


def estimate_gap(source: str, start: int, end: int, target: str, anchors: Iterable[tuple[int, int]] = ()) -> int:
    """Offset in the target for source[start:end], on a word boundary.

    Args:
        source, start, end: where the lost piece stands.
        target: the text that lacks it.
        anchors: (end in the source, end in the target) of pieces known to correspond; the gap lies behind the last one before it.
    """
    first, shift = max(((left, right) for left, right in anchors if left <= start), default=(0, 0))
    rest = max(1, len(source) - first - (end - start))
    guess = shift + round((len(target) - shift) * min(1.0, (start - first) / rest))
    while 0 < guess < len(target) and target[guess - 1].isalnum() and target[guess].isalnum() and guess > shift:
        guess -= 1
    return len(target[:guess].rstrip()) if guess < len(target) else len(target.rstrip())


def clause_of_gap(source: str, start: int, end: int, target: str) -> tuple[int, int]:
    """(start, end) of the clause in the target where source[start:end] should stand: where exactly, nobody can tell."""
    return clause_around(target, estimate_gap(source, start, end, target))
