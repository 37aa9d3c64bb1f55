"""Words that make a woman a man beside her own name: "il biologo Ingrid Solheim", "Ruth Bailey, који ...", "Maria ... his memoirs"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, is_given, is_given_name, may_be_oblique, read_signs
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_skeleton import name_skeleton
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_cyrillic, to_latin
from tqcheck.text.word_patterns import compile_words, fold, table_language

_SURNAME_FIRST = frozenset({"zh", "ko", "vi"})
"""Languages whose names begin with the surname, in English too."""
_NAME = r"(?P<name>\p{Lu}[\p{Ll}\p{M}'’]{2,})(?:\s\p{Lu}[\p{L}\p{M}'’\-]+){1,2}"
"""A given name and one or two surnames."""
_OF = r"(?:de|del|di|du|des|da|do|della|dello|der|von|for|für)"
_COMPLEMENT = rf"(?:(?:\s\p{{Ll}}{{5,}}){{0,2}},?|\s{_OF}(?:\s\p{{L}}+){{1,3}},)"
"""What stands between a role and the name of who has it: "el director general", "le directeur de la bibliothèque,"."""


def find_names_contradicted(target: str, target_language: str, source: str = "") -> Iterator[Span]:
    """Masculine roles before a woman's full name, relative pronouns and verbs of the other gender after it.

    A name that the tables do not hold as the translation spells it (Рут) is known by the source's spelling (Ruth).
    """
    code = table_language(target_language)
    for gender, pattern in _patterns(code):
        for match in pattern.finditer(target, overlapped=True):
            known = is_given_name(match["name"], gender) and not may_be_oblique(match["name"], code)
            if _is_given_in(source, match["name"], OTHER_GENDER[gender]):
                continue
            if known or _is_given_in(source, match["name"], gender):
                yield match.span("wrong")


def _is_given_in(source: str, name: str, gender: Gender) -> bool:
    """Whether a name in another alphabet is one that the source gives to a person of that sex."""
    if not "\u0400" <= name[0] <= "\u04ff":
        return False
    key = name_skeleton(to_latin(name))
    words = regex.findall(r"\p{Lu}[\p{L}\p{M}]+", source)
    return any(is_given_name(word, gender) and name_skeleton(word) == key for word in words)


def find_bare_name_contradicted(
    source: str, target: str, source_language: str, target_language: str, document: str = ""
) -> Iterator[Span]:
    """A pronoun alone, "Maria published his memoirs" where the source has no pronoun at all: its only person is the one it begins with.

    A name that the document has behind a given name ("Nermin Altuğ") is a family's, and says nothing.
    """
    facts = table("gender").get(table_language(source_language), {})
    third = facts.get("third")
    first = patterns.match(r"\p{Lu}[\p{Ll}\p{M}]{2,}(?=\s)", target)
    if (
        not third
        or first is None
        or _is_surname(first[0], document)
        or primary(source_language) in _SURNAME_FIRST
        or compile_words(third, source_language).search(fold(source, source_language))
    ):
        return
    for gender, other in OTHER_GENDER.items():
        if not is_given_name(first[0], gender):
            continue
        wrong, kept = read_signs(target, target_language, other), read_signs(target, target_language, gender)
        if wrong and kept and wrong.possessives and not (kept.pronouns or wrong.nouns or wrong.names):
            yield wrong.possessives[0]


def _is_surname(name: str, document: str) -> bool:
    return any(
        is_given(match[1])
        for match in patterns.finditer(rf"(\p{{Lu}}[\p{{L}}\p{{M}}]+)\s{regex.escape(name)}(?!\p{{L}})", document)
    )


@cache
def _patterns(code: str) -> tuple[tuple[Gender, regex.Pattern[str]], ...]:
    facts = table("gender").get(code, {})
    found: list[tuple[Gender, regex.Pattern[str]]] = []
    if "man_role" in facts:
        role = rf"(?:{_words(facts['article'], code)})\s(?:{_words(facts['man_role'], code)})"
        found.append(("female", regex.compile(rf"\b(?P<wrong>(?i:{role})){_COMPLEMENT}\s{_NAME}")))
    contradictions: tuple[tuple[Gender, str, str], ...] = (
        ("female", "who_man", "he_said"),
        ("male", "who_woman", "she_said"),
    )
    for gender, who, said in contradictions:
        if who in facts:
            found.append((gender, regex.compile(rf"\b{_NAME},\s(?P<wrong>{_words(facts[who], code)})\b")))
        if who in facts and said in facts:
            verb = rf"(?:(?:je|је|się|se|се)\s)?(?P<wrong>{_words(facts[said], code)})\b"
            found.append((gender, regex.compile(rf"(?:^|(?<=[„“”\"«»—–:.?!]\s)){_NAME}\s{verb}")))
    return tuple(found)


def _words(words: str, code: str) -> str:
    entries = words.split()
    if code == "sr":
        entries += [to_cyrillic(entry) for entry in entries]
    return "|".join(str(regex.escape(entry)).replace("_", r"\s") for entry in entries)
