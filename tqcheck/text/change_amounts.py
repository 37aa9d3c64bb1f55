"""By how much and to how much: "fell by a third" is not "fell to a third"."""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex

from tqcheck.text.concept_search import find_senses
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Way = Literal["by", "to"]
Span = tuple[int, int]
_CHANGES = frozenset({"trend", "length", "size", "height", "pace"})
REACH = 40
"""Characters between a word for rise or fall and the amount that it goes by or to."""


def find_changed_amount(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span, Way] | None:
    """(place in the translation, place in the source, what the source says) where one side says "by" and the other "to".

    Only where each side has one such amount, and the one that says "by" has it beside a word for rising or falling.
    """
    left, right = _read(source, source_language), _read(target, target_language)
    if len(left) != 1 or len(right) != 1 or left[0][0] == right[0][0]:
        return None
    (way, place), (_, said) = left[0], right[0]
    changes = _changes(source, source_language, place) if way == "by" else _changes(target, target_language, said)
    return (said, place, way) if changes else None


def _read(text: str, language: str) -> list[tuple[Way, Span]]:
    """The amounts of change of a text, each with its way."""
    patterns = _patterns(table_language(language))
    if not patterns:
        return []
    folded = fold(text, language)
    return [(way, match.span()) for way, pattern in patterns for match in pattern.finditer(folded)]


def _changes(text: str, language: str, place: Span) -> bool:
    """Whether a word for becoming more or less, longer or shorter, stands near an amount."""
    return any(
        sight.sense.axis in _CHANGES and sight.start <= place[1] + REACH and place[0] <= sight.end + REACH
        for sight in find_senses(text, language)
    )


@cache
def _patterns(code: str) -> tuple[tuple[Way, regex.Pattern[str]], ...]:
    facts = table("change_amounts").get(code)
    if not facts:
        return ()
    gap = "" if code in UNSPACED else r"(?<!\p{L})"
    amount = _amount(facts, code)
    ways: tuple[Way, Way] = ("by", "to")
    before = [(way, rf"{gap}(?:{_words(facts[way])})[\s\u00a0]?{amount}") for way in ways if way in facts]
    after = [
        (way, rf"{amount}[\s\u00a0]?(?:{_words(facts[f'{way}_after'])})") for way in ways if f"{way}_after" in facts
    ]
    return tuple((way, regex.compile(pattern)) for way, pattern in (*before, *after))


def _amount(facts: dict[str, str], code: str) -> str:
    """A percentage or a fraction, with the article that may stand before it."""
    percent = _words(facts["percent"]) or "%"
    number = (
        r"\p{Nd}[\p{Nd}.,]{0,6}"
        if code not in UNSPACED
        else r"[\p{Nd}一二三四五六七八九十百][\p{Nd}.,一二三四五六七八九十]{0,6}"
    )
    share = rf"(?:{number}[\s\u00a0]?(?:%|٪|{percent})|(?:%|{percent})[\s\u00a0]?{number})"
    if code == "fi":
        share = number
    part = _words(facts["parts"])
    article = (
        r"(?:(?:an?|one|two|ein|eine|einem|einen|die|un|une|um|uma|una|la|a|l'|jedną|jednej|jednu|een|en|eno)[\s'’]?)?"
    )
    return rf"(?:{share}|{article}(?:{part})(?!\p{{L}}))" if code not in UNSPACED else rf"(?:{share}|{part})"


def _words(words: str) -> str:
    return "|".join(
        str(regex.escape(word)).replace("_", r"[\s\u00a0]")
        for word in sorted(words.split(), key=lambda word: -len(word))
    )
