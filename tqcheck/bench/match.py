"""Which findings are right and which known errors are found: matched by place and by what kind of thing they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.bench.items import Gold
from tqcheck.model import Finding, Span

MECHANICAL = ("TQ3", "TQ8")
"""Families that judge form; a finding of form never counts as having seen an error of meaning, nor the other way round."""
NEAR = 3
"""Characters by which a zero-width gap may be missed and still be the place."""
WIDE = 80
"""Characters from which a finding is a stretch to search, not a place: it must name the error by its code."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One item after matching.

    Attributes:
        errors: every known error with the finding that names it best; None = missed.
        findings: every finding with the error it names best; None = a false alarm. Several findings may name one error.
    """

    errors: tuple[tuple[Gold, Finding | None], ...] = ()
    findings: tuple[tuple[Finding, Gold | None], ...] = ()


def match(findings: Sequence[Finding], gold: Sequence[Gold]) -> Matched:
    """Both directions of the match. Findings about the tool itself (TQ9xx) are left out, neutral ones where nothing neutral is known."""
    neutral = {error.code for error in gold if error.severity == "neutral"}
    judged = [f for f in findings if not f.code.startswith("TQ9") and (f.severity != "neutral" or f.code in neutral)]
    return Matched(
        errors=tuple((error, _best_finding(judged, error)) for error in gold),
        findings=tuple((finding, _best_error(finding, gold)) for finding in judged),
    )


def _best_finding(findings: Sequence[Finding], error: Gold) -> Finding | None:
    fitting = [finding for finding in findings if fits(finding, error)]
    return max(fitting, key=lambda f: (f.code == error.code, names(f, error), f.confidence), default=None)


def _best_error(finding: Finding, gold: Sequence[Gold]) -> Gold | None:
    fitting = [error for error in gold if fits(finding, error)]
    return max(fitting, key=lambda e: (e.code == finding.code, names(finding, e)), default=None)


def names(finding: Finding, error: Gold) -> bool:
    """Whether the finding has the error's code or one that names it as well."""
    return finding.code in (error.code, *error.also)


def fits(finding: Finding, error: Gold) -> bool:
    """Whether a reader of the finding is led to the error.

    The same family of things (form, or meaning), and the same place: any overlap, for a gap a few characters beside it. A finding
    of more than `WIDE` characters must also name the error by its code, else a flagged paragraph would find all that stands in it.
    """
    if finding.code.startswith(MECHANICAL) != error.code.startswith(MECHANICAL) and not names(finding, error):
        return False
    if error.whole:
        return names(finding, error)
    if _touches(finding.span, error.span):
        return names(finding, error) or finding.span.end - finding.span.start <= WIDE
    return names(finding, error) and any(_touches(place.span, error.span) for place in finding.related)


def _touches(place: Span, error: Span) -> bool:
    slack = NEAR if place.start == place.end or error.start == error.end else 0
    return max(place.start, error.start) <= min(place.end, error.end) + slack if slack else place.overlaps(error)
