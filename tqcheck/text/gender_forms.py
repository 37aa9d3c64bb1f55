"""Forms of verbs and pronouns that agree with a man or a woman, or with a thing of that gender: `data/gender.toml`."""

from __future__ import annotations

from functools import cache

from tqcheck.text import patterns
from tqcheck.text.gender import Gender, Span
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import WordPattern, compile_words, fold, table_language

_AGREES_WITH_THINGS = frozenset({"hi"})
"""Languages whose past agrees with what is done to, the future alone with who does it."""


def has_man(text: str, language: str) -> bool:
    """Whether a Slavic text has a pronoun of the masculine, in any case, be it of a person or a thing."""
    inflects = "no_verbs" in table("gender").get(table_language(language), {})
    return inflects and bool(cases(text, language, "male"))


def has_woman(text: str, language: str) -> bool:
    """Whether a text has a verb or a pronoun of the feminine, be it of a person or a thing."""
    return bool(gendered_verbs(text, language, "female") or cases(text, language, "female"))


def gendered_verbs(text: str, language: str, gender: Gender) -> list[Span]:
    """Verbs of one gender, be it of a person or a thing."""
    code = table_language(language)
    facts = table("gender").get(code, {})
    kind = "acts" if code in _AGREES_WITH_THINGS else "past"
    forms = facts.get(f"{kind}_she" if gender == "female" else f"{kind}_he", "")
    return [
        match.span()
        for match in _pattern(forms, code).finditer(fold(text, language))
        if not _is_noun(match[0], code)
        and (match.start() == 0 or not text[match.start()].isupper() or _begins(text, match.start()))
    ]


def _begins(text: str, place: int) -> bool:
    """Whether a sentence or a quotation begins at a place."""
    return bool(patterns.search(r"(?:[.!?:…]|[„“”\"«»—–‘’'(])\s*$", text[:place]))


def cases(text: str, language: str, gender: Gender) -> list[Span]:
    """Pronouns of one gender in any case, be it of a person or a thing."""
    code = table_language(language)
    words = table("gender").get(code, {}).get("cases_she" if gender == "female" else "cases_he", "")
    return [match.span() for match in _pattern(words, code).finditer(fold(text, language))]


def _is_noun(word: str, code: str) -> bool:
    words = table("gender").get(code, {}).get("no_verbs", "")
    return bool(words and _pattern(words, code).fullmatch(word))


@cache
def _pattern(words: str, code: str) -> WordPattern:
    return compile_words(words, code)
