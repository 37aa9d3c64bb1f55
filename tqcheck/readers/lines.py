"""Lines of a file, and which line breaks are only wrapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.text.scripts import is_no_space

_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_TERMINAL = re.compile(r"[.!?…:;。！？।॥؟۔։።፧჻។៕]['\"”’»«›)\]】」』）]*$")
_ITEM = re.compile(r"(?:[-*+•◦▪‣·–]|\(?\d{1,3}[.)]|[a-z]\))[ \t]+(?=\S)")
_BLANK = " \t\v\f\u00a0\u3000\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One line's text without white space at its edges, as file offsets; `indent` is the white space before it."""

    start: int
    end: int
    text: str
    indent: int

    @property
    def width(self) -> int:
        """Columns the line takes with wide East Asian characters counted twice."""
        if self.text.isascii():
            return len(self.text)
        return sum(
            2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in self.text
        )


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Every line of text[start:end], blank ones with equal start and end."""
    end = len(text) if end is None else end
    lines, at = list[Line](), start
    for stop, after in [*((m.start(), m.end()) for m in _LINE_END.finditer(text, start, end)), (end, end)]:
        raw = text[at:stop]
        body = raw.strip(_BLANK)
        first = at + len(raw) - len(raw.lstrip(_BLANK)) if body else at
        lines.append(Line(first, first + len(body), body, first - at))
        at = after
    return lines


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Groups of lines that are one paragraph each: blank lines separate, and so does every break that is not wrapping."""
    groups = _groups(lines)
    width = _wrap_width(groups)
    result = list[list[Line]]()
    for group in groups:
        result.append([group[0]])
        for before, line in pairwise(group):
            if _is_wrapped(before, line, width):
                result[-1].append(line)
            else:
                result.append([line])
    return result


def joint(before: str, after: str) -> str:
    """What a wrapped line break stands for in the view: a space, or nothing between letters of scripts without spaces."""
    return "" if before and after and is_no_space(before) and is_no_space(after) else " "


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups = list[list[Line]]([[]])
    for line in lines:
        if line.text:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_width(groups: Sequence[Sequence[Line]]) -> int:
    """The column at which the file is wrapped, 0 where it is not.

    A file is wrapped where most lines that have a successor in their paragraph are full: the successor's first word would not
    have fitted. Needs at least three such lines.
    """
    breaks = [(a, b) for group in groups for a, b in pairwise(group) if not _ITEM.match(b.text)]
    if len(breaks) < 3:
        return 0
    widths = sorted(line.width for group in groups if len(group) > 1 for line in group)
    width = widths[min(len(widths) - 1, len(widths) * 98 // 100)]
    if not 30 <= width <= 140:
        return 0
    full = sum(_is_full(before, after, width) for before, after in breaks)
    return width if full >= 0.6 * len(breaks) else 0


def _is_full(before: Line, after: Line, width: int) -> bool:
    first = after.text.split(maxsplit=1)[0]
    word = 2 if is_no_space(after.text[0]) else min(Line(0, 0, first, 0).width + 1, 20)
    return before.width + word + 2 >= width


def _is_wrapped(before: Line, after: Line, width: int) -> bool:
    """Whether the break between two neighbouring lines is only wrapping."""
    if _ITEM.match(after.text) or (after.indent > before.indent and not _ITEM.match(before.text)):
        return False
    if width and before.width <= width * 1.3 and _is_full(before, after, width):
        return True
    return after.text[0].islower() and not _TERMINAL.search(before.text)
