"""Who of a document is a woman or a man: by the given names beside their surnames, in whichever of the two texts has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tqcheck.model import Article
from tqcheck.text import patterns
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, is_given_name
from tqcheck.text.name_skeleton import name_skeleton
from tqcheck.text.transliterate import to_latin

_FULL_NAME = r"(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}'’\-]+)\s(?:(?:de|da|dos|van|von|al|bin|bint)\s|\p{Lu}\.\s)?(\p{Lu}[\p{L}\p{M}\-]+)"
_NAME = r"(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}\-]+"


@lru_cache(maxsize=64)
def cast_of(article: Article) -> Mapping[str, Gender]:
    """Keys of the names that the document gives to persons of one sex alone (`name_skeleton`), with that sex."""
    found: dict[str, set[Gender]] = {}
    for pair in article.pairs:
        for side in (pair.source, pair.target):
            for given, surname in full_names(side.text) if side else ():
                for gender in OTHER_GENDER:
                    if is_given_name(given, gender):
                        found.setdefault(name_key(surname), set()).add(gender)
                        found.setdefault(name_key(given), set()).add(gender)
    return {key: next(iter(genders)) for key, genders in found.items() if len(genders) == 1}


def full_names(text: str) -> Iterator[tuple[str, str]]:
    """Two capitalised words that stand together, as (given name, surname) if they are a name."""
    return ((match[1], match[2]) for match in patterns.compiled(_FULL_NAME).finditer(text, overlapped=True))


def is_in_cast(name: str, cast: Mapping[str, Gender]) -> bool:
    """Whether the document gives a name to a person of one sex."""
    return name_key(name) in cast


def cast_places(text: str, cast: Mapping[str, Gender], gender: Gender) -> list[Span]:
    """Where a text names persons of one sex, by their full names or by the names the document gives them elsewhere."""
    return [
        match.span()
        for match in patterns.finditer(_NAME, text)
        if cast.get(name_key(match[0]), gender if is_given_name(match[0], gender) else "") == gender
    ]


def has_strangers(text: str, cast: Mapping[str, Gender]) -> bool:
    """Whether a text has two capitalised words together that may be a person of unknown sex."""
    return any(name_key(given) not in cast and name_key(surname) not in cast for given, surname in full_names(text))


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """One key for the spellings of a name, without the English genitive."""
    plain = patterns.compiled(r"['’]s?$").sub("", name)
    return name_skeleton(to_latin(plain) if "\u0400" <= plain[0] <= "\u04ff" else plain)
