"""The records that travel between the stages: text, pairs, evidence, findings, reports.

Standard library only; imports nothing of ours, so every stage may import it. All records are frozen.
"""

from tqcheck.model.evidence import (
    Article,
    Diagnostics,
    Evidence,
    Likelihood,
    Link,
    Pair,
    Probe,
    Quality,
    QualitySpan,
    Shares,
    TokenScore,
    Translation,
    WordShare,
)
from tqcheck.model.findings import DocumentReport, Finding, Hit, Metric, Notice, Place, Report, Score, Skipped
from tqcheck.model.text import (
    PROSE,
    SEVERITIES,
    Document,
    Kind,
    Mark,
    Run,
    Segment,
    Severity,
    Span,
    join_segments,
)

__all__ = [
    "PROSE",
    "SEVERITIES",
    "Article",
    "Diagnostics",
    "Document",
    "DocumentReport",
    "Evidence",
    "Finding",
    "Hit",
    "Kind",
    "Likelihood",
    "Link",
    "Mark",
    "Metric",
    "Notice",
    "Pair",
    "Place",
    "Probe",
    "Quality",
    "QualitySpan",
    "Report",
    "Run",
    "Score",
    "Segment",
    "Severity",
    "Shares",
    "Skipped",
    "Span",
    "TokenScore",
    "Translation",
    "WordShare",
    "join_segments",
]
