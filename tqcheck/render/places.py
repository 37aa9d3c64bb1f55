"""From file offsets to what a reader sees: spans with line and column, lines around them, view ranges in segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tqcheck.model import Run, Segment, Span
from tqcheck.render.payload import ContextPayload, SpanPayload
from tqcheck.text.offsets import LineIndex

CONTEXT_LENGTH = 160
"""Longest context, code points: two lines of a terminal, a line and a half of a report."""


def span_payload(index: LineIndex, text: str, span: Span) -> SpanPayload:
    """A file span with its text, line and column."""
    line, column = index.position(span.start)
    end_line, end_column = index.position(span.end)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": text[span.start : span.end],
    }


def byte_column(index: LineIndex, text: str, offset: int) -> int:
    """1-based column of an offset in UTF-8 bytes; a byte-order mark counts as no column, a lone surrogate as three bytes."""
    line, _ = index.position(offset)
    before = text[index.line_span(line)[0] : offset].removeprefix("\ufeff" if line == 1 else "")
    return len(before.encode("utf-8", "surrogatepass")) + 1


def context_of(index: LineIndex, text: str, span: Span, limit: int = CONTEXT_LENGTH) -> ContextPayload:
    """The line in which a span starts, cut to at most `limit` code points around the span."""
    low, high = index.line_span(index.position(span.start)[0])
    high = max(span.start, low + len(text[low:high].rstrip("\r\n")))
    end = max(span.start, min(span.end, high))
    if high - low > limit:
        room = max(0, limit - (end - span.start))
        low = max(low, min(span.start - room // 2, high - limit))
        high = min(high, low + limit)
    return {"text": text[low:high], "start": span.start - low, "end": min(end, high) - low}


def view_range(segment: Segment, span: Span) -> tuple[int, int] | None:
    """The part of a segment's view that was read from a file span; None where they do not meet."""
    if span.start == span.end:
        at = _view_point(segment, span.start)
        return None if at is None else (at, at)
    parts = [part for run in segment.runs if (part := _view_part(run, span)) is not None]
    return (parts[0][0], parts[-1][1]) if parts else None


def _view_point(segment: Segment, offset: int) -> int | None:
    for run in segment.runs:
        if run.file_start <= offset <= run.file_start + run.file_length:
            inside = offset - run.file_start
            return run.start + (inside if run.length == run.file_length else run.length * (inside > 0))
    return None


def _view_part(run: Run, span: Span) -> tuple[int, int] | None:
    low = max(run.file_start, span.start)
    high = min(run.file_start + run.file_length, span.end)
    if low >= high:
        return None
    if run.length != run.file_length:
        return run.start, run.start + run.length
    return run.start + low - run.file_start, run.start + high - run.file_start


class SegmentFinder:
    """Finds the segments of one file that a file span meets; segments of a file do not overlap."""

    def __init__(self, segments: Sequence[Segment | None]) -> None:
        spans = [(segment.span, number) for number, segment in enumerate(segments) if segment is not None]
        self._segments = segments
        self._spans = sorted(spans)
        self._starts = [span.start for span, _ in self._spans]

    def ranges(self, span: Span, preferred: int = -1) -> Iterator[tuple[int, int, int]]:
        """(segment number, view start, view end) of each segment met, in file order; one only for an empty span.

        `preferred` decides between two segments that an empty span touches.
        """
        met = sorted(self._met(span))
        if span.start == span.end:
            met = [part for part in met if part[0] == preferred][:1] or met[-1:]
        yield from met

    def _met(self, span: Span) -> Iterator[tuple[int, int, int]]:
        for place in range(bisect_right(self._starts, span.end) - 1, -1, -1):
            segment_span, number = self._spans[place]
            if segment_span.end < span.start:
                return
            segment = self._segments[number]
            found = view_range(segment, span) if segment is not None else None
            if found is not None:
                yield number, *found
