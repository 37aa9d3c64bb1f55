"""Whether a language knows a word, by simplemma's dictionaries of inflected forms (54 languages, both Serbian scripts)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import regex

from tqcheck.text.locale_facts import primary

_CODES = {"sr": "hbs", "hr": "hbs", "bs": "hbs", "no": "nb"}


_CLITICS = regex.compile(r"[وف]?[بلك]?(?:ال|ل)?(?=\p{L}{3})")
"""What Arabic writes before a word without a space: and, in, to, as, the."""


@lru_cache(maxsize=65536)
def is_known(word: str, language: str) -> bool | None:
    """Whether the dictionary of the language holds the word, in small letters or with a capital; None without a dictionary."""
    from simplemma import is_known as holds

    code = _code(language)
    forms = [word, word.capitalize()]
    if code == "ar" and (clitic := _CLITICS.match(word)) and clitic[0]:
        forms.append(word[clitic.end() :])
    try:
        return any(holds(form, code) for form in forms)
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def has_known_stem(word: str, language: str) -> bool:
    """Whether the dictionary knows the word without one to three letters of its end, five letters or four being left."""
    least = 3 if word[0] > "\u0590" else 5
    return any(len(word) - cut >= least and is_known(word[:-cut], language) for cut in (1, 2, 3))


def _code(language: str) -> str:
    return _CODES.get(primary(language), primary(language))


def dictionary_size(language: str) -> int:
    """Bytes of a language's dictionary, 0 where there is none: a large one takes seconds to unpack at its first use."""
    try:
        path = files("simplemma.strategies.dictionaries") / "data" / f"{_code(language)}.plzma"
        return Path(str(path)).stat().st_size
    except (ModuleNotFoundError, OSError):
        return 0


@lru_cache(maxsize=4096)
def corrections(word: str, language: str) -> tuple[str, ...]:
    """Words that the dictionary knows and that differ from this one in one letter behind the first, as capitalised as it is."""
    letters = _letters(ord(word[-1].lower()))
    found = []
    for at in range(1, len(word)):
        for letter in letters:
            other = word[:at] + letter + word[at + 1 :]
            if other != word and is_known(other.lower(), language):
                found.append(other)
    return tuple(found)


@lru_cache(maxsize=16)
def _letters(code: int) -> str:
    """The small letters of the block of a letter."""
    if code < 0x250:
        return "abcdefghijklmnopqrstuvwxyz"
    first = code - code % 0x100
    return "".join(char for char in map(chr, range(first, first + 0x100)) if char.islower())[:64]
