"""Whether a word of a language without capitals looks like a foreign name, by its letters: أوليفر and विंसन, not شركته and राइटिंग."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table
from tqcheck.text.transliteration import letters_of

_RELATIVES = {"ur": "fa", "ps": "fa", "mr": "hi", "ne": "hi", "yi": "he"}


@lru_cache(maxsize=8192)
def foreignness(word: str, language: str) -> float:
    """Logarithm of how much likelier the word's pairs of letters are in names than in words, from -3 to 3; 0 without a table."""
    code = primary(language)
    weights = _weights(_RELATIVES.get(code, code))
    found = sum(weights.get(one + other, 0.0) for one, other in pairwise(f"^{letters_of(word)}$")) if weights else 0.0
    return max(-3.0, min(3.0, found))


@cache
def _weights(code: str) -> dict[str, float]:
    rows = str(table("foreign_letters").get(code, "")).split()
    return {row[:2]: float(row[3:]) for row in rows}
