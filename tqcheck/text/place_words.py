"""Words that are part of a country's name of several words, told by the country in the other text: Zealand, Novozélandský."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from tqcheck.text.name_spellings import folded
from tqcheck.text.places import place_keys

_LEAST, _CUT = 4, 3
"""Letters of the shortest stem, and letters at the end of a longer word that adjectives lack."""


@lru_cache(maxsize=8192)
def is_part_of_place(word: str, language: str, text: str, other: str) -> bool:
    """Whether a word of a language is part of a country's name, of which the text in the other language has a part in some word."""
    keys = _keys_of_parts(language).get(folded(word), ())
    if not keys:
        return False
    plain, names = folded(text), place_keys(other)
    return any(
        _stem(part) in plain
        for key in keys
        for name in names.get(key, ())
        for part in folded(name).split()
        if len(part) >= _LEAST
    )


@cache
def _keys_of_parts(language: str) -> dict[str, tuple[str, ...]]:
    """Longer word of a name of several words (folded) -> keys of the places."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, names in place_keys(language).items():
        for name in names:
            parts = folded(name).split()
            for part in parts if len(parts) > 1 else ():
                if len(part) >= _LEAST:
                    found[part].append(key)
    return {part: tuple(keys) for part, keys in found.items()}


def _stem(part: str) -> str:
    return part[: max(_LEAST, len(part) - _CUT)]
