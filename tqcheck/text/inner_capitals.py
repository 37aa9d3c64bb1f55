"""Words that are written as names: with a capital inside a sentence."""

from __future__ import annotations

from functools import lru_cache

import regex

from tqcheck.text.name_words import NOUNS_IN_CAPITALS
from tqcheck.text.word_patterns import table_language

_STARTS = frozenset(".!?:…。;\n\"'“”„«‘’([—–-。！？「")
"""What stands before a word that begins a sentence, a quotation or an item."""
_LONG = regex.compile(r"\p{L}{4,}")


def stands_as_name(text: str, start: int, language: str) -> bool:
    """Whether the word at `start` has a capital that no beginning of a sentence, headline or spelling of nouns explains."""
    if not text[start : start + 1].isupper() or table_language(language) in NOUNS_IN_CAPITALS:
        return False
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in _STARTS and not _is_headline(text)


@lru_cache(maxsize=1024)
def _is_headline(text: str) -> bool:
    """Whether hardly any of the longer words is without a capital; a sentence may name many."""
    words: list[str] = _LONG.findall(text)
    return sum(word[0].isupper() for word in words) > 0.8 * len(words)
