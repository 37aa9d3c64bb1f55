"""Whether a text speaks of a man or a woman: pronouns, possessives, verbs of one gender, kin and role nouns, given names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import regex

from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_latin
from tqcheck.text.word_patterns import compile_words, fold, table_language

Gender = Literal["male", "female"]
Span = tuple[int, int]

OTHER_GENDER: dict[Gender, Gender] = {"male": "female", "female": "male"}

_FIELDS: dict[Gender, tuple[str, str, str, str]] = {
    "male": ("he", "he_said", "his", "man"),
    "female": ("she", "she_said", "her", "woman"),
}
_WORD = regex.compile(r"[\p{L}\p{M}]++")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for one gender in a text, as places.

    Attributes:
        persons: pronouns of a person.
        verbs: forms of one gender of verbs that only people are subjects of; in English "he said" and the like.
        possessives: possessives that tell the possessor's gender.
        nouns: kin and role nouns.
        names: given names.
    """

    persons: tuple[Span, ...]
    verbs: tuple[Span, ...]
    possessives: tuple[Span, ...]
    nouns: tuple[Span, ...]
    names: tuple[Span, ...]

    @property
    def pronouns(self) -> tuple[Span, ...]:
        """All that refers to a person by gender alone."""
        return tuple(sorted({*self.persons, *self.verbs, *self.possessives}))


@lru_cache(maxsize=4096)
def read_signs(text: str, language: str, gender: Gender) -> Signs | None:
    """The signs of a gender; None for a language without a table."""
    code = table_language(language)
    facts = table("gender").get(code)
    if facts is None:
        return None
    folded = fold(text, language)
    for start, end in _spans(facts.get("skip", ""), code, folded):
        folded = folded[:start] + "\ufffc" * (end - start) + folded[end:]
    he, said, his, man = _FIELDS[gender]
    if code == "ja" and gender == "male":  # 彼女 holds 彼
        folded = folded.replace("彼女", "\ufffc\ufffc")
    return Signs(
        tuple(_spans(facts.get(he, ""), code, folded)),
        tuple(_spans(facts.get(said, ""), code, folded)),
        tuple(_spans(facts.get(his, ""), code, folded)),
        tuple(_spans(facts.get(man, ""), code, folded)),
        tuple(_names(text, gender)),
    )


def speaks_of_things(text: str, language: str) -> bool:
    """Whether the text holds a pronoun for a thing, which another language may render as "he" or "she"."""
    code = table_language(language)
    words = table("gender").get(code, {}).get("it", "")
    return bool(words and compile_words(words, code).search(fold(text, language)))


def speaks_of_bodies(text: str, language: str) -> bool:
    """Whether the text names a body that speaks and is no person, whose verb has its grammatical gender in other languages."""
    code = table_language(language)
    words = table("gender").get(code, {}).get("bodies", "")
    return bool(words and compile_words(words, code).search(fold(text, language)))


def names_neuter(text: str, language: str) -> bool:
    """Whether the text names a person or an animal by a neuter noun: "das Kalb und seine Mutter" may be of a female."""
    code = table_language(language)
    words = table("gender").get(code, {}).get("neuter", "")
    return bool(words and compile_words(words, code).search(fold(text, language)))


def may_hide(text: str, language: str, gender: Gender) -> bool:
    """Whether a person of that gender may stand in the text without a sign: a subject left out, or in a verb form only."""
    code = table_language(language)
    facts = table("gender").get(code, {})
    words = facts.get("hint_he" if gender == "male" else "hint_she", "")
    return not facts.get("explicit") or bool(words and compile_words(words, code).search(fold(text, language)))


def has_gendered_things(language: str) -> bool:
    """Whether "he" and "she" of a language also stand for things."""
    return bool(table("gender").get(table_language(language), {}).get("things"))


def _spans(words: str, code: str, folded: str) -> list[Span]:
    return [match.span() for match in compile_words(words, code).finditer(folded)] if words else []


def _names(text: str, gender: Gender) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text) if is_given_name(match[0], gender)]


def is_given_name(word: str, gender: Gender) -> bool:
    """Whether one sex alone bears a name, as it is written in running text; Serbian names are read in both alphabets."""
    names = _given_names(gender)
    return word in names or ("\u0400" <= word[0] <= "\u042f" and to_latin(word) in names)


def may_be_oblique(name: str, code: str) -> bool:
    """Whether a woman's name may be the genitive of a man's (Roberta, Glenna) in a language that inflects names."""
    inflects = "he_said" in table("gender").get(code, {}) and "man_role" not in table("gender").get(code, {})
    return inflects and name[-1:] in "aа" and is_given_name(name[:-1], "male")


def is_given(word: str) -> bool:
    """Whether a name is known that one sex alone bears."""
    return is_given_name(word, "male") or is_given_name(word, "female")


@cache
def _given_names(gender: Gender) -> frozenset[str]:
    return frozenset(str(table("given_names")[gender]).split())
