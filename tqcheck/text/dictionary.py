"""Whether a language knows a word, by simplemma's dictionaries of inflected forms (54 languages, both Serbian scripts)."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text.locale_facts import primary

_CODES = {"sr": "hbs", "hr": "hbs", "bs": "hbs", "no": "nb"}


@lru_cache(maxsize=65536)
def is_known(word: str, language: str) -> bool | None:
    """Whether the dictionary of the language holds the word, in small letters or with a capital; None without a dictionary."""
    from simplemma import is_known as holds

    code = _CODES.get(primary(language), primary(language))
    try:
        return bool(holds(word, code) or holds(word.capitalize(), code))
    except ValueError:
        return None


def is_unknown(word: str, language: str) -> bool:
    """Whether there is a dictionary of the language and it does not hold the word."""
    return is_known(word, language) is False
