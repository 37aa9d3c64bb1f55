"""Single words of the source that the translation's language does not know."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import regex

from tqcheck.text.dictionary import dictionary_size, is_known
from tqcheck.text.locale_facts import primary


def is_left_over(word: str, languages: tuple[str, str], *, foreign: bool) -> bool:
    """Whether the source's dictionary knows the word and the other does not, or has none and other letters (`foreign`).

    A dictionary takes a second or two to unpack: mostly the smaller one settles it.
    """
    source, target = languages
    if foreign and not dictionary_size(target):
        return bool(is_known(word, source))
    return all(
        is_known(word, language) is expected
        for language, expected in sorted(((source, True), (target, False)), key=lambda item: dictionary_size(item[0]))
    )


@cache
def loanwords() -> frozenset[str]:
    """Words that many languages have taken from English."""
    data = tomllib.loads(resources.files("tqcheck.text").joinpath("data/loanwords.toml").read_text(encoding="utf-8"))
    return frozenset(data["words"].split())


_BEFORE = regex.compile(
    r"\b(?:de[rnms]|das|die|eine?[rnms]?|kein\w*|im|ins|vom|zu[mr]|beim|am|ans|ihre?\w{0,2}|seine?\w{0,2}|mehrere|viele|alle|diese\w?)\s$"
)
_PERSON = regex.compile(
    r"(?:führer|leiter|meister|präsident|vorsitzender?|sprecher|minister|richter|anwalt|lehrer|wirt|rat)(?:in)?$"
)
_PLACE = regex.compile(r"(?:feld|dorf|burg|berg|bach|heim|hausen|ingen|stein|brück|brücken|tal|wald)$")
_KEPT = ("bundes", "landtag", "landes", "reichs", "volks", "oktober", "autobahn", "schloss", "platz", "straße")
"""Beginnings of names of institutions and places, which English texts keep."""


def is_german_noun(word: str, source: str, start: int, beside: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Whether a capitalised word that both sides have is a common noun of a German source, and no name.

    Args:
        word: as both have it.
        source: the source's text; `start`: offset of the word in it.
        beside: the words before and behind it in the translation, or "".
        languages: of source and translation.
    """
    if primary(languages[0]) != "de" or len(word) < 6 or not word.isalpha() or not word[1:].islower():
        return False
    if beside[0][:1].isupper() or word.lower().startswith(_KEPT) or _PLACE.search(word):
        return False
    common = _PERSON.search(word) if beside[1][:1].isupper() else _BEFORE.search(source[:start].lower())
    return bool(common) and is_left_over(word.lower(), languages, foreign=False)
