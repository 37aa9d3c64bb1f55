"""Finds the notice that a machine made the translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from tqcheck.model import Segment
from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_LONGEST = 420
"""Characters; a longer paragraph is part of the article, whatever it speaks of."""


def find_disclaimers(blocks: Iterable[Segment], language: str) -> Iterator[Segment]:
    """Blocks that say the text was translated by a machine, in the language of the translation or in English."""
    languages = tuple(dict.fromkeys((primary(language), "en")))
    for block in blocks:
        if len(block.text) <= _LONGEST and any(is_disclaimer(block.text, code) for code in languages):
            yield block


def is_disclaimer(text: str, language: str) -> bool:
    """Whether a short text speaks of translation, of a machine, and warns or says how it was made."""
    folded = text.casefold()
    return all(_pattern(language, field).search(folded) for field in ("translation", "machine", "marker"))


@cache
def _pattern(language: str, field: str) -> regex.Pattern[str]:
    facts = table("disclaimers")
    stems = [*facts[field].get(language, facts[field]["any"]), *(facts["engine"] if field == "machine" else ())]
    spaced = language not in ("zh", "ja", "ko", "th")
    options = [
        _stem(stem, whole=spaced and len(stem) <= 3, spaced=spaced) for stem in sorted(stems, key=len, reverse=True)
    ]
    return regex.compile("|".join(options))


def _stem(stem: str, *, whole: bool, spaced: bool) -> str:
    before = r"(?<![\p{L}])" if spaced and field_is_alphabetic(stem) else ""
    return before + str(regex.escape(stem)) + (r"(?![\p{L}])" if whole else "")


def field_is_alphabetic(stem: str) -> bool:
    """Whether a stem must begin a word (Arabic and Hebrew stick articles and particles in front)."""
    return stem[0].isalpha() and not "\u0590" <= stem[0] <= "\u06ff"
