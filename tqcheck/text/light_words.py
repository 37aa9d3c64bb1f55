"""Words that come and go with the grammar and style of a language: light verbs, discourse particles, generic heads.

"Make a decision" is "decide", "the city of Lyon" is „Lyon“, „doch“ is nothing: closed-class words (`function_words`) are grammar by
themselves, these are mostly, so a text that lacks them lacks nothing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from tqcheck.text.function_words import RELATIVES
from tqcheck.text.stems import stem


def is_light(word: str, language: str) -> bool:
    """Whether the word, in any of its usual forms, is such a word; False for languages without a table."""
    return stem(word.casefold(), language) in _stems(language)


@cache
def _stems(language: str) -> frozenset[str]:
    code = language.lower().split("-")[0]
    entry = _tables().get(code) or _tables().get(RELATIVES.get(code, ""), {})
    return frozenset(stem(word, language) for words in entry.values() for word in words.split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = files("tqcheck.text").joinpath("data/light_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
