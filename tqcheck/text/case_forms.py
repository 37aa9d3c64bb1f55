"""The part that the case of a noun shows, held against its dictionary form: S acts, O is acted on, TO, FROM."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from tqcheck.text.bilingual_table import canonical, renderings_of
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import table_language

_VOWELS = "aeiouyöäåüıаеиоуыэюяіїєё"
_WOMEN = ((("ka", "ка"), "aаkк"), (("ica", "ица"), "aаcц"))
"""Ends of a woman's word, which is no form of a man's but where that ends so: пацієнтка, пацієнт."""
_NEUTER = ("ння", "ття", "ддя", "лля", "сся", "ззя", "ччя", "жжя", "мя")
"""Ends of nouns in -я whose nominative is their accusative: рішення, время."""
_SHE = ("ica", "ица", "иця")
_FLEETING = 2
"""Letters of a dictionary form that may be gone in another form, at most."""

_OFFICE = regex.compile(r"\p{Lu}\p{Ll}+[ıiuü] (?=\p{Lu}\p{Ll}+ \p{Lu})")
"""A Turkish office before the name of who holds it, whose ending is no case: "Dışişleri Bakanı Mike Pompeo"."""
_OWNED = regex.compile(r"[aeiouyäö](?:ns[aä]|ni|mme|nne)$")
"""The end of a Finnish noun with its owner, where those who act and those who are acted on look alike."""


def has_cases(language: str) -> bool:
    """Whether the language has a table of case endings."""
    return table_language(language) in table("verb_roles")["case"]


def hides_its_case(text: str, start: int, noun: str, language: str) -> bool:
    """Whether the ending of a noun is no case: of a Turkish office before a name, of what is owned in Finnish ("veljensä")."""
    code = table_language(language)
    if code == "tr":
        return bool(_OFFICE.match(text, start))
    return code == "fi" and bool(_OWNED.search(noun))


def part_by_case(form: str, senses: Iterable[str], language: str, person: bool) -> str:
    """What the form of a noun with these headwords says; "" where several cases share it.

    `person`: it is a human being, whose accusative is no nominative.
    """
    code, word = table_language(language), canonical(form, language)
    bases = {base for sense in senses for base in renderings_of(sense, language) if _may_be_of(word, base)}
    longest = max((_shared(word, base) for base in bases), default=0)
    bases = {base for base in bases if _shared(word, base) == longest}
    shortest = min(map(len, bases), default=0)  # мера is of мер, not of мерка
    bases = {base for base in bases if len(base) == shortest}
    found = {_part_of(word, base, code, person) for base in bases}
    return found.pop() if len(found) == 1 else ""


def _shared(one: str, two: str) -> int:
    """Letters with which two words begin alike."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _may_be_of(word: str, base: str) -> bool:
    if any(word.endswith(ends) and base[-1] not in bases for ends, bases in _WOMEN):
        return False
    shared = _shared(word, base)
    if base.endswith(_SHE) and shared < len(base) - 1:  # niedźwiedzia is of niedźwiedź, not of niedźwiedzica
        return False
    return shared >= 3 and len(base) - shared <= _FLEETING and len(word) - shared <= 4


def _part_of(word: str, base: str, code: str, person: bool) -> str:
    if base.endswith(_NEUTER):
        return ""
    kind = "same" if word == base else "other"
    for endings, relation, ending, part in _rules(code, person):
        if (kind == "same") != (relation == "="):
            continue
        if _ends(base, endings) and (
            relation == "=" or (word.endswith(ending) and (not base.endswith(ending) or word == base + ending))
        ):
            return part
    return ""


def _ends(base: str, ending: str) -> bool:
    if ending in ("C", "V"):
        return (base[-1] in _VOWELS) == (ending == "V")
    return base.endswith(ending)


@cache
def _rules(code: str, person: bool) -> tuple[tuple[str, str, str, str], ...]:
    """(end of the dictionary form, = or >, end of the form, part), the longest endings first."""
    facts, found = table("verb_roles")["case"][code], list[tuple[str, str, str, str]]()
    for kind in ("sure", "persons") if person else ("sure",):
        for part, rules in facts.get(kind, {}).items():
            for rule in rules:
                relation = "=" if "=" in rule else ">"
                base, _, ending = rule.partition(relation)
                found.append((base, relation, ending, part))
    return tuple(sorted(found, key=lambda row: -len(row[2])))
