"""Reviewdog Diagnostic Format, `rdjson`: reviewdog posts it to GitHub, GitLab, Gerrit or Bitbucket, fixes as suggestions.

Its columns count UTF-8 bytes, from 1, the end exclusive.
"""

from __future__ import annotations

import json
from typing import Any

from tqcheck.render.entries import Entry, list_entries
from tqcheck.render.payload import ReportPayload

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(payload: ReportPayload) -> str:
    """A DiagnosticResult."""
    entries = list_entries(payload)
    result = {"source": {"name": "tqcheck"}, "diagnostics": [_diagnostic(entry) for entry in entries]}
    return json.dumps(result, ensure_ascii=True, indent=2) + "\n"


def _diagnostic(entry: Entry) -> dict[str, Any]:
    place = _range(entry)
    diagnostic: dict[str, Any] = {
        "message": entry.message,
        "location": {"path": entry.path, "range": place},
        "severity": _SEVERITIES[entry.level],
        "code": {"value": entry.code},
    }
    if entry.finding is not None and entry.finding["fix"] is not None and "byte_columns" in entry.finding:
        diagnostic["suggestions"] = [{"range": place, "text": entry.finding["fix"]}]
    return diagnostic


def _range(entry: Entry) -> dict[str, dict[str, int]]:
    start, end = {"line": entry.line}, {"line": entry.end_line}
    columns = entry.finding.get("byte_columns") if entry.finding is not None else None
    if columns:
        start["column"], end["column"] = columns
    return {"start": start, "end": end}
