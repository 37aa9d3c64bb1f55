"""Findings as tab-separated values, for spreadsheets and scripts: a header and a row per finding, tabs and line ends escaped."""

from __future__ import annotations

from tqcheck.render.entries import Entry, list_entries
from tqcheck.render.payload import ReportPayload

COLUMNS = (
    *("path", "line", "column", "end_line", "end_column", "level", "severity", "confidence", "code", "name"),
    *("message", "text", "source", "fix", "fingerprint"),
)


def render(payload: ReportPayload) -> str:
    """Always the same columns, in the order of `COLUMNS`."""
    rows = [COLUMNS, *(_row(entry) for entry in list_entries(payload))]
    return "".join("\t".join(escape(cell) for cell in row) + "\n" for row in rows)


def _row(entry: Entry) -> tuple[str, ...]:
    finding = entry.finding
    source = finding["source_span"] if finding else None
    return (
        entry.path,
        *(str(number) for number in (entry.line, entry.column, entry.end_line, entry.end_column)),
        entry.level,
        entry.severity,
        f"{finding['confidence']:.4f}" if finding else "",
        entry.code,
        entry.name,
        entry.message,
        finding["span"]["text"] if finding else "",
        source["text"] if source else "",
        (finding["fix"] or "") if finding else "",
        entry.fingerprint,
    )


def escape(cell: str) -> str:
    """A cell in one line, without tabs; the inverse replaces the escapes."""
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
