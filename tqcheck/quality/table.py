"""Aligned pairs in, one JSON object a pair out: what `tqcheck score` does, without the command line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tqcheck.errors import ReadError
from tqcheck.quality.estimator import Examination, QualityEstimator
from tqcheck.readers.bitext import SOURCE_LANGUAGE_NAMES, SOURCE_NAMES, TARGET_LANGUAGE_NAMES, TARGET_NAMES

CHUNK = 1024
"""Pairs examined together: enough to sort by length, few enough that the first lines come soon."""


@dataclass(frozen=True, slots=True)
class Row:
    """One pair as it stands in the file; `tokens` = code-point ranges whose words are to be scored, or None."""

    id: Any
    source: str | None
    target: str
    languages: tuple[str, str]
    tokens: Sequence[Sequence[int]] | None


def read_json_lines(lines: Iterable[str], path: str, languages: tuple[str, str]) -> Iterator[Row]:
    """Rows of JSON Lines; `languages` (from, to) stand in where a record names none.

    Raises:
        ReadError: a line that is no JSON object or has no translation, with its number.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line, strict=False)  # control characters inside a text are no reason to stop
        except ValueError as error:
            raise ReadError(f"{path}: line {number} is not JSON: {error}") from error
        if not isinstance(record, dict):
            raise ReadError(f"{path}: line {number} is not a JSON object")
        yield _row(record, f"{path}: line {number}", number, languages)


def read_tsv(lines: Iterable[str], path: str, languages: tuple[str, str]) -> Iterator[Row]:
    """Rows of tab-separated values: with a header that names the columns, else source and translation in this order."""
    rows: Iterator[list[str]] = (line.rstrip("\r\n").split("\t") if line.strip("\r\n") else [] for line in lines)
    first = next(rows, [])
    names = [name.strip().lower() for name in first]
    headed = bool(set(names) & set(TARGET_NAMES))
    if not headed:
        names = ["source", "translation"]
        rows = _chain(first, rows)
    for number, cells in enumerate(rows, 2 if headed else 1):
        if cells:
            yield _row(dict(zip(names, cells, strict=False)), f"{path}: line {number}", number - headed, languages)


def score_rows(rows: Iterable[Row], estimator: QualityEstimator) -> Iterator[dict[str, Any]]:
    """One JSON-ready object a row, in order: id, score (0-1, higher = better), critical, spans, omissions, word_scores."""
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, row in enumerate(chunk):
            groups[row.languages].append(index)
        found: dict[int, Examination] = {}
        for languages, members in groups.items():
            pairs = [(chunk[index].source, chunk[index].target) for index in members]
            found.update(zip(members, estimator.examine(pairs, *languages), strict=True))
        for index, row in enumerate(chunk):
            yield as_object(row, found[index])


def as_object(row: Row, examination: Examination) -> dict[str, Any]:
    """The output of one row; spans are code points of the translation, omissions of the source."""
    quality = examination.quality
    result: dict[str, Any] = {
        "id": row.id,
        "score": quality.score,
        "critical": quality.critical,
        "penalty": quality.penalty,
        "spans": [_span(span) for span in quality.spans],
        "omissions": [_span(span) for span in quality.omissions],
    }
    if row.tokens is not None:
        result["word_scores"] = examination.word_scores(row.tokens)
    return result


def _span(span: Any) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "severity": span.severity, "confidence": span.confidence}


def _row(record: dict[str, Any], place: str, number: int, languages: tuple[str, str]) -> Row:
    fields = {str(name).lower(): value for name, value in record.items()}
    target = _first(fields, TARGET_NAMES)
    if not isinstance(target, str):
        raise ReadError(f"{place} has no translation; name the field or column `translation`, `target` or `mt`")
    source = _first(fields, SOURCE_NAMES)
    if source is not None and not isinstance(source, str):
        raise ReadError(f"{place}: the source is not a text")
    named = _first(fields, SOURCE_LANGUAGE_NAMES), _first(fields, TARGET_LANGUAGE_NAMES)
    pair = (str(named[0] or languages[0]), str(named[1] or languages[1]))
    tokens = fields.get("mt_token_offsets")
    if tokens is not None and not _are_ranges(tokens):
        raise ReadError(f"{place}: mt_token_offsets is no list of [start, end]")
    return Row(record.get("id", number), _readable(source), _readable(target), pair, tokens)


def _are_ranges(tokens: Any) -> bool:
    return isinstance(tokens, list) and all(
        isinstance(token, list) and len(token) == 2 and all(isinstance(edge, int) for edge in token) for token in tokens
    )


def _readable(text: Any) -> Any:
    """Half characters, which JSON can name but no tokenizer reads, as question marks: every other character keeps its place."""
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else text


def _first(fields: dict[str, Any], names: Sequence[str]) -> Any:
    return next((fields[name] for name in names if name in fields), None)


def _chain(first: list[str], rest: Iterator[list[str]]) -> Iterator[list[str]]:
    if first:
        yield first
    yield from rest
