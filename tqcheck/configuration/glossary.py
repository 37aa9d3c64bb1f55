"""Glossary files into the terms that checks read: TSV and CSV with a header (source, target, ...), TOML with `[[term]]` tables."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from tqcheck.errors import ConfigError


def read_glossary(given: Iterable[str | Mapping[str, Any]], root: Path) -> tuple[dict[str, Any], ...]:
    """All terms, in order; files are relative to `root`."""
    return tuple(
        term
        for item in given
        for term in (_read(root / item) if isinstance(item, str) else [_checked(item, "glossary")])
    )


def _read(path: Path) -> list[dict[str, Any]]:
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"glossary {name}: cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if path.suffix.lower() == ".toml":
        return _read_toml(text, name)
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    rows = csv.DictReader(StringIO(text), delimiter=delimiter)
    return [_checked(_filled(row), f"glossary {name}, line {rows.line_num}") for row in rows]


def _read_toml(text: str, name: str) -> list[dict[str, Any]]:
    try:
        terms = tomllib.loads(text).get("term", [])
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"glossary {name}: not valid TOML ({error})") from error
    return [_checked(term, f"glossary {name}") for term in terms]


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key.strip(): value.strip() for key, value in row.items() if key and isinstance(value, str) and value.strip()
    }


def _checked(term: Mapping[str, Any], where: str) -> dict[str, Any]:
    if not term.get("source"):
        raise ConfigError(f"{where}: a term has no source; the header must name the columns source and target")
    return dict(term)
