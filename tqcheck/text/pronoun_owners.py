"""Pronouns by the persons that they stand for, possessives and objects, on both sides: what `possessor_swaps` compares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]
FIRST, THIRD = frozenset({"i", "we"}), frozenset({"m", "f", "they", "it"})
_OBJECT = (
    r"(?=\s?(?:[.,;:!?)”\"€$£\d—–]|$)|\s(?:to|for|from|into|of|in|on|at|with|and|but|when|that|out|off|up|back|the|a|an|round|by|about|over|"
    r"as|if|how|why|what|where|while|because|not|was|is|who|or|before|after|through|down|away|again|this|his|their|so|too|more)\b)"
)
"""What follows "her" where it is no possessive."""
_POSSESSIVES = {"my": "i", "our": "we", "your": "you", "his": "m", "their": "they", "its": "it", "her": "f"}
_POSSESSIVE = regex.compile(rf"(?<![\p{{L}}'’])(?:my|our|your|his|their|its|her(?!{_OBJECT}))(?![\p{{L}}’])")
_OBJECTS = {"me": "i", "us": "we", "him": "m", "them": "they", "her": "f"}
_OBJECTIVE = regex.compile(rf"(?<![\p{{L}}'’])(?:me|us|him|them|her{_OBJECT})(?![\p{{L}}'’])")
_OTHERS = {"it": "it", "itself": "it", "mine": "i", "ours": "we", "yours": "you", "hers": "f", "theirs": "they"}
_SUBJECTS = {"i": "i", "we": "we", "you": "you", "he": "m", "she": "f", "they": "they"} | {
    "myself": "i",
    "ourselves": "we",
    "himself": "m",
    "herself": "f",
    "themselves": "they",
    "let's": "we",
}
_OTHER = regex.compile(rf"(?<![\p{{L}}'’])(?:{'|'.join(_OTHERS)})(?!\p{{L}})")
_SUBJECT = regex.compile(rf"(?<![\p{{L}}'’])(?:{'|'.join(_SUBJECTS)})(?!\p{{L}})")
_KEYS = {"he": "m_it", "she": "f_it", "they": "they", "i": "i", "we": "we"}
"""Keys of `verb_roles.him`, as classes: things have a gender too."""
_SUFFIXED = frozenset({"ar"})
"""Languages whose object pronouns are letters at the end of other words."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A pronoun and whom it may stand for; sure: it is one of those that are compared, and nothing else."""

    place: Span
    classes: frozenset[str]
    sure: bool = True


def english_possessives(text: str) -> list[Owner]:
    """The possessives, and the object pronouns that may stand for one in the other language."""
    folded = fold(text, "en")
    found = [*_owners(folded, _POSSESSIVE, _POSSESSIVES)]
    if not found:
        return []
    return [*found, *_owners(folded, _OBJECTIVE, _OBJECTS, sure=False), *_owners(folded, _OTHER, _OTHERS, sure=False)]


def english_objects(text: str) -> list[Owner]:
    """The object pronouns, and all others that may stand for one in the other language."""
    folded = fold(text, "en")
    found = [*_owners(folded, _OBJECTIVE, _OBJECTS)]
    if not found:
        return []
    others = ((_POSSESSIVE, _POSSESSIVES), (_OTHER, _OTHERS), (_SUBJECT, _SUBJECTS))
    return [*found, *(owner for pattern, names in others for owner in _owners(folded, pattern, names, sure=False))]


def _owners(folded: str, pattern: regex.Pattern[str], names: dict[str, str], *, sure: bool = True) -> Iterator[Owner]:
    return (Owner(match.span(), frozenset({names[match[0]]}), sure) for match in pattern.finditer(folded))


def possessives(text: str, language: str) -> list[Owner]:
    """The possessives of a language that is not English; [] where no table has it."""
    code = table_language(language)
    return _read(text, language, _possessives(code))


def objects(text: str, language: str) -> list[Owner]:
    """The object pronouns of a language that is not English, and all that may be one; [] where no table has it."""
    code = table_language(language)
    return _read(text, language, _objects(code))


def _read(text: str, language: str, lists: tuple[tuple[frozenset[str], str, bool], ...]) -> list[Owner]:
    code, folded, found = table_language(language), fold(text, language), list[Owner]()
    for classes, words, sure in lists:
        for start, end in [match.span() for match in compile_words(words, code).finditer(folded)]:
            found.append(Owner((start, end), classes, sure))
            if code in UNSPACED:  # a shorter word may be part of it
                folded = folded[:start] + "\ufffc" * (end - start) + folded[end:]
    return found


@cache
def _possessives(code: str) -> tuple[tuple[frozenset[str], str, bool], ...]:
    """(classes, words, whether they are sure)."""
    facts = {key: str(words) for key, words in table("possessors").get(code, {}).items()}
    listed = [(_classes(key), words, key not in ("loose", "loose_first", "any")) for key, words in facts.items()]
    return tuple(sorted(listed, key=lambda item: _order(item, code)))


@cache
def _objects(code: str) -> tuple[tuple[frozenset[str], str, bool], ...]:
    facts, owned = table("verb_roles")["him"].get(code), _possessives(code)
    if facts is None or code in _SUFFIXED:
        return ()
    more = str(table("verb_roles")["anybody"].get(code, ""))
    certain = (
        (key, " ".join(word for word in str(words).split() if word not in more.split())) for key, words in facts.items()
    )
    listed = [(_classes(_KEYS[key]), words, True) for key, words in certain if words]
    loose = [(classes, words, False) for classes, words, _ in owned]
    loose += [(THIRD, more, False)] if more else []
    return tuple(sorted([*listed, *loose], key=lambda item: _order(item, code)))


def _order(item: tuple[frozenset[str], str, bool], code: str) -> tuple[int, bool]:
    """In scripts without spaces the longest words first, since others are part of them."""
    return (-max(map(len, item[1].split())), not item[2]) if code in UNSPACED else (0, not item[2])


def _classes(key: str) -> frozenset[str]:
    return {"loose": THIRD, "loose_first": FIRST, "any": THIRD | FIRST | {"you"}}.get(key, frozenset(key.split("_")))
