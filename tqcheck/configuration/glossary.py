"""The glossary setting into the terms that checks read: files (TSV, CSV, TBX, TOML with `[[term]]` tables) or the terms themselves."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tqcheck.errors import ConfigError
from tqcheck.text.glossary import Term, read_glossary, terms_from


def load_glossary(
    given: Iterable[str | Mapping[str, Any]], root: Path, source_language: str = "", target_language: str = ""
) -> tuple[Term, ...]:
    """All terms, in order; files are relative to `root`, the languages choose among those of a TBX file."""
    terms: list[Term] = []
    for item in given:
        if isinstance(item, str):
            terms += _read(root / item, source_language, target_language)
        else:
            terms += terms_from([item])
    return tuple(terms)


def _read(path: Path, source_language: str, target_language: str) -> tuple[Term, ...]:
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"glossary {name}: cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if path.suffix.lower() != ".toml":
        return read_glossary(text, name, source_language, target_language)
    try:
        return terms_from(tomllib.loads(text).get("term", []))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"glossary {name}: not valid TOML ({error})") from error
