"""Whether a word is a person's name that name lists know."""

from __future__ import annotations

from functools import cache

from tqcheck.text.gender import is_given
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_latin


@cache
def _family_names() -> frozenset[str]:
    return frozenset(table("family_names")["names"].split())


def is_person(word: str) -> bool:
    """Whether a list of given names or of family names holds the word, as it is written in running text."""
    return is_given(word) or _is_family(word)


def _is_family(word: str) -> bool:
    names = _family_names()
    return word in names or ("\u0400" <= word[0] <= "\u042f" and to_latin(word) in names)
