"""A report as one flat list, for the formats of CI systems: findings and files that could not be read, the heaviest first."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from tqcheck.render.payload import FindingPayload, ReportPayload, SkippedPayload
from tqcheck.render.words import SEVERITIES, stops

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
TOOL_FAILURES = frozenset({"TQ902", "TQ903", "TQ904"})
"""Codes that end the run with 2 or 3, whatever the gate counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a CI report.

    Attributes:
        level: error = fails the run; warning = shown, does not fail it; note = for information.
        line, column, end_line, end_column: 1-based code points, the end exclusive.
        finding: the finding itself; None for a file that was not judged.
    """

    path: str
    level: Level
    code: str
    name: str
    severity: str
    message: str
    fingerprint: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    finding: FindingPayload | None = None

    @property
    def title(self) -> str:
        """Code and name, "TQ101 number-mismatch"."""
        return f"{self.code} {self.name}"


def list_entries(payload: ReportPayload) -> list[Entry]:
    """Everything a CI system is to show: errors first, within a level the heavier, then by path and place."""
    entries = [
        _entry(document["path"], item, level_of(item, stopped=stopped))
        for document in payload["documents"]
        for item, stopped in zip(document["findings"], stops(document, payload), strict=True)
    ]
    entries += [_unread(item) for item in payload["skipped"]]
    return sorted(entries, key=_weight)


def level_of(finding: FindingPayload, *, stopped: bool) -> Level:
    """Errors are what fails the run, by the gate that the report records; a neutral finding informs, any other one warns."""
    if finding["code"] in TOOL_FAILURES or stopped:
        return "error"
    return "note" if finding["severity"] == "neutral" else "warning"


def _entry(path: str, finding: FindingPayload, level: Level) -> Entry:
    span = finding["span"]
    return Entry(
        path=path,
        level=level,
        code=finding["code"],
        name=finding["name"],
        severity=finding["severity"],
        message=finding["message"],
        fingerprint=finding["fingerprint"],
        line=span["line"],
        column=span["column"],
        end_line=span["end_line"],
        end_column=span["end_column"],
        finding=finding,
    )


def _unread(item: SkippedPayload) -> Entry:
    digest = sha256(f"{item['code']}\x1f{item['path']}".encode("utf-8", "surrogatepass")).hexdigest()
    name = {"TQ901": "unreadable", "TQ903": "not-aligned", "TQ904": "engine-failed"}.get(item["code"], "not-checked")
    return Entry(
        path=item["path"],
        level="error",
        code=item["code"],
        name=name,
        severity="critical",
        message=item["reason"],
        fingerprint=digest[:24],
    )


def _weight(entry: Entry) -> tuple[int, int, str, int, int, str, str]:
    heaviness = LEVELS.index(entry.level), SEVERITIES.index(entry.severity)
    return (*heaviness, entry.path, entry.line, entry.column, entry.code, entry.fingerprint)
