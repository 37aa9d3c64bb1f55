"""`--fix` and `--diff`: the safe corrections of a report's findings, written to the files or shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import ConfigError, ReadError
from tqcheck.fixes import apply_edits, plan_edits, show_diff
from tqcheck.model import SEVERITIES, Finding, Place, Span
from tqcheck.readers.decode import decode
from tqcheck.render.payload import DocumentPayload, FindingPayload, ReportPayload, SpanPayload


@dataclass(frozen=True, slots=True)
class Correction:
    """A file before and after its safe edits."""

    path: str
    before: str
    after: str

    @property
    def diff(self) -> str:
        """What would change, as a unified diff."""
        return show_diff(self.path, self.before, self.after)

    def write(self) -> None:
        """Write the file: UTF-8, line ends and byte-order mark as they were."""
        try:
            Path(self.path).write_bytes(self.after.encode())
        except OSError as error:
            raise ConfigError(f"--fix: {self.path} cannot be written ({error.strerror or error})") from error


def corrections(payload: ReportPayload) -> Iterator[Correction]:
    """Files that change, in order; standard input and files that are not UTF-8 stay as they are."""
    for document in payload["documents"]:
        before = _text(document)
        if before is None:
            continue
        after = apply_edits(before, plan_edits(before, map(_finding, document["findings"])))
        if after != before:
            yield Correction(document["path"], before, after)


def _text(document: DocumentPayload) -> str | None:
    if not any(finding["fix"] is not None for finding in document["findings"]):
        return None
    try:
        data = Path(document["path"]).read_bytes()
        text = decode(data, document["path"])
    except (OSError, ReadError):
        return None
    return text if text.encode("utf-8", "replace") == data else None


def _finding(item: FindingPayload) -> Finding:
    return Finding(
        code=item["code"],
        name=item["name"],
        category=item["category"],
        severity=next(name for name in SEVERITIES if name == item["severity"]),
        confidence=item["confidence"],
        message=item["message"],
        segment=-1 if item["segment"] is None else item["segment"],
        span=_span(item["span"]),
        text=item["span"]["text"],
        related=tuple(Place(_span(place), place["text"], place.get("message", "")) for place in item["related"]),
        fix=item["fix"],
    )


def _span(place: SpanPayload) -> Span:
    return Span(place["start"], place["end"])
