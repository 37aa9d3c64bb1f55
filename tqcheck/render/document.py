"""The pairs and findings of one document as JSON values: file offsets become lines, columns and view ranges."""

from __future__ import annotations

from tqcheck.model import Document, DocumentReport, Finding, Pair
from tqcheck.render.differences import differences
from tqcheck.render.payload import FindingPayload, HighlightPayload, SegmentPayload
from tqcheck.render.places import SegmentFinder, byte_column, context_of, span_payload
from tqcheck.text.offsets import LineIndex

DIGITS = 4
"""Decimals of every measured number in a report: below them lies the noise of a machine's arithmetic."""


class DocumentWriter:
    """The files of one document report with their lines and segments indexed once."""

    def __init__(self, report: DocumentReport) -> None:
        self._report = report
        self._text = report.document.text
        self._lines = LineIndex(self._text)
        source = report.source or _cells(report)
        self._source_text = source.text if source else ""
        self._source_lines = LineIndex(self._source_text)
        self._targets = SegmentFinder([pair.target for pair in report.pairs])
        self._sources = SegmentFinder([pair.source for pair in report.pairs])

    def segment(self, number: int, pair: Pair) -> SegmentPayload:
        """One pair as the viewer shows it."""
        some = pair.target or pair.source
        start, end = (pair.target.span.start, pair.target.span.end) if pair.target else (pair.anchor, pair.anchor)
        payload: SegmentPayload = {
            "id": number,
            "kind": str(some.kind) if some else "paragraph",
            "start": start,
            "end": end,
            "line": self._lines.position(start)[0],
            "text": pair.target.text if pair.target else None,
            "source": pair.source.text if pair.source else None,
            "back_translation": None,
            "quality": None,
            "links": [],
            "differences": [],
        }
        if pair.target:
            payload["block"] = pair.target.block
        if some and some.level:
            payload["level"] = some.level
        if some and some.row:
            payload["row"] = some.row
        if pair.source:
            span = pair.source.span
            payload["source_start"], payload["source_end"] = span.start, span.end
            payload["source_line"] = self._source_lines.position(span.start)[0]
            if pair.target:
                payload["alignment"] = round(pair.confidence, DIGITS)
        _add_evidence(payload, pair)
        return payload

    def finding(self, finding: Finding) -> FindingPayload:
        """One finding with its places, lines and columns."""
        source_span = None
        if finding.source_span is not None:
            source_span = span_payload(self._source_lines, self._source_text, finding.source_span)
            source_span["text"] = finding.source_text or source_span["text"]
        payload: FindingPayload = {
            "fingerprint": finding.fingerprint,
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "category": finding.category,
            "confidence": round(finding.confidence, DIGITS),
            "message": finding.message,
            "segment": finding.segment if finding.segment >= 0 else None,
            "span": span_payload(self._lines, self._text, finding.span),
            "source_span": source_span,
            "related": [
                {**span_payload(self._lines, self._text, place.span), "message": place.message}
                for place in finding.related
            ],
            "evidence": _evidence(finding),
            "fix": finding.fix,
            "context": context_of(self._lines, self._text, finding.span),
            "highlights": self._highlights(finding),
            "byte_columns": [byte_column(self._lines, self._text, at) for at in (finding.span.start, finding.span.end)],
        }
        target = self._report.pairs[finding.segment].target if finding.segment >= 0 else None
        if target is not None and target.row:
            payload["row"], payload["column_name"] = target.row, target.column
        return payload

    def _highlights(self, finding: Finding) -> list[HighlightPayload]:
        if finding.segment < 0:
            return []
        found: list[HighlightPayload] = [
            {"segment": number, "side": "translation", "role": "span", "start": start, "end": end}
            for number, start, end in self._targets.ranges(finding.span, finding.segment)
        ]
        if finding.source_span is not None:
            found += [
                {"segment": number, "side": "source", "role": "source", "start": start, "end": end}
                for number, start, end in self._sources.ranges(finding.source_span, finding.segment)
            ]
        for place in finding.related:
            found += [
                {"segment": number, "side": "translation", "role": "related", "start": start, "end": end}
                for number, start, end in self._targets.ranges(place.span)
            ]
        return found


def _cells(report: DocumentReport) -> Document | None:
    """The file that holds the source segments: of a bitext, the translation's own file."""
    return report.document if report.document.sources is not None else None


def _evidence(finding: Finding) -> dict[str, str]:
    shown: dict[str, str] = {}
    for name, text in finding.evidence:
        shown[name] = f"{shown[name]}\n{text}" if name in shown else text
    return shown


def _add_evidence(payload: SegmentPayload, pair: Pair) -> None:
    evidence = pair.evidence
    payload["quality"] = round(evidence.quality.score, DIGITS) if evidence.quality else None
    payload["links"] = [
        [[link.source.start, link.source.end], [link.target.start, link.target.end]] for link in evidence.links or ()
    ]
    if evidence.forward is not None and evidence.forward.text:
        payload["gloss"], payload["gloss_language"] = evidence.forward.text, evidence.forward.language
    if evidence.likelihood is not None and evidence.likelihood.tokens:
        payload["score"] = round(evidence.likelihood.total / len(evidence.likelihood.tokens), DIGITS)
    back = evidence.back
    if back is None or not back.text:
        return
    payload["back_translation"], payload["back_language"] = back.text, back.language
    payload["back_is_gloss"] = back.gloss
    compared = pair.source or (pair.target if back.language == pair.target_language else None)
    if compared is not None and not (back.gloss and pair.source):
        payload["differences"] = differences(back.text, compared.text)
