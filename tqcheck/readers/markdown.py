"""Markdown: markdown-it's blocks, its inline tokens with exact places, front matter, and HTML where the file has it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tqcheck.model import Document, Kind, Segment
from tqcheck.readers.build import Builder
from tqcheck.readers.front_matter import read_front_matter
from tqcheck.readers.furniture import mark_furniture
from tqcheck.readers.html import read_blocks
from tqcheck.readers.links import mark_links
from tqcheck.readers.markdown_inline import Content, InlineWriter, parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTAINER = re.compile(r"[ \t>]*:{3,}.*")
_ALERT = re.compile(r"([ \t>]*)\[![A-Za-z]+\][-+]?[ \t]*$")
_MODULE = re.compile(r"(?:import|export)\s.*")
_CONTAINERS = {"blockquote": "quote", "bullet_list": "list", "ordered_list": "list", "list_item": "item"}


def read(text: str, path: str) -> Document:
    """Read Markdown; blocks come in file order, code and tables included, front matter titles first."""
    front = read_front_matter(text)
    reader = _Reader(text, front.end, modules=path.lower().endswith(".mdx"))
    blocks = sorted((*front.blocks, *reader.blocks()), key=lambda block: block.span.start)
    return Document(
        path=path, text=text, blocks=mark_furniture(tuple(blocks)), format="markdown", metadata=front.metadata
    )


class _Reader:
    """One pass over one file's tokens."""

    def __init__(self, text: str, start: int, *, modules: bool) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self.ends = [*(match.start() for match in _LINE_END.finditer(text)), len(text)]
        first = bisect_right(self.starts, start) - 1 if start else 0
        self.lines = [
            "" if at < first else _structural(text[low:high], modules=modules)
            for at, (low, high) in enumerate(zip(self.starts, self.ends, strict=True))
        ]
        self.cells: dict[int, int] = {}

    def blocks(self) -> list[Segment]:
        """Every block with text."""
        result, inside = list[Segment](), list[str]()
        tokens = parser().parse("\n".join(self.lines))
        for before, token in zip([None, *tokens], tokens, strict=False):
            name = token.type.rpartition("_")[0]
            if name in _CONTAINERS:
                inside = [*inside, _CONTAINERS[name]] if token.nesting > 0 else inside[:-1]
            elif token.type == "inline" and before is not None:
                result += filter(None, [self._inline(token, before, inside)])
            elif token.type in {"fence", "code_block"}:
                result += filter(None, [self._code(token)])
            elif token.type == "html_block" and token.map:
                result += read_blocks(self.text, self.starts[token.map[0]], self._line_end(token.map[1] - 1))
        return result

    def _line_end(self, line: int) -> int:
        return self.ends[min(line, len(self.ends) - 1)]

    def _inline(self, token: Token, parent: Token, inside: list[str]) -> Segment | None:
        content = self._content(token, cell=parent.type in {"td_open", "th_open"})
        if content is None:
            return None
        writer = InlineWriter(Builder(self.text), content)
        writer.write(token.children or ())
        mark_links(writer.builder)
        kind, level = _kind(parent, inside)
        segment = writer.builder.finish(kind, level=level)
        if segment and writer.images and all(_covered(segment, at) for at, c in enumerate(segment.text) if c.strip()):
            return writer.builder.finish(Kind.CAPTION)
        return segment

    def _content(self, token: Token, *, cell: bool) -> Content | None:
        """Find each line of an inline token's content in its line of the file."""
        if not token.map or not token.content:
            return None
        pieces, offset = list[tuple[int, int]](), 0
        for number, part in enumerate(token.content.split("\n"), start=token.map[0]):
            line, body = self.lines[number], part.strip(" \t")
            lead = len(part) - len(part.lstrip(" \t"))
            if cell:
                pieces += self._cell(number, body)
            else:
                whole = line.rstrip(" \t")
                column = len(whole) - len(body) if whole.endswith(body) else max(0, line.rfind(body))
                pieces.append((offset, self.starts[number] + column - lead + self._shift(number)))
            offset += len(part) + 1
        return Content(token.content, pieces)

    def _shift(self, number: int) -> int:
        """Columns that the file's line has before the parsed one (a byte-order mark)."""
        return int(number == 0 and self.text.startswith("\ufeff"))

    def _cell(self, number: int, body: str) -> list[tuple[int, int]]:
        """Pieces of a table cell, whose escaped pipes lost their backslash; cells of a line are asked for in order."""
        line, at = self.lines[number], self.cells.get(number, 0)
        match = re.compile(re.escape(body).replace(r"\|", r"\\?\|")).search(line, at)
        if match is None:
            return [(0, self.starts[number] + at + self._shift(number))]
        self.cells[number] = match.end()
        pieces, column = list[tuple[int, int]](), match.start()
        for offset, character in enumerate(body):
            if line[column] != character or not offset:
                column += line[column] != character
                pieces.append((offset, self.starts[number] + column + self._shift(number)))
            column += 1
        return pieces

    def _code(self, token: Token) -> Segment | None:
        if not token.map:
            return None
        fenced = token.type == "fence"
        first, last = token.map[0] + fenced, token.map[1] - 1
        if fenced and last >= first and re.fullmatch(r"[ \t>]*(`{3,}|~{3,})[ \t]*", self.lines[last]):
            last -= 1
        builder = Builder(self.text)
        if first <= last < len(self.ends):
            builder.copy(self.starts[first], self.ends[last])
        return builder.finish(Kind.CODE)


def _structural(line: str, *, modules: bool) -> str:
    """The line as markdown-it shall see it: container fences, alert labels and MDX modules are blank."""
    line = line.removeprefix("\ufeff")
    if _CONTAINER.fullmatch(line) or (modules and _MODULE.fullmatch(line)):
        return ""
    match = _ALERT.match(line)
    return match.group(1) if match else line


def _kind(parent: Token, inside: list[str]) -> tuple[Kind, int]:
    if parent.type == "heading_open":
        return Kind.HEADING, int(parent.tag[1:])
    if parent.type in {"td_open", "th_open"}:
        return Kind.TABLE, 0
    if "quote" in inside:
        return Kind.QUOTE, 0
    return (Kind.LIST, inside.count("list")) if "list" in inside else (Kind.PARAGRAPH, 0)


def _covered(segment: Segment, at: int) -> bool:
    return any(mark.kind == "image" and mark.start <= at < mark.end for mark in segment.marks)
