"""Which name may stand for which: the same kind (first name of a woman, surname, place...), in a form that fits the sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from corpora.generators.name_forms import CASELESS, UNSPACED
from corpora.generators.text import base
from corpora.rules.name_pairs import known_names
from tqcheck.text.dictionary import is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.gender import is_given, is_given_name
from tqcheck.text.name_words import translated_names
from tqcheck.text.places import place_forms

_HARMONY = frozenset({"fi", "tr", "hu", "et", "az"})
_FRONT, _VOWELS = frozenset("äöyüeiéőű"), frozenset("aeiouyäöüıåáéíóúőű")
_PLAIN = frozenset({"en", "es", "fr", "it", "pt", "ca", "nl"})
"""Languages that give names no endings."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A name: its English spelling, the word of the translation, and the kinds that its sentence and tables show."""

    english: str
    word: str
    kind: str


@cache
def kinds_of(text: str) -> Mapping[str, str]:
    """Names of an English sentence -> first female, first male, last, place or other; no calendar words, peoples, nor words first."""
    names, found = known_names().get(text, frozenset()), {}
    for match in regex.finditer(r"[\p{L}\p{M}]+", text):
        if match[0] in names and match[0].lower() not in translated_names("en"):
            before = regex.search(r"(\p{Lu}\p{Ll}+)\s$", text[: match.start()])
            after = regex.match(r"\s(\p{Lu}\p{Ll}+)", text[match.end() :])
            kind = _kind(match[0], before[1] if before else "", after[1] if after else "")
            if kind:
                found.setdefault(match[0], kind)
    return found


def _kind(name: str, before: str, after: str) -> str:
    """The kind of a name by its neighbours and by tables; empty for a word that English has in small letters, too."""
    if is_given(name) and after and not (before and is_given(before)):
        return "first female" if is_given_name(name, "female") else "first male"
    if before and (is_given(before) or is_person(name)):
        return "last"
    if place_forms(name, "en", "fr"):
        return "place"
    if is_person(name):
        return "last"
    return "" if is_known(name.lower(), "en") else "other"


@cache
def _all_names() -> Mapping[str, tuple[str, ...]]:
    """Kind -> English names of all sentences."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in known_names():
        for name, kind in kinds_of(text).items():
            found[kind].add(name)
    return {kind: tuple(sorted(names)) for kind, names in found.items()}


def kept_donors(name: Rendered, language: str) -> Iterator[str]:
    """Other names of the kind with the name's ending, where the language keeps names letter by letter."""
    ending = name.word[len(name.english) :]
    for other in _all_names().get(name.kind, ()):
        if _fits(other, name.english, ending, language):
            yield other + ending


def _fits(other: str, name: str, ending: str, language: str) -> bool:
    """Whether the ending of a name may follow another one: the same last letter and, where vowels agree, the same last vowel."""
    if base(language) in _PLAIN:
        return True
    if not ending:
        return (other[-1] in _VOWELS) == (name[-1] in _VOWELS)
    return other[-1] == name[-1] and (base(language) not in _HARMONY or _vowel(other) == _vowel(name))


def _vowel(name: str) -> bool:
    """Whether the last vowel is a front one."""
    return next((char in _FRONT for char in reversed(name.lower()) if char in _VOWELS), False)


def heard_donors(name: Rendered, pool: tuple[Rendered, ...], language: str) -> Iterator[str]:
    """Other names of the kind as the same translators transcribe them; with the same last letter where it may be a case ending."""
    free = base(language) in UNSPACED | CASELESS | _PLAIN
    for other in pool:
        if other.kind == name.kind and (free or other.word[-1] == name.word[-1]):
            yield other.word
