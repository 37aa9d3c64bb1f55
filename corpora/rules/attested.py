"""Which words of the English sentences are names: the translators into several languages kept them letter by letter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

import regex

from corpora.rules.clean_pairs import FILES, rows_of

_LANGUAGES = frozenset({"es", "fr", "it", "pt", "ca", "nl", "de", "pl", "cs", "sl", "hr", "tr", "fi", "et", "is"})
_LEAST = 3
"""Languages that must have kept a word, or its stem with an ending; and at least half of those that translated the sentence."""
_ENDING = 4


@cache
def attested_names() -> Mapping[str, frozenset[str]]:
    """English sentence -> its names of four letters or more, over all of the data; none that English writes in small letters, too."""
    common = common_words()
    kept: defaultdict[str, Counter[str]] = defaultdict(Counter)
    translated: defaultdict[str, set[str]] = defaultdict(set)
    for name in FILES:
        for row in rows_of(name):
            text, language = str(row["src"]), str(row["tgt_lang"])
            if row["src_lang"] != "en" or language not in _LANGUAGES or language in translated[text]:
                continue
            translated[text].add(language)
            words = _capitalised(str(row["ref"]))
            kept[text].update(word for word in _capitalised(text) if any(_is_kept(word, other) for other in words))
    return {
        text: frozenset(
            word
            for word, number in kept[text].items()
            if number >= max(_LEAST, len(languages) / 2) and word.lower() not in common
        )
        for text, languages in translated.items()
    }


def common_words() -> set[str]:
    """What the English sentences of the data write in small letters: Hospital and Truly are words before they are names."""
    texts = (str(row["src"]) for name in FILES for row in rows_of(name) if row["src_lang"] == "en")
    return {word for text in set(texts) for word in regex.findall(r"\b\p{Ll}[\p{L}\p{M}]{3,}", text)}


def _is_kept(word: str, other: str) -> bool:
    return other.startswith(word) and len(other) <= len(word) + _ENDING


def _capitalised(text: str) -> set[str]:
    return {word for word in regex.findall(r"\p{Lu}[\p{L}\p{M}]{3,}", text) if not word.isupper()}
