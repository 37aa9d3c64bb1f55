"""`regex`'s functions with a cache of their own: looking a pattern up there costs more than a short search with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex


@lru_cache(maxsize=4096)
def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern, compiled once."""
    return regex.compile(pattern, flags)


def search(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    """The first match anywhere."""
    return compiled(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    """The match at the beginning."""
    return compiled(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    """The match of the whole text."""
    return compiled(pattern, flags).fullmatch(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[regex.Match[str]]:
    """All matches, in order."""
    return iter(compiled(pattern, flags).finditer(text))
