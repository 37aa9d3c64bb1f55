"""The report as JSON, `tqcheck-report/1`: two spaces, keys in the contract's order, letters as they are, one final newline."""

from __future__ import annotations

import io
import json
from typing import Any

from tqcheck.errors import ReadError
from tqcheck.render.payload import SCHEMA, ReportPayload


def render(payload: ReportPayload) -> str:
    """Same payload, same bytes; lone surrogates of a broken file are escaped so that the output is always valid UTF-8."""
    text = _dump(payload, ascii_only=False)
    return text if _encodable(text) else _dump(payload, ascii_only=True)


def _dump(payload: ReportPayload, *, ascii_only: bool) -> str:
    # `json.dumps` holds every token of a thousand documents in one list: three times the memory of the text
    buffer = io.StringIO()
    json.dump(payload, buffer, ensure_ascii=ascii_only, indent=2, allow_nan=False)
    buffer.write("\n")
    return buffer.getvalue()


def read(data: str | bytes, name: str) -> ReportPayload:
    """A payload back from JSON; `ReadError` names the file when it is no report of a version that we read."""
    try:
        payload: Any = json.loads(data)
    except ValueError as error:
        raise ReadError(f"{name}: not JSON ({error}); give a report written by --format json") from error
    found = payload.get("schema") if isinstance(payload, dict) else None
    if found != SCHEMA:
        raise ReadError(f"{name}: schema is {found!r}, not {SCHEMA!r}; give a report written by --format json")
    report: ReportPayload = payload
    return report


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
