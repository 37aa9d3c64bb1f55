"""Workflow commands of GitHub Actions: each finding becomes an annotation of the pull request.

GitHub shows ten errors and ten warnings (and ten notices) a step and drops the rest without a word; so the heaviest come first, all of
them stand in the log, and a first notice says how many cannot be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.render.entries import LEVELS, Entry, list_entries
from tqcheck.render.payload import ReportPayload
from tqcheck.render.words import count, verdict_sentence

SHOWN_PER_LEVEL = 10
"""Annotations of one level that GitHub shows for a step."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(payload: ReportPayload) -> str:
    """One command a line, then the verdict as plain text."""
    entries = list_entries(payload)
    lines = [*_cut(entries), *(_command(entry) for entry in entries), verdict_sentence(payload)]
    return "\n".join(lines) + "\n"


def _cut(entries: Sequence[Entry]) -> Iterator[str]:
    counts = {level: sum(entry.level == level for entry in entries) for level in LEVELS}
    # this very notice takes one of the ten places of its level
    room = {"error": SHOWN_PER_LEVEL, "warning": SHOWN_PER_LEVEL, "note": SHOWN_PER_LEVEL - 1}
    hidden = sum(max(0, counts[level] - room[level]) for level in LEVELS)
    if hidden:
        yield (
            f"::notice title=tqcheck::GitHub shows {SHOWN_PER_LEVEL} annotations of each level: "
            f"{count(hidden, 'finding')} of {len(entries)} can be read only in the log of this step or in the report."
        )


def _command(entry: Entry) -> str:
    fields: dict[str, object] = {"file": entry.path, "line": entry.line, "endLine": entry.end_line}
    if entry.line == entry.end_line:
        fields |= {"col": entry.column, "endColumn": entry.end_column}
    fields["title"] = entry.title
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_COMMANDS[entry.level]} {listed}::{_data(entry.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
