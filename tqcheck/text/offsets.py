"""Lines and columns of a text: the one converter from code-point offsets to what people count."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Where each line of a text starts; built once per file, then asked in O(log lines).

    CRLF, CR and LF end a line; U+2028 and the like do not, as in editors. A byte-order mark at the start counts as no column.
    """

    __slots__ = ("_bom", "_length", "_starts")

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._length = len(text)
        self._bom = text.startswith("\ufeff")

    def position(self, offset: int) -> tuple[int, int]:
        """1-based (line, column) of a code-point offset; offsets past the end count as the end."""
        offset = min(max(0, offset), self._length)
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        return line, column - 1 if self._bom and line == 1 and column > 1 else column

    def offset(self, line: int, column: int) -> int:
        """Code-point offset of a 1-based (line, column); the inverse of `position`."""
        start = self._starts[line - 1]
        return min(self._length, start + column - 1 + (self._bom and line == 1))

    def line_span(self, line: int) -> tuple[int, int]:
        """Offsets of a 1-based line, its line end included."""
        end = self._starts[line] if line < len(self._starts) else self._length
        return self._starts[line - 1], end

    def __len__(self) -> int:
        return len(self._starts)
