"""Words of a text that may be names, with their sounds; calendar words, countries and languages, which are translated, apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from tqcheck.text.function_words import closed_classes
from tqcheck.text.locale_facts import locales_of, primary
from tqcheck.text.sounds import Sounds, sounds_of
from tqcheck.text.tables import table

CASELESS = frozenset({"ar", "fa", "ur", "he", "hi", "mr", "ne"})
"""Languages whose script has sounds here, but no capitals."""
UNSUPPORTED = frozenset(
    {"zh", "ja", "ko", "th", "km", "lo", "my", "bn", "ta", "te", "ml", "kn", "gu", "pa", "am", "ka", "hy"}
)
"""Languages whose script has no table of sounds here."""
NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
_OPENERS = frozenset(".!?…:;\"“”„«»‘’'()[]—–-•|/\n\ufffc।۔؟")
_LEAST = 3
"""Letters of the shortest name."""
_LONGEST_TITLE = 4
"""Letters of the longest abbreviated title (Sen., Capt.)."""


_TITLE = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}{0,3}\.[ \u00a0]?$")
"""An abbreviated title or first name before a name: no sentence ends there (St. Martin, Dr. Adams, Св. Мартин)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: offsets, text, its sounds, and whether it opens a sentence."""

    start: int
    end: int
    text: str
    sounds: Sounds
    initial: bool


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?<![\p{L}\p{M}\p{N}#@_'’])[\p{L}\p{M}\u200c]{2,40}+(?![\p{N}_@])")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Words of a text with their sounds."""
    found = []
    for match in _pattern().finditer(text):
        lead = text[max(0, match.start() - 3) : match.start()].rstrip(" \u00a0")[-1:]
        titled = lead == "." and _TITLE.search(text, max(0, match.start() - 8), match.start()) is not None
        initial = (not lead and match.start() < _LEAST) or (lead in _OPENERS and not titled)
        found.append(Word(match.start(), match.end(), match[0], sounds_of(match[0]), initial))
    return tuple(found)


@lru_cache(maxsize=4096)
def names_in(text: str, language: str) -> tuple[Word, ...]:
    """Words that may be names; none where the script has no capitals.

    That is a capital inside a sentence, or at its head before another capital; in German all nouns have one.
    """
    code = primary(language)
    if code in CASELESS | UNSUPPORTED:
        return ()
    translated, grammar = translated_names(language), closed_classes(language).function
    return tuple(
        word
        for word in words_of(text)
        if len(word.text) >= _LEAST
        and word.text[0].isupper()
        and word.text[1].islower()
        and word.text.lower() not in translated
        and not (len(word.text) <= _LONGEST_TITLE and text[word.end : word.end + 1] == ".")
        and not (word.initial and word.text.lower() in grammar)
        and not (word.initial and not text[word.end + 1 : word.end + 2].isupper())
    )


@cache
def translated_names(language: str) -> frozenset[str]:
    """Words with capitals that are translated, not transcribed: months, weekdays, languages of CLDR, words of titles; in small letters."""
    found = set(table("title_words").get(primary(language), "").split())
    for locale in locales_of(language):
        tables = [locale.languages.values()]
        tables += [names["wide"].values() for field in (locale.months, locale.days) for names in field.values()]
        found |= {word.lower() for names in tables for name in names for word in str(name).replace("-", " ").split()}
    return frozenset(found)
