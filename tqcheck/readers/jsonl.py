"""JSON Lines pairs: one object a line with a source and a translation; escapes keep their place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

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
)
from tqcheck.readers.build import Builder

_LINE = re.compile(r"[^\r\n]+")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]')
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def read(text: str, path: str) -> Document:
    """Read JSON Lines.

    Fields: source (or src, original...) and translation (or target, mt, ...) as strings; source_lang and target_lang if the file states
    them. Other fields are ignored.

    Raises:
        ReadError: a line that is no JSON object or lacks a field, with its line number.
    """
    return bitext(path, text, "jsonl", _records(text, path))


def _records(text: str, path: str) -> Iterator[Record]:
    row, number, at = 0, 1, 0
    for match in _LINE.finditer(text, int(text.startswith("\ufeff"))):
        number += len(re.findall(r"\r\n|\r|\n", text[at : match.start()]))
        at = match.start()
        if match.group().strip():
            row += 1
            yield _record(text, match, row, f"{path}: line {number}")


def _record(text: str, line: re.Match[str], row: int, place: str) -> Record:
    fields = _parse(line.group(), place)
    source, target = _name(fields, SOURCE_NAMES), _name(fields, TARGET_NAMES)
    if source is None or target is None:
        missing = "source" if source is None else "translation"
        raise ReadError(f"{place} has no field {missing!r}; each line needs a source and a translation as strings")
    spans = _strings(line.group())
    sides = []
    for name in (source, target):
        start, end = (line.start() + at for at in spans.get(name, (0, 0)))
        builder = Builder(text)
        _unescape(builder, start, end)
        sides.append(finish(builder, row, name, start))
    stated = (_name(fields, SOURCE_LANGUAGE_NAMES), _name(fields, TARGET_LANGUAGE_NAMES))
    languages = tuple(str(fields[name]) if name else "" for name in stated)
    return Record(sides[0], sides[1], (languages[0], languages[1]))


def _parse(line: str, place: str) -> Mapping[str, object]:
    try:
        fields = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        column = f" (column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ReadError(f"{place} is not valid JSON{column}; write one object a line") from None
    if not isinstance(fields, dict):
        raise ReadError(f"{place} is no JSON object; write one object a line")
    return fields


def _name(fields: Mapping[str, object], known: tuple[str, ...]) -> str | None:
    """The field that stands first in `known` and holds a string (null counts as an empty one)."""
    lower = {name.lower(): name for name in fields}
    names = (lower[name] for name in known if name in lower)
    return next((name for name in names if fields[name] is None or isinstance(fields[name], str)), None)


def _strings(line: str) -> dict[str, tuple[int, int]]:
    """Name of each top-level field with a string value -> where the value stands between its quotes; the last of equals counts."""
    spans, depth, name, after_colon = dict[str, tuple[int, int]](), 0, "", False
    for token in _TOKEN.finditer(line):
        mark = token.group()
        if mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
        elif mark == ":":
            after_colon = True
            continue
        elif depth == 1 and mark != ",":
            if after_colon:
                spans[name] = (token.start() + 1, token.end() - 1)
            else:
                name = str(json.loads(mark))
        after_colon = after_colon and mark in "{["
    return spans


def _unescape(builder: Builder, start: int, end: int) -> None:
    at = start
    for match in _ESCAPE.finditer(builder.source, start, end):
        builder.copy(at, match.start())
        plain = str(json.loads(f'"{match.group()}"')).encode("utf-8", "replace").decode("utf-8")
        builder.put(plain, match.start(), match.end())
        at = match.end()
    builder.copy(at, end)
