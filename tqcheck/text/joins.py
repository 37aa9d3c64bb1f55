"""Words that join one more thing to what was said: "and", "or", "but"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tqcheck.text.function_words import RELATIVES
from tqcheck.text.tables import table

_SHORTEST = 4
"""Letters from which a word may begin with what joins it to the one before."""


def find_joins(words: Sequence[str], language: str) -> list[bool] | None:
    """Whether each word joins, or begins with what joins; None for languages without a table."""
    known, beginnings = _of(language.lower())
    if not known:
        return None
    return [word.casefold() in known or (len(word) >= _SHORTEST and word.startswith(beginnings)) for word in words]


@cache
def _of(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    code, words = language.split("-")[0], table("joins")
    code = code if code in words else RELATIVES.get(code, code)
    return frozenset(str(words.get(code, "")).split()), tuple(str(words["beginnings"].get(code, "")).split())
