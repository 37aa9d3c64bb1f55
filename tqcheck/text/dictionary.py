"""Whether a language knows a word, by simplemma's dictionaries of inflected forms (54 languages, both Serbian scripts)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex

from tqcheck.text.dictionary_stream import Stream, open_stream
from tqcheck.text.locale_facts import primary

_CODES = {"sr": "hbs", "hr": "hbs", "bs": "hbs", "no": "nb"}


_VOWELS = regex.compile(r"[\u064b-\u0652]")
_OWNERS = regex.compile(r"(?<=\p{L}{2})ت(?:ه|ها|هم|هن|نا|ي|ك)$")
_CLITICS = regex.compile(r"[وف]?[بلك]?(?:ال|ل)?(?=\p{L}{3})")
"""What Arabic writes before a word without a space: and, in, to, as, the."""


def _owned(word: str) -> str:
    """An Arabic word without vowel signs, and without a pronoun behind the ending of nouns that it changes: إدارته is إدارة."""
    return str(_OWNERS.sub("ة", _VOWELS.sub("", word)))


@lru_cache(maxsize=65536)
def is_known(word: str, language: str) -> bool | None:
    """Whether the dictionary of the language holds the word, in small letters or with a capital; None without a dictionary."""
    code = _code(language)
    forms = [word] if word in (word.lower(), word.capitalize()) else [word, word.capitalize()]
    if code == "ar" and (clitic := _CLITICS.match(word)) and clitic[0]:
        forms.append(word[clitic.end() :])
    if code == "ar" and (bare := _owned(word)) != word:
        forms.append(bare)
    strategy = _strategy(code)
    try:
        return any(strategy.get_lemma(form, code) is not None for form in forms)
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def is_common(word: str, language: str) -> bool:
    """Whether the dictionary writes the word in small letters: adams and simon it only has as names."""
    stream = open_stream(_code(language))
    return stream is not None and word.lower() in stream


@lru_cache(maxsize=65536)
def lemma_of(word: str, language: str) -> str:
    """What the word is a form of, in the small letters that the word is given in or with a capital; empty where nobody knows."""
    stream = open_stream(_code(language))
    return (stream.lemma(word) or stream.lemma(word.capitalize())) if stream is not None else ""


@lru_cache(maxsize=16384)
def has_known_stem(word: str, language: str) -> bool:
    """Whether the dictionary knows the word without one to three letters of its end, five letters or four being left."""
    least = 3 if word[0] > "\u0590" else 5
    return any(len(word) - cut >= least and is_known(word[:-cut], language) for cut in (1, 2, 3))


def speaks_only(language: str, words: Sequence[str], other: str) -> bool:
    """Whether nearly all words of four letters or more, three at least, are of the one language and hardly one of the other."""
    long = [word.lower() for word in words if len(word) >= 4]
    if len(long) < 3 or not (dictionary_size(language) and dictionary_size(other)):
        return False
    theirs = sum(bool(is_known(word, other)) for word in long)
    return theirs <= 0.25 * len(long) and sum(bool(is_known(word, language)) for word in long) >= 0.8 * len(long)


class _Words:
    """A dictionary as simplemma wants it, answering for every word it holds."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def get(self, word: str) -> str | None:
        return word if word in self._stream else None


class _Streams:
    """simplemma's interface of a dictionary factory."""

    def get_dictionary(self, lang: str) -> Any:
        stream = open_stream(lang)
        if stream is None:
            raise ValueError(f"no dictionary of {lang}")
        return _Words(stream)


@cache
def _strategy(code: str) -> Any:
    """Simplemma's look-up (spelling variants, apostrophes, capitals) over our reading of its dictionary, or over its own."""
    from simplemma.strategies.dictionaries import dictionary_factory
    from simplemma.strategies.dictionary_lookup import DictionaryLookupStrategy

    known = code in dictionary_factory.SUPPORTED_LANGUAGES
    ours = not known or open_stream(code) is not None
    return DictionaryLookupStrategy(_Streams()) if ours else DictionaryLookupStrategy()


def _code(language: str) -> str:
    return _CODES.get(primary(language), primary(language))


def dictionary_size(language: str) -> int:
    """Bytes of a language's dictionary, 0 where there is none: a large one takes seconds to unpack at its first use."""
    try:
        path = files("simplemma.strategies.dictionaries") / "data" / f"{_code(language)}.plzma"
        return Path(str(path)).stat().st_size
    except (ModuleNotFoundError, OSError):
        return 0
