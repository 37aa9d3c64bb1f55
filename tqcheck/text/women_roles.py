"""Words for what a woman does or is, which English has no gender for: «la alcaldesa», „prodavačica“, «القاضية», by the dictionary."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text import patterns
from tqcheck.text.actors import is_actor, words_of
from tqcheck.text.bilingual import firm_headwords, read_headwords
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.word_patterns import fold, table_language

_ARTICLES = {
    "fr": r"(?:la|une|cette)",
    "es": r"(?:la|una|esta|esa|otra|misma)",
    "pt": r"(?:a|uma|esta|essa|da|na|à|pela|outra)",
    "it": r"(?:la|una|questa|quella|della|alla|dalla|altra)",
}
"""Feminine articles of the singular."""
_COMMON = (
    r"^(?:personn|victim|vedett|recru|sentin|star$|víctim|person|guardi|guía|vittim|guid|spi|reclut|testemunh|crianç|pessoa|vítim|"
    r"autoridad|autorité|populati|famili|mair|polic|poliz|polít|scort|compagn|clientèl)"
)
"""Feminine words for men and women."""
_ENDINGS = {
    "sr": r"(?:ica|[^aeiou]ka|kinja|inja|sestra)$",
    "ru": r"(?:[^аеиоуяюё]ка|ница|щица|чица|тельница|ша|иня|есса|сестра)$",
    "uk": r"(?:[^аеиоуяюєії]ка|иця|иня|сестра)$",
    "pl": r"(?:[^aeiouy]ka|yni|ini)$",
    "cs": r"(?:[^aeiouíáéýě]ka|yně)$",
    "bg": r"(?:ка|иня)(?:та)?$",
    "de": r"\p{L}{3}in$",
    "el": r"(?:τρια|ισσα|ίδα)$",
    "ar": r"ة$",
    "ro": r"(?:iță|ița|oare|oarea|easă|easa)$",
    "sv": r"(?:inna|innan|erska|erskan)$",
}
"""How such words end, in the form that dictionaries have."""


@lru_cache(maxsize=4096)
def has_woman_role(text: str, language: str) -> bool:
    """Whether a text says what one woman does or is, in a word of that gender alone."""
    code = table_language(language)
    if code not in _ENDINGS and code not in _ARTICLES:
        return False
    return any(
        _is_person(text[start:end], language) and _is_feminine(text, start, end, code)
        for start, end, _ in read_headwords(text, code, ENGLISH)
    )


def _is_person(word: str, language: str) -> bool:
    heads = firm_headwords(word, language)
    nouns = [head for head in heads if is_actor(head)]
    return bool(nouns) and 2 * len(nouns) >= len(heads) and (words_of("bodies") | words_of("acting")).isdisjoint(heads)


def _is_feminine(text: str, start: int, end: int, code: str) -> bool:
    word = fold(text[start:end], code)
    if code in _ARTICLES:
        before = fold(text[:start], code)
        return bool(patterns.search(rf"(?<!\p{{L}}){_ARTICLES[code]}\s$", before)) and not patterns.search(
            _COMMON, word
        )
    lemma = lemma_of(word, code).lower()
    derived = not lemma or (word.startswith(lemma) and len(word) - len(lemma) > 1)  # бухгалтер, бухгалтерка
    return bool(patterns.search(_ENDINGS[code], word if derived else lemma))
