"""Where a reading of one side stands on the other, by the links of the scorer."""

from __future__ import annotations

from tqcheck.model import Pair


def find_gap(pair: Pair, start: int) -> int:
    """Where in the translation something that stands at `start` in the source would be: after what renders the words before it."""
    likelihood = pair.evidence.likelihood
    links = likelihood.links if likelihood else ()
    before = [link for link in links if link.source.end <= start]
    if not before:
        return 0
    nearest = max(link.source.end for link in before)
    return max(link.target.end for link in before if link.source.end == nearest)


def linked_source(pair: Pair, start: int, end: int) -> tuple[int, int] | None:
    """The source words behind a stretch of the translation, as one range; None without links."""
    likelihood = pair.evidence.likelihood
    links = likelihood.links if likelihood else ()
    spans = [
        link.source for link in links if link.target.start < end and link.target.end > start and link.strength >= 0.4
    ]
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else None
