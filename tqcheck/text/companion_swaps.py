"""The one accused and the one the contract is with, exchanged: "with" stands beside another participant than in the source."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.english_side import english_side
from tqcheck.text.mentions import Mention, Span, find_mentions
from tqcheck.text.overlaps import joined
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import compile_words, fold, table_language

APART = 12
"""Characters between two participants, at least."""
_APPOSED = regex.compile(r",\s(?:\p{Lu}[\p{L}.\-]*\s)*")
"""What stands between somebody and their name: "his friend, Democratic Sen. Chris Coons"."""
_SYMMETRIC = (
    "met meet meets talk* spoke* speak* fight* fought agree* quarrel* play* drew divorc* married marry compar* discuss* "
    "together work* cooperat*"
)
"""What one does with another as the other does with one."""


def find_companion_swap(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source): each side has "with" beside one of two participants, and not the same one."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    english, other, language = pair.english, pair.other, pair.language
    code = table_language(language)
    folded = fold(english, "en")
    if compile_words(_SYMMETRIC, "en").search(folded) or not compile_words(
        str(table("roles")["transitive"]), "en"
    ).search(folded):
        return None
    mentions = find_mentions(english, other, language)
    here = [item for item in mentions if _is_companion(english, item.english, "en")]
    there = [item for item in mentions if _is_companion(other, item.other, code)]
    if len(here) != 1 or len(there) != 1 or _same(here[0], there[0], english):
        return None
    one, two = here[0], there[0]
    return pair.places(joined(one.english, two.english), joined(one.other, two.other))


def _same(one: Mention, two: Mention, english: str) -> bool:
    """Whether two mentions may be of one participant or of a pair: they stand close, as in "Brooks and Groening", or in apposition."""
    first, second = sorted((one.english, two.english))
    return second[0] <= first[1] + APART or bool(_APPOSED.fullmatch(english, first[1], second[0]))


def _is_companion(text: str, place: Span, code: str) -> bool:
    before, after = _patterns(code)
    folded = fold(text, code)
    return bool(before.search(folded[: place[0]]) or after.match(folded[place[1] :]))


@cache
def _patterns(code: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    facts = table("roles")
    words = [
        "|".join(str(regex.escape(word)).replace("_", r"\s") for word in str(facts[key].get(code, "")).split())
        or "(?!)"
        for key in ("with_before", "with_after")
    ]
    if code in UNSPACED:
        return regex.compile(rf"(?:{words[0]})$"), regex.compile(rf"(?:{words[1]})")
    return regex.compile(rf"(?<!\p{{L}})(?:{words[0]})\s(?:\p{{L}}+\s)?$"), regex.compile(
        rf"\s(?:{words[1]})(?!\p{{L}})"
    )
