"""How a text addresses its reader, and the places where it changes the form: du among Sie, tu among vous, plain among polite endings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from tqcheck.text.familiar_commands import Commands
from tqcheck.text.masks import FILLER
from tqcheck.text.quotations import quoted_ranges
from tqcheck.text.quotes import scan_quotes
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

LEAST_USUAL = 2
"""Words of the usual form that a text must have, in as many sentences."""
RATIO = 2
"""How many times as often as the other form the usual one must stand."""
LEAST_ENDINGS, ENDINGS_RATIO = 3, 3
"""The same for sentences, where endings address."""

_HEAD = regex.compile(r"(?:^|[.!?:;…„“”\"»«—–(\n\ufffc])\s*$")
_SELF = regex.compile(r"अपने\s$")
"""अपने आप = by itself."""


@dataclass(frozen=True, slots=True)
class Address:
    """A word that addresses the reader: number of the sentence, offsets in it, whether it is the polite form.

    A `weak` one may be something else: it tells what is usual in a text, and is never odd.
    """

    sentence: int
    start: int
    end: int
    polite: bool
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Mixed:
    """The odd forms and the usual ones of a text, both in order; `sure` 0-1."""

    odd: tuple[Address, ...]
    usual: tuple[Address, ...]
    sure: float


def find_mixed_address(sentences: Sequence[str], language: str) -> Mixed | None:
    """The forms of address that are not the text's usual one; None where it keeps to one, or where none is usual.

    Args:
        sentences: running text outside block quotations, one sentence each; what stands in quotation marks is not judged.
        language: its ISO 639 code.
    """
    facts = dict(table("register").get(table_language(language), {}))
    if not facts:
        return None
    by_endings = "endings" in facts
    found = [
        address
        for index, text in enumerate(sentences)
        for address in (_endings(index, text, facts["endings"]) if by_endings else _words(index, text, language, facts))
    ]
    least, ratio = (LEAST_ENDINGS, ENDINGS_RATIO) if by_endings else (LEAST_USUAL, RATIO)
    polite = [item for item in found if item.polite]
    familiar = [item for item in found if not item.polite]
    if facts.get("commands") and len({item.sentence for item in polite}) >= LEAST_USUAL:
        familiar += _commanded(sentences, Commands(language, facts["commands"]), familiar)
    usual, odd = (polite, familiar) if len(polite) >= len(familiar) else (familiar, polite)
    odd = sorted((item for item in odd if not item.weak), key=lambda item: (item.sentence, item.start))
    often, seldom = (len({item.sentence for item in items}) for items in (usual, odd))
    if not odd or all(item.weak for item in usual) or often < max(least, ratio * seldom):
        return None
    return Mixed(tuple(odd), tuple(usual), 0.6 if odd[0].polite and facts.get("plural") else 0.85)


def _commanded(sentences: Sequence[str], commands: Commands, told: Sequence[Address]) -> list[Address]:
    """The familiar commands of sentences that address nobody familiarly by other words."""
    known = {item.sentence for item in told}
    return [
        Address(index, start, end, polite=False)
        for index, text in enumerate(sentences)
        if index not in known
        for start, end in commands.find(_without_quotations(text))
    ]


def addresses_familiarly(text: str, language: str) -> bool:
    """Whether a sentence has a familiar form."""
    facts = dict(table("register").get(table_language(language), {}))
    return "familiar" in facts and bool(compile_words(facts["familiar"], language).search(fold(text, language)))


def _words(index: int, text: str, language: str, facts: dict[str, Any]) -> Iterator[Address]:
    bare = _without_quotations(text)
    small = fold(bare, language)
    for form in ("familiar", "polite", "weak"):
        for match in compile_words(facts.get(form, ""), language).finditer(small):
            if not (_is_plural(small, match.end(), language) or _SELF.search(small, 0, match.start())):
                yield Address(index, match.start(), match.end(), form != "familiar", form == "weak")
    for form in ("familiar", "polite"):
        match = compile_words(facts.get(f"head_{form}", ""), language).match(small)
        if match:
            yield Address(index, match.start(), match.end(), form == "polite")
    for match in compile_words(facts.get("cased", ""), language).finditer(bare):
        title = table_language(language) == "pl" and bare[match.end() : match.end() + 2].strip()[:1].isupper()
        if not _HEAD.search(bare[: match.start()]) and not title:
            yield Address(index, match.start(), match.end(), polite=True)


def _is_plural(text: str, end: int, language: str) -> bool:
    """你们, which addresses several people in either form."""
    return table_language(language) == "zh" and text[end : end + 1] in ("们", "們")


def _endings(index: int, text: str, patterns: dict[str, str]) -> Iterator[Address]:
    bare = _without_quotations(text).rstrip()
    for form in ("polite", "plain"):
        match = _ending(patterns[form]).search(bare)
        if match:
            yield Address(index, match.start(1), match.end(1), form == "polite")
            return


@cache
def _ending(pattern: str) -> regex.Pattern[str]:
    return regex.compile(rf"(\w{{0,2}}{pattern})[。.!！?？]$")


def _without_quotations(text: str) -> str:
    ranges = [*quoted_ranges(text), *((item.start, item.end) for item in scan_quotes(text).quotations)]
    for start, end in ranges:
        text = text[:start] + FILLER * (end - start) + text[end:]
    return text
