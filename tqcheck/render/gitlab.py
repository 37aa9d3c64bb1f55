"""GitLab's Code Quality report: a JSON list for `artifacts: reports: codequality`.

GitLab shows findings of equal fingerprint once, and wants paths relative to the repository without a leading "./".
"""

from __future__ import annotations

import json

from tqcheck.render.entries import Entry, list_entries
from tqcheck.render.payload import ReportPayload

_SEVERITIES = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def render(payload: ReportPayload) -> str:
    """The report; severities are GitLab's, by what the finding weighs."""
    return json.dumps([_issue(entry) for entry in list_entries(payload)], ensure_ascii=True, indent=2) + "\n"


def _issue(entry: Entry) -> dict[str, object]:
    return {
        "description": f"{entry.title}: {entry.message}",
        "check_name": entry.code,
        "fingerprint": entry.fingerprint,
        "severity": _SEVERITIES[entry.severity],
        "location": {
            "path": entry.path.removeprefix("./"),
            "lines": {"begin": entry.line, "end": entry.end_line},
        },
    }
