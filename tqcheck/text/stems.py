"""Word stems where a Snowball stemmer exists, the folded word elsewhere."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "eu": "basque",
    "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "nb": "norwegian", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "hr": "serbian", "bs": "serbian", "cnr": "serbian", "sh": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""ISO 639 code -> Snowball algorithm (snowballstem.org); Croatian, Bosnian and Montenegrin share the Serbian one."""


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of a case-folded word; the word itself where the language has no stemmer."""
    stemmer = _stemmer(SNOWBALL.get(language.split("-")[0], ""))
    return str(stemmer.stemWord(word)) if stemmer else word


@cache
def _stemmer(algorithm: str) -> Any:
    if not algorithm:
        return None
    import Stemmer

    return Stemmer.Stemmer(algorithm, 0) if algorithm in Stemmer.algorithms() else None
