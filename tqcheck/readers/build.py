"""Growing one segment: the view and its runs together, so that no reader ever counts offsets by hand."""

from __future__ import annotations

from dataclasses import replace

from tqcheck.model import Kind, Mark, Run, Segment


class Builder:
    """Collects a view piece by piece from a file's text.

    `copy` takes a stretch of the file as it is, `put` a text that stands for a stretch (an entity, a line break). The view's runs
    always cover it without holes; neighbouring copies melt into one run.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.marks: list[Mark] = []
        self.length = 0
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._open = False

    @property
    def last(self) -> str:
        """The view's last character so far, or nothing."""
        return self._parts[-1][-1] if self._parts else ""

    @property
    def text(self) -> str:
        """The view so far."""
        return "".join(self._parts)

    def copy(self, start: int, end: int) -> None:
        """Append the file's characters [start, end)."""
        if start >= end:
            return
        before = self._runs[-1] if self._open else None
        if before is not None and before.file_start + before.file_length == start:
            size = before.length + end - start
            self._runs[-1] = replace(before, length=size, file_length=size)
        else:
            self._runs.append(Run(self.length, end - start, start, end - start))
        self._grow(self.source[start:end], copied=True)

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text`, which the file writes as [start, end)."""
        if text:
            self._runs.append(Run(self.length, len(text), start, end - start))
            self._grow(text, copied=False)

    def mark(self, kind: str, start: int, value: str = "") -> None:
        """Mark the view from `start` to where it ends now."""
        self.marks.append(Mark(kind, start, self.length, value))

    def _grow(self, text: str, *, copied: bool) -> None:
        self._parts.append(text)
        self.length += len(text)
        self._open = copied

    def finish(self, kind: Kind = Kind.PARAGRAPH, *, level: int = 0, row: int = 0, column: str = "") -> Segment | None:
        """The segment without white space at its edges; None where nothing is left."""
        text = "".join(self._parts)
        body = text.strip(_EDGES)
        if not body:
            return None
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))
        whole = Segment(text=text, runs=tuple(self._runs), kind=kind, marks=marks, level=level, row=row, column=column)
        start = len(text) - len(text.lstrip(_EDGES))
        return whole if len(body) == len(text) else _cut_keeping_edges(whole, start, start + len(body))


_EDGES = " \t\r\n\v\f\u0085\u00a0\u2028\u2029\u202f\u3000\ufeff"


def _cut_keeping_edges(segment: Segment, start: int, end: int) -> Segment:
    """Like `Segment.cut`, but zero-width marks in the trimmed white space move to the edge instead of vanishing."""
    size = end - start
    marks = tuple(
        replace(mark, start=min(max(mark.start - start, 0), size), end=min(max(mark.end - start, 0), size))
        for mark in segment.marks
        if mark.start == mark.end or (mark.start < end and mark.end > start)
    )
    return replace(segment.cut(start, end), marks=marks)
