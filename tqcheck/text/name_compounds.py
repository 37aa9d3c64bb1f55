"""German nouns that only look like names, and words that hold a name: Ölinfrastruktur; Tibet in Südtibets, India in Westindien."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text.dictionary import is_common, is_known, lemma_of
from tqcheck.text.family_names import is_person
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_rendering import one_alphabet
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import NOUNS_IN_CAPITALS, Word
from tqcheck.text.places import is_place, place_forms

_LONG, _PART = 10, 4
"""Letters beyond which an unknown noun may be a compound, and letters of the shortest of its parts."""
_SIDES = ("Süd", "Nord", "Ost", "West", "Mittel", "Zentral")
_PLURALS = ("n", "en", "e")
"""Heads of the names of regions, and endings of plurals that names have not."""
_LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What German puts between the parts of a compound."""
_LEAST, _STEM, _CUT = 5, 4, 2
"""Letters of the shortest name that is looked for in a word, of its stem, and letters at its end that need not be there."""


def is_noun_of_source(name: Word, pair: NamePair) -> bool:
    """Whether a word of the source is a plain noun of a language whose nouns have capitals, and no place."""
    source, target = pair.source_language, pair.target_language
    return _is_plain(name.text, source, target) and not place_forms(name.text, source, target)


def is_noun_of_target(word: Word, pair: NamePair) -> bool:
    """The same of a word of the translation."""
    source, target = pair.source_language, pair.target_language
    return _is_plain(word.text, target, source) and not is_place(word.text, source, target)


@lru_cache(maxsize=8192)
def _is_plain(word: str, language: str, other: str) -> bool:
    """Whether a word is a noun of the dictionary that the other language has not, or made of two, and no person's name."""
    if primary(language) not in NOUNS_IN_CAPITALS or is_person(word):
        return False
    own = is_known(word.lower(), other) is False and _is_inflected(word, language)
    return (
        is_common(word, language)
        or own
        or _is_region(word, language, other)
        or (len(word) > _LONG and _is_compound(word.lower(), language))
    )


def _is_region(word: str, language: str, other: str) -> bool:
    """Whether a word is a part of a continent or country, which the other language writes in two: Südasien."""
    side = next((side for side in _SIDES if word.startswith(side)), "")
    return bool(side) and bool(place_forms(word[len(side) :], language, other))


def _is_inflected(word: str, language: str) -> bool:
    """Whether the dictionary has a word as a form of another one, or forms of it that names have not: Jahren, Kirche; not Hartlepool."""
    plain = word.lower()
    other_form = lemma_of(plain, language).lower() not in ("", plain, plain.removesuffix("s"))
    return other_form or (bool(is_known(plain, language)) and any(is_known(plain + end, language) for end in _PLURALS))


def _is_compound(word: str, language: str) -> bool:
    return any(
        is_known(word[at:], language) and _is_head(word[:at], language) for at in range(_PART, len(word) - _PART + 1)
    )


def _is_head(head: str, language: str) -> bool:
    """Whether a word is the first part of a compound, the letters that link it to the second being there or not."""
    bare = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
    return any(len(part) >= _PART and is_known(part, language) and not is_person(part.capitalize()) for part in bare)


def holds_name(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether one of two words holds the other, or what its language calls the place that the other names."""
    source, target = pair.source_language, pair.target_language
    return _holds(word.text, (name.text, *place_forms(name.text, source, target))) or _holds(
        name.text, (word.text, *place_forms(word.text, target, source))
    )


def _holds(word: str, forms: tuple[str, ...]) -> bool:
    """Whether a word holds the stem of one of some names behind its own beginning."""
    plain = _spelt(word)
    return any(
        len(form) >= _LEAST and one_alphabet(word, form) and plain.find(_stem(_spelt(form))) > 1 for form in forms
    )


def _stem(form: str) -> str:
    return form[: max(_STEM, len(form) - _CUT)]


def _spelt(word: str) -> str:
    """A word without accents, with c as k: Caucasus, Nordkaukasus."""
    return folded(word).replace("c", "k")
