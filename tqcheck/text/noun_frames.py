"""Words behind which a noun is to come, and on which side of it its adjective stands."""

from __future__ import annotations

from functools import cache

from tqcheck.text.function_words import RELATIVES
from tqcheck.text.language_codes import primary
from tqcheck.text.tables import table

ADJECTIVE_BEHIND = frozenset({"ar", "ca", "es", "fa", "fr", "gl", "he", "id", "it", "pt", "ro", "vi"})
_INFINITIVES = frozenset({"to", "zu", "te", "att", "ut"})
"""Prepositions that stand before verbs as well."""


def opens_noun(word: str, language: str) -> bool:
    """Whether a word in small letters is an article, a possessive or a preposition; False for languages without a table."""
    return word in _frames(primary(language))


def sets_adjective_behind(language: str) -> bool:
    """Whether adjectives mostly stand behind their nouns."""
    return primary(language) in ADJECTIVE_BEHIND


@cache
def _frames(code: str) -> frozenset[str]:
    found = set[str]()
    for name in ("determiners", "prepositions"):
        words = table(name)
        found.update(str(words.get(code) or words.get(RELATIVES.get(code, ""), "")).split())
    return frozenset(found) - _INFINITIVES
