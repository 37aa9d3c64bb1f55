"""Words that open a phrase of place, time, reason or company: prepositions, by language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from tqcheck.text.function_words import RELATIVES


def is_preposition(word: str, language: str) -> bool:
    """Whether the word is a preposition; False for languages without a table, and those that set them behind."""
    return word.casefold() in _of(language.lower())


@cache
def _of(language: str) -> frozenset[str]:
    code = language.split("-")[0]
    return _tables().get(code) or _tables().get(RELATIVES.get(code, ""), frozenset())


@cache
def _tables() -> dict[str, frozenset[str]]:
    text = files("tqcheck.text").joinpath("data/prepositions.toml").read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(text).items()}
