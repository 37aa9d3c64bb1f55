"""The report as a comment on a pull request: the verdict, a table of findings, what else a reviewer must know.

A comment holds 65,536 characters on GitHub; a longer report is cut after the heaviest findings and says how many are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.render.entries import Entry, list_entries
from tqcheck.render.payload import ReportPayload
from tqcheck.render.words import count, verdict_sentence

MARKER = "<!-- tqcheck -->"
"""First line, by which a later run finds and replaces its own comment."""
LONGEST = 60_000
_HEAD = ("| | where | what | text | message |", "| --- | --- | --- | --- | --- |")
_ICONS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~$])")
_TEXT_LENGTH = 80


def render(payload: ReportPayload) -> str:
    """A GitHub-flavoured Markdown comment; nothing in an article can become a link, a mention, HTML or a new row."""
    entries = list_entries(payload)
    notices = [f"- {escape(notice['message'])}" for notice in payload["notices"]]
    parts = [MARKER, f"### tqcheck: {escape(verdict_sentence(payload))}", ""]
    parts += _table(entries)
    parts += ["", *notices] if notices else []
    return "\n".join(parts) + "\n"


def _table(entries: Sequence[Entry]) -> Iterator[str]:
    if entries:
        yield from _HEAD
    room = LONGEST
    for number, entry in enumerate(entries):
        row = _row(entry)
        room -= len(row) + 1
        if room < 0:
            yield f"\n{count(len(entries) - number, 'more finding')} did not fit into a comment; read the full report."
            return
        yield row


def _row(entry: Entry) -> str:
    text = entry.finding["span"]["text"] if entry.finding else ""
    shown = text if len(text) <= _TEXT_LENGTH else f"{text[:_TEXT_LENGTH]}…"
    place = f"{entry.path}:{entry.line}:{entry.column}"
    cells = (place, f"{entry.severity} {entry.title}", shown, entry.message)
    return f"| {_ICONS[entry.level]} | " + " | ".join(escape(cell) for cell in cells) + " |"


def escape(text: str) -> str:
    """The text as Markdown that shows just these characters, in one line."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", plain).replace("@", "&#64;").replace("://", ":&#47;/")
