"""He for she, or she for he, where both are spoken of: one sex has no pronoun left in the translation, the other has one too many.

"She thanked her teacher for the patience with which he had corrected her": where German has "sie" three times and no form of "er", the man
has become a woman. Only for languages that name their subjects; what may also be a thing or a crowd is counted with them.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.gender import OTHER_GENDER, Gender, Span
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

_AT_END = regex.compile(r"(?<!\p{L})her(?=[^\p{L}\s'’]|\s*$)")
"""An English "her" that owns nothing."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A pronoun of the wrong sex: its place, the place of the one that it stands for, and the sex of that."""

    start: int
    end: int
    source: Span
    gender: Gender


@dataclass(frozen=True, slots=True)
class _Side:
    """A text, folded, its language and the pronouns that are counted there."""

    text: str
    code: str
    facts: dict[str, str]

    def find(self, key: str) -> list[Span]:
        """Places of the pronouns of a kind: `he`, `any_he` and others of the table."""
        words = self.facts.get(key, "")
        return [match.span() for match in compile_words(words, self.code).finditer(self.text)] if words else []


def find_turned_pronoun(source: str, target: str, source_language: str, target_language: str) -> Turned | None:
    """The pronoun that is too many, of those nearest to where the source has the one that is missing."""
    facts = table("pronoun_counts")
    codes = table_language(source_language), table_language(target_language)
    if codes[0] == codes[1] or ENGLISH not in codes or not all(code in facts for code in codes):
        return None
    ours = _Side(fold(source, source_language), codes[0], facts[codes[0]])
    theirs = _Side(fold(target, target_language), codes[1], facts[codes[1]])
    for gender, other in OTHER_GENDER.items():
        found = _turned(ours, theirs, gender, other)
        if found:
            return found
    return None


_KEY: dict[Gender, str] = {"male": "he", "female": "she"}


def _turned(ours: _Side, theirs: _Side, gender: Gender, other: Gender) -> Turned | None:
    """The pronoun of the other sex that a text has too many, if it has none of this one."""
    meant, seen = ours.find(_KEY[gender]), theirs.find(_KEY[other])
    if not meant or not seen or theirs.find(f"any_{_KEY[gender]}"):
        return None
    alike = compile_words(theirs.facts.get("crowd", ""), ENGLISH) if theirs.facts.get("crowd") else None
    crowd = sum(1 for _ in alike.finditer(ours.text)) if alike else 0
    objects = "objects" in theirs.facts
    ends = len(_AT_END.findall(ours.text)) if objects and other == "female" else 0
    known = ours.find(f"like_{_KEY[other]}" if objects else _KEY[other])
    if not ours.find(_KEY[other]) or len(seen) <= len(known) + crowd + ends:
        return None
    place = meant[0]
    near = min(seen, key=lambda span: abs(span[0] / len(theirs.text) - place[0] / len(ours.text)))
    return Turned(*near, place, gender)
