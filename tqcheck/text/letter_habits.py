"""How oddly letters stand together in a word for a name: Bgent and Thompgon, not Brent and Thompson."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from tqcheck.text.name_spellings import folded
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_latin

_THREE = 3
_RARE = 2
"""Names of the lists that must have three letters in a row for these not to be odd."""


@lru_cache(maxsize=16384)
def oddness(word: str) -> int:
    """How many runs of three letters, its ends being letters too, hardly any name of the lists has; 0 in scripts but Latin and Cyrillic."""
    plain = folded(to_latin(word) if "\u0400" <= word[0] <= "\u052f" else word)
    if not plain.isascii() or not plain.isalpha():
        return 0
    known = _threes()
    return sum(known[three] < _RARE for three in _threes_of(plain))


@cache
def _threes() -> Counter[str]:
    """How many of the listed given and family names in Latin letters have each three letters."""
    given = table("given_names")
    names = {*str(table("family_names")["names"]).split(), *str(given["female"]).split(), *str(given["male"]).split()}
    plain = {folded(name) for name in names if name[0] < "\u0250"}
    return Counter(three for name in sorted(plain) for three in set(_threes_of(name)))


def _threes_of(plain: str) -> list[str]:
    edged = f"^{plain}$"
    return [edged[at : at + _THREE] for at in range(len(edged) - _THREE + 1)]
