"""A `Report` as the JSON contract `tqcheck-report/1`: the one form that every renderer and every other tool reads."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.model import SEVERITIES, DocumentReport, Finding, Notice, Report, Score
from tqcheck.render.document import DIGITS, DocumentWriter
from tqcheck.render.payload import (
    SCHEMA,
    DocumentPayload,
    NoticePayload,
    ReportPayload,
    RulePayload,
    ScorePayload,
)


def to_payload(report: Report) -> ReportPayload:
    """The report as plain JSON values; same report, same bytes: no clock, no host, findings sorted by position."""
    payload: ReportPayload = {
        "schema": SCHEMA,
        "tool": {"name": "tqcheck", "version": report.version, "signature": report.signature},
        "verdict": report.verdict,
        "documents": [_document(document) for document in report.documents],
        "notices": _notices(report.notices),
        "skipped": [
            {"path": skipped.path, "code": skipped.code, "reason": skipped.reason}
            for skipped in sorted(report.skipped, key=lambda skipped: (skipped.path, skipped.code))
        ],
    }
    if report.gate is not None:
        payload["gate"] = {"fail_on": report.gate[0], "min_confidence": report.gate[1]}
    codes = {finding.code for document in report.documents for finding in document.findings}
    if rules := rules_of(codes):
        payload["rules"] = rules
    return payload


def _document(report: DocumentReport) -> DocumentPayload:
    writer = DocumentWriter(report)
    return {
        "path": report.document.path,
        "language": report.target_language,
        "source_path": report.source.path if report.source else None,
        "source_language": report.source_language or None,
        "words": report.words,
        "score": _score(report.score),
        "segments": [writer.segment(number, pair) for number, pair in enumerate(report.pairs)],
        "findings": [writer.finding(finding) for finding in sorted(report.findings, key=_reading_order)],
        "notices": _notices(report.notices),
    }


def _reading_order(finding: Finding) -> tuple[int, int, int, str, str, str]:
    severity = -SEVERITIES.index(finding.severity)
    return (finding.span.start, finding.span.end, severity, finding.code, finding.message, finding.fingerprint)


def _score(score: Score) -> ScorePayload:
    return {
        "mqm": round(score.mqm, DIGITS),
        "per_1000_words": round(score.per_1000_words, DIGITS),
        "penalty": round(score.penalty, DIGITS),
        "note": score.note,
        "metrics": {
            metric.name: {"value": round(metric.value, DIGITS), "signature": metric.signature}
            for metric in sorted(score.metrics, key=lambda metric: metric.name)
        },
    }


def _notices(notices: Iterable[Notice]) -> list[NoticePayload]:
    return [{"kind": notice.kind, "message": notice.message} for notice in notices]


def rules_of(codes: set[str]) -> dict[str, RulePayload]:
    """What each of these codes means, sorted by code."""
    from tqcheck import checks
    from tqcheck.registry import load

    table: dict[str, str] = getattr(checks, "CHECKS", {})
    rules: dict[str, RulePayload] = {}
    for code in sorted(codes & table.keys()):
        check = load(table[code])
        rules[code] = {
            "name": check.name,
            "category": check.category,
            "severity": check.severity,
            "documentation": check.documentation,
        }
    return rules
