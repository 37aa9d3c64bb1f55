"""A check on a subject: hits out, findings with file offsets made of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tqcheck.checks.calibration import calibrate
from tqcheck.config import Plan
from tqcheck.model import Article, Finding, Hit, Pair, Place, Span
from tqcheck.registry import Check, Context
from tqcheck.tasks import Task


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found in a subject, and the error at which it stopped, if at any."""

    findings: tuple[Finding, ...]
    crash: str = ""


def run_task(task: Task, article: Article, context: Context, plan: Plan) -> Outcome:
    """The findings of one check on one subject; an error ends only this task."""
    found = list[Finding]()
    try:
        for hit in task.check.judge(task.subject, context):
            found.append(_make_finding(task.check, hit, task.subject, task.index, article, plan))
    except Exception as error:
        return Outcome(tuple(found), f"{type(error).__name__}: {error}")
    return Outcome(tuple(found))


def _make_finding(check: Check, hit: Hit, subject: Pair | Article, index: int, article: Article, plan: Plan) -> Finding:
    target = hit.segment or (subject.target if isinstance(subject, Pair) else None)
    span = target.locate(hit.start, hit.end) if target else _gap(subject)
    source = subject.source if isinstance(subject, Pair) else None
    source_span = source.locate(*hit.source) if source and hit.source else None
    raw = check.confidence if hit.confidence is None else hit.confidence
    confidence = calibrate(check.code, raw, hit.witness) if plan.calibrated else raw
    severity = dict(plan.severities).get(check.code) or hit.severity or check.severity
    return Finding(
        code=check.code,
        name=check.name,
        category=check.category,
        severity=severity,
        confidence=confidence,
        message=hit.message,
        segment=index if index >= 0 or target is None else _segment_at(article, span),
        span=span,
        text=article.translation.text[span.start : span.end],
        source_span=source_span,
        source_text=_source_text(article, source_span),
        related=tuple(sorted(hit.related, key=_place_order)),
        evidence=hit.evidence,
        fix=hit.fix,
        witness=hit.witness,
    )


def _gap(subject: Pair | Article) -> Span:
    return Span(subject.anchor, subject.anchor) if isinstance(subject, Pair) else Span(0, 0)


def _place_order(place: Place) -> tuple[int, int]:
    return place.span.start, place.span.end


def _source_text(article: Article, span: Span | None) -> str:
    document = article.source
    if span is None:
        return ""
    text = document.text if document else article.translation.text
    return text[span.start : span.end]


def _segment_at(article: Article, span: Span) -> int:
    """Index of the pair whose target holds the position: the last one that starts at or before it."""
    starts = [(pair.target.span.start, index) for index, pair in enumerate(article.pairs) if pair.target is not None]
    starts.sort()
    place = bisect_right(starts, (span.start, len(article.pairs))) - 1
    return starts[max(place, 0)][1] if starts else -1
