"""Where a reading of one side stands on the other, by the links of the scorer."""

from __future__ import annotations

from tqcheck.engines.probing.phrases import gap_behind
from tqcheck.model import Pair


def find_gap(pair: Pair, start: int) -> int:
    """Where in the translation something that stands at `start` in the source would be: after what renders the words before it."""
    likelihood = pair.evidence.likelihood
    return gap_behind(likelihood.links if likelihood else (), start)


def linked_source(pair: Pair, start: int, end: int) -> tuple[int, int] | None:
    """The source words behind a stretch of the translation, as one range; None without links."""
    likelihood = pair.evidence.likelihood
    links = likelihood.links if likelihood else ()
    spans = [
        link.source for link in links if link.target.start < end and link.target.end > start and link.strength >= 0.4
    ]
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else None
