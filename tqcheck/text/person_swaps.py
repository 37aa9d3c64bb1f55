"""I for he, we for they: the persons of the pronouns on both sides, where each side names one that the other has not."""

from __future__ import annotations

import regex

from tqcheck.text.tables import table
from tqcheck.text.word_patterns import UNSPACED, compile_words, fold, table_language

Span = tuple[int, int]
_PERSONS = ("i", "we", "he", "they")
_SURE = frozenset({("i", "he"), ("he", "i"), ("i", "they"), ("they", "i"), ("we", "they"), ("they", "we")})
"""What is no matter of style: "they" of a firm that is "it", and "I" of a writer who is "we", are."""


def find_person_swap(source: str, target: str, source_language: str, target_language: str) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of the only pronouns that the other side has no counterpart of."""
    here, there = _read(source, source_language), _read(target, target_language)
    if here is None or there is None:
        return None
    lost, gained = [name for name in here if name not in there], [name for name in there if name not in here]
    if len(lost) != 1 or len(gained) != 1 or (lost[0], gained[0]) not in _SURE:
        return None
    places = here[lost[0]], there[gained[0]]
    if len(places[0]) != len(places[1]):
        return None
    return places[1][0], places[0][0]


def _read(text: str, language: str) -> dict[str, list[Span]] | None:
    """Where a text has the pronouns of each person; None for a language without a table."""
    code = table_language(language)
    facts = table("persons").get(code)
    if facts is None:
        return None
    folded, found = fold(text, language), dict[str, list[Span]]()
    for name in ("they", "we", "he", "i"):
        found_here = compile_words(facts[name], code).finditer(folded)
        spans = [match.span() for match in found_here if not _is_acronym(text[slice(*match.span())])]
        if spans:
            found[name] = spans
        if code in UNSPACED:
            folded = regex.sub(compile_words(facts[name], code), lambda match: "\ufffc" * len(match[0]), folded)
    return found


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
