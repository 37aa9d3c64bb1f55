"""Source pages without a translation, as documents of a report: TQ803, one finding for each missing language."""

from __future__ import annotations

from hashlib import sha256

from tqcheck.checks.site import missing_translation
from tqcheck.config import Plan
from tqcheck.render.payload import DocumentPayload, FindingPayload, SpanPayload


def missing_page(path: str, language: str, absent: tuple[str, ...], plan: Plan) -> DocumentPayload:
    """The document of one source page; it has no words and no sentences, so it weighs in no score."""
    return {
        "path": path,
        "language": language,
        "source_path": None,
        "source_language": None,
        "words": 0,
        "score": {"mqm": 100.0, "per_1000_words": 0.0, "penalty": 0.0, "note": "no translation", "metrics": {}},
        "segments": [],
        "findings": [_finding(path, code, plan) for code in absent],
        "notices": [],
    }


def _finding(path: str, language: str, plan: Plan) -> FindingPayload:
    check = missing_translation
    named = "\x1f".join((check.code, plan.relative(path), language))
    nowhere: SpanPayload = {
        "start": 0,
        "end": 0,
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 1,
        "text": "",
    }
    return {
        "fingerprint": sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:24],
        "code": check.code,
        "name": check.name,
        "severity": dict(plan.severities).get(check.code, check.severity),
        "category": check.category,
        "confidence": 1.0,
        "message": f"This page has no translation into {language}.",
        "segment": None,
        "span": nowhere,
        "source_span": None,
        "related": [],
        "evidence": {"language": language},
        "fix": None,
        "context": {"text": "", "start": 0, "end": 0},
        "highlights": [],
        "byte_columns": [1, 1],
    }
