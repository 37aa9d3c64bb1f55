"""Text as it was read: spans, segments with the way back to the file, documents.

Offsets are code points,
half-open. *File* offsets count in `Document.text`, the decoded file unchanged; *view* offsets count in `Segment.text`, the
text that checks read (markup stripped, entities decoded).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

Severity = Literal["neutral", "minor", "major", "critical"]
SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")


class Kind(StrEnum):
    """What a segment is on the page; only `PROSE` kinds are judged as prose."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    CODE = "code"
    BOILERPLATE = "boilerplate"


PROSE = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.QUOTE, Kind.LIST, Kind.TABLE})
"""Kinds that are judged as prose: typography checks add captions, nothing judges code or boilerplate."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; which text it counts in is said by the field that holds it."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character, or touch where one of them is empty."""
        return max(self.start, other.start) < min(self.end, other.end) or (
            (self.start == self.end or other.start == other.end)
            and max(self.start, other.start) <= min(self.end, other.end)
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a segment's view and the stretch of the file it was read from.

    Equal lengths map character by character; unequal ones (an entity, an escape, a joint between two segments) map as a whole.
    """

    start: int
    length: int
    file_start: int
    file_length: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over view offsets: kind is link, image, code, emphasis, tag, placeholder, footnote; value its target or text."""

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A block or a sentence as checks read it, with the way back to the file.

    Attributes:
        text: the view: no tags, no entities, soft line breaks as single spaces.
        runs: cover the view from 0 to its end without holes, in order.
        kind: what it is on the page.
        marks: inline markup, view offsets.
        level: depth of a heading (1-6) or of a list item; 0 elsewhere.
        block: index of the block in `Document.blocks` this was cut from.
        row: 1-based record number of a bitext file; 0 elsewhere.
        column: name of the bitext column; empty elsewhere.
    """

    text: str
    runs: tuple[Run, ...]
    kind: Kind = Kind.PARAGRAPH
    marks: tuple[Mark, ...] = ()
    level: int = 0
    block: int = 0
    row: int = 0
    column: str = ""

    def locate(self, start: int, end: int) -> Span:
        """File span of the view range; an empty range gives an empty span at the same place."""
        if not self.runs:
            return Span(0, 0)
        first = self._file_offset(start, end_side=start == end and start == len(self.text))
        return (
            Span(first, first) if start >= end else Span(first, max(first, self._file_offset(end - 1, end_side=True)))
        )

    def _file_offset(self, offset: int, *, end_side: bool) -> int:
        index = max(0, bisect_right(self.runs, offset, key=lambda run: run.start) - 1)
        run = self.runs[index]
        inside = min(max(0, offset - run.start), run.length)
        if run.length == run.file_length:
            return run.file_start + min(inside + end_side, run.length)
        return run.file_start + (run.file_length if end_side else 0)

    def cut(self, start: int, end: int) -> Segment:
        """The part of this segment between two view offsets, marks and runs cut with it.

        A mark without width (a footnote's number) belongs to what it follows, unless a space stands between.
        """
        runs = tuple(part for run in self.runs if (part := _cut_run(run, start, end)) is not None)
        marks = tuple(
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if (mark.start < end and mark.end > start)
            or (mark.start == mark.end and self._holds(mark.start, start, end))
        )
        return replace(self, text=self.text[start:end], runs=runs, marks=marks)

    def _holds(self, place: int, start: int, end: int) -> bool:
        follows = start == 0 or self.text[start - 1].isspace()
        return start < place <= end or (place == start and follows)

    @property
    def span(self) -> Span:
        """File span of the whole segment."""
        return self.locate(0, len(self.text))


def _cut_run(run: Run, start: int, end: int) -> Run | None:
    low, high = max(run.start, start), min(run.start + run.length, end)
    if low >= high:
        return None
    if run.length != run.file_length:
        return Run(low - start, high - low, run.file_start, run.file_length)
    return Run(low - start, high - low, run.file_start + low - run.start, high - low)


def join_segments(parts: tuple[Segment, ...], separator: str = " ") -> Segment:
    """One segment out of neighbours in one file, so that n:m alignments become ordinary pairs; needs at least one part."""
    text, runs, marks = "", list[Run](), list[Mark]()
    for index, part in enumerate(parts):
        if index and separator:
            gap = parts[index - 1].span.end
            runs.append(Run(len(text), len(separator), gap, max(0, part.span.start - gap)))
            text += separator
        runs += [replace(run, start=run.start + len(text)) for run in part.runs]
        marks += [replace(mark, start=mark.start + len(text), end=mark.end + len(text)) for mark in part.marks]
        text += part.text
    return replace(parts[0], text=text, runs=tuple(runs), marks=tuple(marks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as it was read.

    Attributes:
        path: as the user gave it, with forward slashes; what reports print.
        text: the decoded file, unchanged: no newline translation, no normalisation, the byte-order mark kept.
        blocks: headings, paragraphs, captions... in file order.
        format: name of the reader.
        sources: bitext only: the source cell of each block, parallel to `blocks`; None elsewhere (then the aligner pairs).
        metadata: front matter as (key, value, file span of the value), in file order.
        languages: (source, target) that the file itself states; empty strings where it does not.
    """

    path: str
    text: str
    blocks: tuple[Segment, ...]
    format: str
    sources: tuple[Segment | None, ...] | None = None
    metadata: tuple[tuple[str, str, Span], ...] = ()
    languages: tuple[str, str] = ("", "")
