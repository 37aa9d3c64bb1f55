"""Safe corrections: exact edits of the file for number formats, quotation marks, spacing, hidden characters and broken encodings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from tqcheck.model import Finding, Span
from tqcheck.text.quotes import scan_quotes

SAFE = frozenset({"TQ301", "TQ302", "TQ306", "TQ307", "TQ308"})
"""Codes whose fix changes how a text is written, never what it says."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace text[start:end] (code points of the file) by `text`."""

    start: int
    end: int
    text: str


def plan_edits(text: str, findings: Iterable[Finding], min_confidence: float = 0.6) -> tuple[Edit, ...]:
    """The edits that the findings of safe codes suggest, in order, none inside a quotation; where two overlap, the first one stands."""
    wanted = [
        edit
        for finding in findings
        if finding.code in SAFE and finding.fix is not None and finding.confidence >= min_confidence
        for edit in _edits(text, finding)
    ]
    kept: list[Edit] = []
    quoted = list(_quotations(text)) if wanted else []
    for edit in sorted(set(wanted)):
        if any(start < edit.start and edit.end < end for start, end in quoted):
            continue
        if text[edit.start : edit.end] != edit.text and (not kept or edit.start >= kept[-1].end):
            kept.append(edit)
    return tuple(kept)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of every quotation: what somebody said is not ours to correct, only the marks around it."""
    for block in _PARAGRAPH.finditer(text):
        for quotation in scan_quotes(block[0]).quotations:
            yield block.start() + quotation.start, block.start() + quotation.end


_PARAGRAPH = re.compile(r"(?:[^\r\n]|\r?\n(?![ \t]*\r?\n))+")


def _edits(text: str, finding: Finding) -> Iterator[Edit]:
    if finding.fix is None:
        return
    if finding.code != "TQ302":
        if text[finding.span.start : finding.span.end] == finding.text:
            yield Edit(finding.span.start, finding.span.end, finding.fix)
        if finding.code == "TQ308":
            yield from (
                Edit(place.span.start, place.span.end, finding.fix)
                for place in finding.related
                if text[place.span.start : place.span.end] == place.text
            )
        return
    opening, closing = finding.fix[0], finding.fix[-1]
    for span in (finding.span, *(place.span for place in finding.related)):
        yield from _marks(text, span, opening, closing)


def _marks(text: str, span: Span, opening: str, closing: str) -> Iterator[Edit]:
    """Both marks of one quotation, if the file has marks at the span's ends (markup may stand between)."""
    if span.end - span.start >= 2 and not text[span.start].isalnum() and not text[span.end - 1].isalnum():
        yield Edit(span.start, span.start + 1, opening)
        yield Edit(span.end - 1, span.end, closing)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def show_diff(path: str, before: str, after: str) -> str:
    """A unified diff of the file; empty where nothing changes."""
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
