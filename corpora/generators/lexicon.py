"""Loads the word lists beside this file and compiles their rewriting rules."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex

from corpora.generators.text import SPACELESS, base

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Rule:
    r"""``pattern`` found in a text may become ``template`` (``\\1`` refers to groups)."""

    pattern: regex.Pattern[str]
    template: str


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``data/<name>.toml``."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def entry(name: str, language: str) -> dict[str, Any]:
    """The part of a table for ``language``; a tag falls back to its primary subtag; empty where there is none."""
    table = load(name)
    found: dict[str, Any] = table.get(language) or table.get(base(language)) or {}
    return found


def bounded(pattern: str, language: str) -> regex.Pattern[str]:
    """Compile with word boundaries, except for scripts that write no spaces."""
    if base(language) in SPACELESS:
        return regex.compile(pattern)
    return regex.compile(rf"(?<![\w'’-])(?:{pattern})(?:(?<=\s)|(?![\w-]))", regex.IGNORECASE)


@cache
def rules(name: str, language: str, kind: str) -> tuple[Rule, ...]:
    """The rewriting rules ``kind`` of a language, in the order of the table."""
    rows = entry(name, language).get(kind, ())
    return tuple(Rule(bounded(old, language), new) for old, new in rows)


@cache
def marker(name: str, language: str, kind: str) -> regex.Pattern[str] | None:
    """One pattern for the list ``kind`` of a language; None where the table has none."""
    words = entry(name, language).get(kind)
    return bounded("|".join(words), language) if words else None


def has(name: str, language: str, kind: str, text: str) -> bool:
    """Whether ``text`` holds any word of the list; False where the language has no list."""
    pattern = marker(name, language, kind)
    return bool(pattern and pattern.search(text))


def knows(name: str, language: str, kind: str) -> bool:
    """Whether the table has the list ``kind`` for ``language``."""
    return marker(name, language, kind) is not None
