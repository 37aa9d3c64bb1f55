"""Words that open a phrase of place, time, reason or company: prepositions, by language."""

from __future__ import annotations

from functools import cache

from tqcheck.text.function_words import RELATIVES
from tqcheck.text.tables import table


def is_preposition(word: str, language: str) -> bool:
    """Whether the word is a preposition; False for languages without a table, and those that set them behind."""
    return word.casefold() in _of(language.lower())


@cache
def _of(language: str) -> frozenset[str]:
    code, words = language.split("-")[0], table("prepositions")
    return frozenset(str(words.get(code) or words.get(RELATIVES.get(code, ""), "")).split())
