"""Which findings stop publication: those that are sure, and those of a document of which one is surely right.

Two findings that are each right four times out of five leave one chance in twenty-five that the document is good: the gate asks how sure it
is that a document has an error of the failing severity (1 - product of the doubts, findings held to be independent), not of which.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from tqcheck.model import SEVERITIES

LEAST_JOINED = 0.75
"""Confidence from which a finding counts beside others: many hints are no proof."""


def stopping(findings: Sequence[tuple[str, float]], fail_on: str, min_confidence: float) -> list[bool]:
    """For each (severity, confidence) of one document, whether it stops publication.

    Args:
        fail_on: the least severity that counts, or "never".
        min_confidence: how sure the gate has to be, 0-1, of a finding; where it is of none, of those from
            :data:`LEAST_JOINED` on together.
    """
    if fail_on not in SEVERITIES:
        return [False] * len(findings)
    heavy = [SEVERITIES.index(severity) >= SEVERITIES.index(fail_on) for severity, _ in findings]
    alone = [counts and sure >= min_confidence for (_, sure), counts in zip(findings, heavy, strict=True)]
    joined = [counts and sure >= LEAST_JOINED for (_, sure), counts in zip(findings, heavy, strict=True)]
    doubt = prod(1 - sure for (_, sure), counts in zip(findings, joined, strict=True) if counts)
    return joined if any(joined) and not any(alone) and 1 - doubt >= min_confidence else alone
