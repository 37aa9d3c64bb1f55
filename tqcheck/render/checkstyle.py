"""Checkstyle XML, which many review tools read: a file element per document, an error element per finding."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tqcheck.render.entries import list_entries
from tqcheck.render.payload import ReportPayload
from tqcheck.render.xml_text import add, write

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def render(payload: ReportPayload) -> str:
    """Files with findings, the heaviest finding's file first; columns count code points."""
    root = Element("checkstyle", {"version": "4.3"})
    files: dict[str, Element] = {}
    for entry in list_entries(payload):
        if entry.path not in files:
            files[entry.path] = add(root, "file", {"name": entry.path})
        attributes = {
            "line": entry.line,
            "column": entry.column,
            "severity": _SEVERITIES[entry.level],
            "message": entry.message,
            "source": f"tqcheck.{entry.code}",
        }
        add(files[entry.path], "error", attributes)
    return write(root)
