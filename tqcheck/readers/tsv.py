"""Tab-separated pairs, one a line, with or without a header; quotes and backslashes are text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.errors import ReadError
from tqcheck.model import Document
from tqcheck.readers.bitext import (
    SOURCE_LANGUAGE_NAMES,
    SOURCE_NAMES,
    TARGET_LANGUAGE_NAMES,
    TARGET_NAMES,
    Record,
    bitext,
    finish,
    index_of,
)
from tqcheck.readers.build import Builder

_LINE = re.compile(r"[^\r\n]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})*")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell is what: indexes, names, the languages the header states, indexes of language columns."""

    source: int = 0
    target: int = 1
    names: tuple[str, str] = ("source", "translation")
    languages: tuple[str, str] = ("", "")
    language_columns: tuple[int | None, int | None] = (None, None)
    header: bool = False


def read(text: str, path: str) -> Document:
    """Read tab-separated pairs.

    A header is a first line that names both columns (source, src... and translation, target, mt...) or that holds two language codes;
    without one the first column is the source, the second its translation, and any further ones are ignored.

    Raises:
        ReadError: a line without a tab, or no pair at all.
    """
    lines = [match for match in _LINE.finditer(text, int(text.startswith("\ufeff"))) if match.group().strip()]
    columns = _header(lines[0].group().split("\t")) if lines else _Columns()
    return bitext(path, text, "tsv", _records(text, path, lines[columns.header :], columns))


def _header(cells: list[str]) -> _Columns:
    source, target = index_of(cells, SOURCE_NAMES), index_of(cells, TARGET_NAMES)
    if source is not None and target is not None:
        names = (cells[source].strip(), cells[target].strip())
        stated = (index_of(cells, SOURCE_LANGUAGE_NAMES), index_of(cells, TARGET_LANGUAGE_NAMES))
        return _Columns(source, target, names, language_columns=stated, header=True)
    codes = [cell.strip() for cell in cells]
    if len(codes) == 2 and all(_LANGUAGE.fullmatch(code) for code in codes) and codes[0] != codes[1]:
        return _Columns(names=(codes[0], codes[1]), languages=(codes[0], codes[1]), header=True)
    return _Columns()


def _records(text: str, path: str, lines: list[re.Match[str]], columns: _Columns) -> Iterator[Record]:
    for row, line in enumerate(lines, start=1):
        spans = _cells(line.start(), line.group())
        if len(spans) <= max(columns.source, columns.target):
            number = len(re.findall(r"\r\n|\r|\n", text[: line.start()])) + 1
            needed = max(columns.source, columns.target) + 1
            raise ReadError(
                f"{path}: line {number} has {len(spans)} column(s), {needed} are needed; separate source and translation by a tab"
            )
        sides = []
        for index, name in zip((columns.source, columns.target), columns.names, strict=True):
            builder = Builder(text)
            builder.copy(*spans[index])
            sides.append(finish(builder, row, name, spans[index][0]))
        yield Record(sides[0], sides[1], _languages(text, spans, columns))


def _cells(start: int, line: str) -> list[tuple[int, int]]:
    spans, at = list[tuple[int, int]](), start
    for cell in line.split("\t"):
        spans.append((at, at + len(cell)))
        at += len(cell) + 1
    return spans


def _languages(text: str, spans: list[tuple[int, int]], columns: _Columns) -> tuple[str, str]:
    source, target = (
        text[slice(*spans[index])].strip() if index is not None and index < len(spans) else stated
        for index, stated in zip(columns.language_columns, columns.languages, strict=True)
    )
    return source, target
