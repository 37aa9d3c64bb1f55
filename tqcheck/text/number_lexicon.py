"""The number words of each language: `data/number_words.jsonl`, made from CLDR's spell-out rules by `corpora/number_words.py`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tqcheck.text.locale_facts import primary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Number words of a language.

    Attributes:
        words: phrase in lower case -> value.
        longest: words in the longest phrase.
        joiners: words that may stand inside a number (`and`, `y`, `и`).
        glued: whether numbers are written as one word (German, Finnish), so that a token is taken apart.
        suffixes: whether case endings are stuck to the words (Turkish, Hungarian).
        prefixes: letters that may precede a word without a space (Arabic, Hebrew).
        apostrophes: whether words hold apostrophes (Ukrainian).
        endings: what makes adjectives, ages and decades of the words for 11 to 90, longest first.
    """

    words: dict[str, int]
    longest: int
    joiners: frozenset[str]
    glued: bool
    suffixes: bool
    prefixes: str
    apostrophes: bool
    endings: tuple[str, ...] = ()


_LIKE = {"bs": "hr"}
"""Languages that count in the words of another."""


@cache
def lexicon_of(language: str) -> Lexicon | None:
    """The number words of a language; None where there is no table."""
    code = primary(language)
    wanted = f'{{"language": "{_LIKE.get(code, code)}"'
    with files("tqcheck.text.data").joinpath("number_words.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(wanted):
                return lexicon_from(json.loads(line))
    return None


def lexicon_from(row: dict[str, object]) -> Lexicon:
    """A lexicon from one row of the table."""
    words: dict[str, int] = {str(word).translate(PLAIN): value for word, value in dict(row["words"]).items()}  # type: ignore[call-overload]
    return Lexicon(
        words=words,
        longest=max((phrase.count(" ") + 1 for phrase in words), default=1),
        joiners=frozenset(str(row.get("joiners", "")).split()),
        glued=bool(row.get("glued")),
        suffixes=bool(row.get("suffixes")),
        prefixes=str(row.get("prefixes", "")),
        apostrophes=any("'" in word for word in words),
        endings=tuple(sorted(str(row.get("endings", "")).split(), key=len, reverse=True)),
    )


PLAIN = str.maketrans({"\u00ad": None, "’": "'", "ʼ": "'"})
"""Drops soft hyphens and makes every apostrophe a straight one."""
