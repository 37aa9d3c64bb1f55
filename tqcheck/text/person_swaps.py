"""I for he, we for they: the persons of the pronouns on both sides, where each side names one that the other has not."""

from __future__ import annotations

import regex

from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]
_PERSONS = ("i", "we", "he", "they")
_SURE = frozenset({("i", "he"), ("he", "i"), ("i", "they"), ("they", "i"), ("we", "they"), ("they", "we")})
"""What is no matter of style: "they" of a firm that is "it", and "I" of a writer who is "we", are."""

_SOME_OF = r"(?<!\p{L})(?:some|many|most|few|one|two|several|none|any|all|both|half|each|either|neither)\sof\s$"
"""What stands before an English pronoun that a word such as «дехто» says alone."""
_OUT_OF = r"(?<!\p{L})(?:of|von|unter|de|d'|van|av|af|из|з|із|зі|от|z|ze|od|di|dintre|από)\s?$"
"""What stands before the pronoun of the source where it is one of "us": in languages that say it by a word before."""
_PREPOSING = frozenset(
    ["de", "nl", "sv", "da", "fr", "es", "pt", "it", "ro", "ru", "uk", "bg", "sr", "hr", "pl", "cs", "el"]
)
_APOSTROPHES = frozenset("'’ʼ")
"""What stands inside a word: "ім'я" is no «я»."""
_TOGETHER = ("ми", "mi")
"""Endings of Slavic pronouns that make the same word say "with" («з нами»)."""


def find_person_swap(source: str, target: str, source_language: str, target_language: str) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of the only pronouns that the other side has no counterpart of."""
    here, there = _read(source, source_language), _read(target, target_language)
    if here is None or there is None:
        return None
    lost, gained = [name for name in here if name not in there], [name for name in there if name not in here]
    if len(lost) != 1 or len(gained) != 1 or (lost[0], gained[0]) not in _SURE:
        return None
    places = here[lost[0]], there[gained[0]]
    if len(places[0]) > len(places[1]):
        return None
    apart = table_language(target_language) == "en" and _is_only_part(source, target, places, source_language)
    return None if apart else (places[1][0], places[0][0])


def _is_only_part(source: str, target: str, places: tuple[list[Span], list[Span]], source_language: str) -> bool:
    """Whether every English pronoun is in "some of them", and none of the source is: "some come with us" has lost another word."""
    if table_language(source_language) not in _PREPOSING or not all(
        regex.search(_SOME_OF, fold(target, "en")[:start]) for start, _ in places[1]
    ):
        return False
    folded = fold(source, source_language)
    return any(folded[:end].endswith(_TOGETHER) for _, end in places[0]) or not any(
        regex.search(_OUT_OF, folded[:start]) for start, _ in places[0]
    )


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
        spans = [span for span in spans if text[span[0] - 1 : span[0]] not in _APOSTROPHES]
        if spans:
            found[name] = spans
        if code in UNSPACED:
            folded = compile_words(facts[name], code).sub("\ufffc", folded)
    return found


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
