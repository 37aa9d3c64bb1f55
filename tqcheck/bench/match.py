"""Which findings are right: matched to the known errors by place and by what kind of thing they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.bench.items import Gold
from tqcheck.model import Finding, Span

MECHANICAL = ("TQ3", "TQ8")
"""Families that judge form; a finding of form never counts as having seen an error of meaning, nor the other way round."""
NEAR = 3
"""Characters by which a zero-width gap may be missed and still be the place."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One finding or one gold error after matching; `finding` None = missed, `gold` None = false alarm."""

    finding: Finding | None
    gold: Gold | None

    @property
    def same_code(self) -> bool:
        """Whether the finding names the error by its code or by one that will do as well."""
        return bool(self.finding and self.gold and self.finding.code in (self.gold.code, *self.gold.also))


def match(findings: Sequence[Finding], gold: Sequence[Gold]) -> list[Outcome]:
    """Every finding and every gold error once: best matches first, then misses, then false alarms.

    Findings about the tool itself (TQ9xx) and neutral ones are left out. Several findings on one error are one hit and no alarm.
    """
    judged = [finding for finding in findings if not finding.code.startswith("TQ9") and finding.severity != "neutral"]
    outcomes, used = list[Outcome](), set[int]()
    for error in gold:
        hits = [index for index, finding in enumerate(judged) if _fits(finding, error)]
        used.update(hits)
        best = max(hits, key=lambda index: (judged[index].code == error.code, judged[index].confidence), default=None)
        outcomes.append(Outcome(None if best is None else judged[best], error))
    return outcomes + [Outcome(finding, None) for index, finding in enumerate(judged) if index not in used]


def _fits(finding: Finding, error: Gold) -> bool:
    if finding.code.startswith(MECHANICAL) != error.code.startswith(MECHANICAL) and finding.code not in error.also:
        return False
    if error.whole:
        return finding.code in (error.code, *error.also)
    places = [finding.span, *(place.span for place in finding.related if finding.code in (error.code, *error.also))]
    return any(_touches(place, error.span) for place in places)


def _touches(place: Span, error: Span) -> bool:
    slack = NEAR if place.start == place.end or error.start == error.end else 0
    return max(place.start, error.start) <= min(place.end, error.end) + slack if slack else place.overlaps(error)
