"""How languages that transcribe usually write a name: Johnson, 约翰逊, جونسون, ジョンソン, जॉनसन; by a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cache, lru_cache

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_spellings import folded
from tqcheck.text.places import place_forms
from tqcheck.text.tables import table


@cache
def _names(code: str) -> dict[str, tuple[str, ...]]:
    """Name in small letters without accents -> its usual spellings in a language, the commonest first."""
    rows = (row.partition(":") for row in str(table("usual_names").get(code, "")).split())
    return {folded(name): tuple(forms.split("/")) for name, _, forms in rows}


@cache
def _owners(code: str) -> dict[str, frozenset[str]]:
    """Usual spelling in a language -> the names that are written so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, forms in _names(code).items():
        for form in forms:
            found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}


@lru_cache(maxsize=8192)
def usual_forms(name: str, source_language: str, target_language: str) -> tuple[str, ...]:
    """The usual spellings in one language of a name written in another, one of the two in Latin letters; none for other names."""
    if forms := _names(primary(target_language)).get(folded(name)):
        return forms
    return tuple(sorted(form.capitalize() for form in _owners(primary(source_language)).get(name, ())))


def is_usual(word: str, language: str) -> bool:
    """Whether a word is the usual spelling of some name in a language that transcribes."""
    return word in _owners(primary(language))


def usual_spellings(name: str, source_language: str, target_language: str) -> tuple[str, ...]:
    """The usual spellings of a name, those of countries and cities too."""
    languages = (source_language, target_language)
    return (*usual_forms(name, *languages), *(form for form in place_forms(name, *languages) if form[0] > "\u2fff"))


def holds_one(word: str, spellings: Collection[str]) -> bool:
    """Whether a word is one of some spellings, or a run of characters holds one of two characters or more."""
    if word in spellings or word[0] <= "\u2fff":
        return word in spellings
    ends = range(2, len(word) + 1)
    return any(word[start:end] in spellings for end in ends for start in range(end - 1))


def is_usually(name: str, word: str, source_language: str, target_language: str) -> bool:
    """Whether a word is, or a run of characters holds, a usual spelling of a name."""
    forms = usual_spellings(name, source_language, target_language)
    return bool(forms) and holds_one(word, forms)
