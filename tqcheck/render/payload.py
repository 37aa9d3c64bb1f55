"""The shape of the JSON report `tqcheck-report/1`, as types; `schema/report-1.json` says the same to other tools.

Offsets are code points, half-open. `start`/`end` count in the file, unless the field's name or docstring says *view*: then they
count in `SegmentPayload.text`. Lines and columns start at 1 and count code points. New optional fields keep /1.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

SCHEMA = "tqcheck-report/1"

Range = list[int]
"""[start, end] in view offsets."""


class ToolPayload(TypedDict):
    """What made the report; the signature makes two reports comparable."""

    name: str
    version: str
    signature: str


class NoticePayload(TypedDict):
    """Something the reader must know that is no error."""

    kind: str
    message: str


class SkippedPayload(TypedDict):
    """A file that was not judged, and why."""

    path: str
    code: str
    reason: str


class SpanPayload(TypedDict):
    """A place in a file; `message` where it needs a word of its own."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    message: NotRequired[str]


class ContextPayload(TypedDict):
    """The file's line around a span, or a window of a long one; `start`/`end` are the span's offsets within `text`."""

    text: str
    start: int
    end: int


class HighlightPayload(TypedDict):
    """Where a finding shows in a segment: view offsets on one side; role span, source or related."""

    segment: int
    side: Literal["source", "translation"]
    role: Literal["span", "source", "related"]
    start: int
    end: int


class FindingPayload(TypedDict):
    """One suspicious span with its evidence; `segment` is null for the document as a whole.

    `byte_columns`: columns of start and end in UTF-8 bytes, from 1.
    """

    fingerprint: str
    code: str
    name: str
    severity: str
    category: str
    confidence: float
    message: str
    segment: int | None
    span: SpanPayload
    source_span: SpanPayload | None
    related: list[SpanPayload]
    evidence: dict[str, str]
    fix: str | None
    context: ContextPayload
    highlights: list[HighlightPayload]
    row: NotRequired[int]
    column_name: NotRequired[str]
    byte_columns: NotRequired[list[int]]


class SegmentPayload(TypedDict):
    """A pair of segments with what was measured; `text` or `source` is null where that side has nothing.

    `block` numbers the paragraph it was cut from. `links` are [source range, translation range]. `differences` are [range in the
    back-translation, range in the text it is compared with: the source, or the translation where `back_language` is its
    language]. `score` is the mean log-probability of a token in nats; `quality` 0-1; `alignment` the confidence of the pairing.
    """

    id: int
    kind: str
    start: int
    end: int
    line: int
    text: str | None
    source: str | None
    back_translation: str | None
    quality: float | None
    links: list[list[Range]]
    differences: list[list[Range]]
    level: NotRequired[int]
    block: NotRequired[int]
    row: NotRequired[int]
    source_start: NotRequired[int]
    source_end: NotRequired[int]
    source_line: NotRequired[int]
    alignment: NotRequired[float]
    back_language: NotRequired[str]
    back_is_gloss: NotRequired[bool]
    gloss: NotRequired[str]
    gloss_language: NotRequired[str]
    score: NotRequired[float]


class MetricPayload(TypedDict):
    """A document metric and what makes it comparable."""

    value: float
    signature: str


class ScorePayload(TypedDict):
    """MQM score: `mqm` = (1 - penalty / words) x 100; `note` says how far it may be trusted."""

    mqm: float
    per_1000_words: float
    penalty: float
    note: str
    metrics: dict[str, MetricPayload]


class DocumentPayload(TypedDict):
    """One judged document."""

    path: str
    language: str
    source_path: str | None
    source_language: str | None
    words: int
    score: ScorePayload
    segments: list[SegmentPayload]
    findings: list[FindingPayload]
    notices: list[NoticePayload]


class RulePayload(TypedDict):
    """What a code means: its name, MQM category, default severity and documentation (Markdown)."""

    name: str
    category: str
    severity: str
    documentation: str


class GatePayload(TypedDict):
    """What fails the run: the lowest severity (or never) and the least confidence that count."""

    fail_on: str
    min_confidence: float


class ReportPayload(TypedDict):
    """The whole report."""

    schema: str
    tool: ToolPayload
    verdict: str
    documents: list[DocumentPayload]
    notices: list[NoticePayload]
    skipped: list[SkippedPayload]
    gate: NotRequired[GatePayload]
    rules: NotRequired[dict[str, RulePayload]]
