"""Rulers, popes and saints, whose names languages translate: Charles III is Carlos III, Karl III, Карл III."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word
from tqcheck.text.tables import table

_NUMERAL = regex.compile(r"['’]?s?[ \u00a0](?:[IVX]{1,5})(?![\p{L}\p{N}])|[ \u00a0]?[一二三四五六七八九十\d]{1,2}世")
_TITLE = regex.compile(r"(\p{L}+)\.?[ \u00a0]$")
_FURTHEST = 24
"""Characters before a name within which its title stands."""
_ENDING = 4
"""Letters that a case ending adds."""


def renders_ruler(name: Word, word: Word, source: str) -> bool:
    """Whether a name of the source that has a title or a numeral is the word in another language."""
    groups = _groups_of(folded(name.text))
    return bool(groups & _groups_of(folded(word.text))) and _is_ruler(name, source)


def _is_ruler(name: Word, source: str) -> bool:
    if _NUMERAL.match(source, name.end):
        return True
    title = _TITLE.search(source[max(0, name.start - _FURTHEST) : name.start])
    return title is not None and folded(title[1]) in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(folded(word) for word in table("ruler_names")["titles"].split())


@lru_cache(maxsize=4096)
def _groups_of(word: str) -> frozenset[int]:
    """The names of which the word may be a form; a case ending may follow."""
    sizes = range(max(1, len(word) - _ENDING), len(word) + 1)
    return frozenset().union(*(_by_form().get(word[:size], frozenset()) for size in sizes))


@cache
def _by_form() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(table("ruler_names")["groups"]):
        for form in map(folded, group.split()):
            found[form] = found.get(form, frozenset()) | {number}
    return found
