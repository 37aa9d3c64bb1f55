"""The records of judgement: what checks yield, what the pipeline makes of it, what renderers print."""

from __future__ import annotations

from dataclasses import dataclass, field

from tqcheck.model.evidence import Pair
from tqcheck.model.text import Document, Segment, Severity, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Another place of the translation that belongs to a finding: file span, its text, and what it shows."""

    span: Span
    text: str
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a check yields: view offsets only; the pipeline turns it into a `Finding`.

    Attributes:
        start, end: view offsets in the target (of `segment` if given, else of the pair's or block's target); equal = a gap.
        message: one sentence for the reader, without the code.
        source: view offsets in the pair's source, where the evidence lies.
        segment: the segment hit, required from document checks.
        severity, confidence: where they differ from the check's own; confidence is the raw strength 0-1 before calibration.
        fix: text to put in place of the span.
        related: other places of the translation.
        evidence: (name, text) shown beside the finding: source, back_translation, other, gloss, expected...
        witness: which of several witnesses of one check speaks (a rule beside the model); it is calibrated by itself. "" = the only one.
    """

    start: int
    end: int
    message: str
    source: tuple[int, int] | None = None
    segment: Segment | None = None
    severity: Severity | None = None
    confidence: float | None = None
    fix: str | None = None
    related: tuple[Place, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    witness: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A judged error with file offsets, made by the pipeline alone.

    Attributes:
        segment: index in `DocumentReport.pairs`, -1 for the document as a whole.
        span: in the translation file; zero width at the gap for an omission; 0-0 for the document.
        text: the file's text in `span`.
        source_span, source_text: in the source file, where there is one.
        confidence: calibrated probability that this is a real error.
        witness: which witness of its check spoke (`Hit.witness`); not part of the report.
        fingerprint: stable identity: code, relative path, segment texts, n-th of equals.
    """

    code: str
    name: str
    category: str
    severity: Severity
    confidence: float
    message: str
    segment: int
    span: Span
    text: str
    source_span: Span | None = None
    source_text: str = ""
    related: tuple[Place, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    fix: str | None = None
    witness: str = ""
    fingerprint: str = ""

    @property
    def witness_key(self) -> str:
        """What its strength is calibrated by: the code, or code/witness."""
        return f"{self.code}/{self.witness}" if self.witness else self.code


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know that is no error: no translator, AI disclaimer, too little text to identify..."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be judged, and why: code TQ901 unreadable or TQ904 engine failed."""

    path: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A document metric with the signature that makes it comparable."""

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """MQM score of a document: `mqm` = (1 - penalty / words) x 100; `per_1000_words` = penalty points per 1000 words."""

    mqm: float
    per_1000_words: float
    penalty: float
    note: str = ""
    metrics: tuple[Metric, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """One judged document: its pairs in reading order, findings sorted by position, notices."""

    document: Document
    source: Document | None
    source_language: str
    target_language: str
    words: int
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    score: Score
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole run. `verdict` is pass, fail, or incomplete (a check or engine failed, or a file was not judged).

    `gate` is (lowest severity, least confidence) that fails it; severity "never" = nothing does; None = not recorded.
    """

    verdict: str
    documents: tuple[DocumentReport, ...]
    notices: tuple[Notice, ...]
    skipped: tuple[Skipped, ...]
    signature: str
    version: str = field(default="")
    gate: tuple[str, float] | None = None
