"""Countries and cities in two languages, by CLDR's territories and the cities of its time zones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tqcheck.text.locale_facts import locales_of

if TYPE_CHECKING:
    from babel import Locale


def renders_place(name: str, word: str, source_language: str, target_language: str) -> bool:
    """Whether a word begins like the name of a country or city in the target language."""
    forms = place_names(source_language, target_language).get(name.lower(), ())
    return any(word.lower().startswith(stem_of(form)) for form in forms)


def stem_of(form: str) -> str:
    """A name without the letters that case endings change."""
    return form[: max(4, len(form) - 2)]


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


def _places(locale: Locale) -> dict[str, str]:
    """CLDR's key of a country (two letters) or of a time zone (its city) -> the name in small letters."""
    territories = {code: str(name) for code, name in locale.territories.items() if len(code) == 2}
    cities = {zone: str(facts["city"]) for zone, facts in locale.time_zones.items() if "city" in facts}
    return {key: name.lower() for key, name in (territories | cities).items()}
