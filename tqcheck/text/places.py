"""Countries and cities in two languages, by CLDR's territories and the cities of its time zones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tqcheck.text.locale_facts import locales_of
from tqcheck.text.name_rendering import endings_of
from tqcheck.text.name_spellings import folded
from tqcheck.text.tables import table

if TYPE_CHECKING:
    from babel import Locale

_LEAST_STEM = 4
_LONGEST_ENDING = 4
_SHORTEST_PLACE, _SHORT_ENDING = 3, 3
"""Letters of the shortest place that is known by its beginning, and of the ending that may stand behind it."""


def renders_place(name: str, word: str, source_language: str, target_language: str) -> bool:
    """Whether a word begins like the name of a country or city in the target language."""
    forms, plain = place_forms(name, source_language, target_language), folded(word)
    return any(plain.startswith(stem_of(folded(form), target_language)) for form in forms)


@lru_cache(maxsize=8192)
def place_forms(name: str, source_language: str, target_language: str) -> tuple[str, ...]:
    """Names in the target language, in small letters, of the country or city that a word of the source names, in any case form."""
    names, stems = place_names(source_language, target_language), _stems(source_language, target_language)
    word = name.lower()
    if word in names:
        return names[word]
    if not endings_of(source_language):
        return names.get(word.removesuffix("s"), ()) if len(word) > _LEAST_STEM else ()
    sizes = range(len(word) - 1, max(_LEAST_STEM, len(word) - 5) - 1, -1)
    by_stem = next((stems[word[:size]] for size in sizes if word[:size] in stems), ())
    return by_stem or _short_place(word, names)


def _short_place(word: str, names: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The same of a name too short to be cut, with an ending behind it: Beču, Wieniin."""
    sizes = range(min(len(word) - 1, _LEAST_STEM), _SHORTEST_PLACE - 1, -1)
    return next(
        (names[word[:size]] for size in sizes if word[:size] in names and len(word) - size <= _SHORT_ENDING), ()
    )


@cache
def _stems(source_language: str, target_language: str) -> dict[str, tuple[str, ...]]:
    """Places by what case endings leave of their names."""
    return {
        name[: max(_LEAST_STEM, len(name) - cut)]: forms
        for cut in (1, 2)
        for name, forms in place_names(source_language, target_language).items()
        if len(name) > _LEAST_STEM
    }


_SHORTEST, _CUT = 5, 3
"""Letters of the shortest name of a country that is cut, and letters at its end that its adjective has not (Spain, Spanish)."""


def adjective_of(word: str, words: Iterable[str], language: str, words_language: str) -> bool:
    """Whether one of some words of another language is the adjective of the country or city that a word names (スペイン, Spanish)."""
    forms = (folded(form) for form in place_forms(word, language, words_language))
    stems = tuple(form[: max(_CUT, len(form) - _CUT)] for form in forms if len(form) >= _SHORTEST)
    named = (other for other in words if stems and folded(other).startswith(stems))
    return any(not place_forms(other, words_language, language) for other in named)


def stem_of(form: str, language: str) -> str:
    """A name without the letters that case endings of its language change."""
    return form[: max(_LEAST_STEM, len(form) - endings_of(language))]


@cache
def place_names(source_language: str, target_language: str) -> dict[str, tuple[str, ...]]:
    """Country or city in one word of the source language, in small letters -> its names in the target language."""
    found: dict[str, tuple[str, ...]] = {}
    targets = [_places(locale) for locale in locales_of(target_language)]
    for locale in locales_of(source_language):
        for key, name in _places(locale).items():
            forms = (target.get(key, "") for target in targets)
            if " " not in name:
                found[name] = tuple(form for form in forms if form and " " not in form)
    return found


@cache
def place_keys(language: str) -> dict[str, tuple[str, ...]]:
    """Key of a country or city -> its names in a language, in small letters, one for each script."""
    found: dict[str, tuple[str, ...]] = {}
    for locale in locales_of(language):
        for key, name in _places(locale).items():
            found[key] = (*found.get(key, ()), name)
    return found


def _places(locale: Locale) -> dict[str, str]:
    """CLDR's key of a territory or of a time zone (its city, in English the last part of the key) -> the name in small letters."""
    zones = _english_cities() if locale.language == "en" else {}
    cities = zones | {zone: str(facts["city"]) for zone, facts in locale.time_zones.items() if "city" in facts}
    territories = {code: str(name) for code, name in locale.territories.items()}
    return {key: name.lower() for key, name in (territories | cities | _listed_cities(locale)).items()}


@cache
def _english_cities() -> dict[str, str]:
    """Time zone -> its city in English, the last part of the key: CLDR's English has only the exceptions, its German nearly all."""
    from babel import Locale
    from babel.core import get_global

    keys = {
        *map(str, get_global("zone_aliases").values()),
        *(key for key in map(str, Locale("de").time_zones) if key.count("/") == 1),
    }
    return {zone: zone.rpartition("/")[2].replace("_", " ") for zone in sorted(keys)}


def _listed_cities(locale: Locale) -> dict[str, str]:
    """Cities of our own table, in the script of the locale."""
    found = {}
    for key, city in table("cities").items():
        forms = str(city["names"].get(locale.language, "")).split()
        if forms:
            found[f"city/{key}"] = forms[-1 if locale.script == "Cyrl" else 0]
    return found


def is_place(word: str, source_language: str, target_language: str) -> bool:
    """Whether a word of the translation is a country or a city of CLDR, in any case form."""
    plain, forms = folded(word), _places_of_target(source_language, target_language)
    return any(plain[:size] in forms for size in range(max(_LEAST_STEM, len(plain) - _LONGEST_ENDING), len(plain) + 1))


@cache
def _places_of_target(source_language: str, target_language: str) -> frozenset[str]:
    """The names without what case endings change, longer ones only: a short stem begins many words."""
    known = (form for forms in place_names(source_language, target_language).values() for form in forms)
    stems = ((form, stem_of(folded(form), target_language)) for form in known)
    return frozenset(stem if len(stem) > _LEAST_STEM else folded(form) for form, stem in stems)
