"""The table of negations as patterns, by language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import WordPattern, compile_words

_FINITE = r"(?:l[aoiy]?|jí|ou|[eíá]me|[eěíá]jte|[eěíá]?te|uj[ei]|[íá]m|[eíá]š|ej|[íáue])"
"""Endings of Czech and Slovak verbs, which write the negation onto the verb."""


@cache
def word_list(code: str, field: str, *, clitics: bool = False) -> WordPattern:
    """One list of words of a language; `clitics` as in `compile_words`."""
    return compile_words(str(table("negation")[code].get(field, "")), code, clitics=clitics)


@cache
def inside_verbs(code: str) -> regex.Pattern[str]:
    """Verbs that hold the negation: `suffix` somewhere behind the stem (Turkish), `verb_prefix` before it (Czech)."""
    facts = table("negation")[code]
    if "verb" in facts:
        return regex.compile(str(facts["verb"]))
    if "suffix" in facts:
        return regex.compile(rf"(?<!\p{{L}})\p{{L}}{{1,20}}{facts['suffix']}\p{{L}}{{0,8}}")
    if "verb_prefix" in facts:
        return regex.compile(rf"(?<!\p{{L}}){facts['verb_prefix']}\p{{L}}{{1,16}}?{_FINITE}(?!\p{{L}})")
    return regex.compile(r"(?!)")


@cache
def idle_constructions(code: str) -> regex.Pattern[str]:
    """Constructions that hold a negation and deny nothing: "ne ... que", Turkish "whether" ("gidip gitmeyeceği")."""
    return regex.compile("|".join(map(str, table("negation")[code].get("idle", ()))) or r"(?!)")


@cache
def idle_phrases(code: str) -> regex.Pattern[str]:
    """Phrases that deny nothing ("no doubt") and may be said without a negation."""
    return _phrases(code, table("negation")[code]["skip"])


@cache
def other_words(code: str) -> regex.Pattern[str]:
    """Words of another meaning that hold the sign of a negation."""
    return _phrases(code, table("negation")[code].get("mask", ()))


def _phrases(code: str, listed: Iterable[str]) -> regex.Pattern[str]:
    """The phrases, longest first, whole words where a script has spaces."""
    phrases = [phrase.lower() for phrase in listed]
    if code == "sr":
        phrases = [*phrases, *map(to_cyrillic, phrases)]
    edges = ("", "") if code in UNSPACED else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    options = [
        r"(?:\s\p{L}+){0,3}?\s".join(
            str(regex.escape(part)).replace("’", "'").replace("'", "['’]") for part in phrase.strip().split(" ~ ")
        )
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    return regex.compile("|".join(rf"{edges[0]}{option}{edges[1]}" for option in options) or r"(?!)")
