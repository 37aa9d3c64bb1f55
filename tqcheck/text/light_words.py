"""Words that come and go with the grammar and style of a language: light verbs, discourse particles, generic heads.

"Make a decision" is "decide", "the city of Lyon" is „Lyon“, „doch“ is nothing: closed-class words (`function_words`) are grammar by
themselves, these are mostly, so a text that lacks them lacks nothing.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from tqcheck.text.function_words import RELATIVES
from tqcheck.text.stems import stem

_ANY = 99
_ENDING = 1
"""Letters by which a form of a noun may be longer or shorter: "regions", not "regional"."""


def is_light(word: str, language: str) -> bool:
    """Whether the word is such a word: verbs in any form, heads in the plural too; False for languages without a table."""
    plain = word.casefold()
    known = _forms(language).get(stem(plain, language), frozenset())
    return any(abs(len(plain) - size) <= ending for size, ending in known)


@cache
def _forms(language: str) -> dict[str, frozenset[tuple[int, int]]]:
    """Stem -> lengths of the words in the table that have it, each with how many letters a form may differ by."""
    code = language.lower().split("-")[0]
    entry = _tables().get(code) or _tables().get(RELATIVES.get(code, ""), {})
    found = defaultdict[str, set[tuple[int, int]]](set)
    for kind, text in entry.items():
        for word in text.split():
            found[stem(word, language)].add((len(word), _ANY if kind == "verbs" else _ENDING))
    return {name: frozenset(sizes) for name, sizes in found.items()}


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = files("tqcheck.text").joinpath("data/light_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
