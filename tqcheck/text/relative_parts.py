"""Whom somebody's relative clause has as the one who acts: "who had taught the boy" against „которого научил мальчик“.

English tells by who, whom and its order; the other language by the case of its relative pronoun. A verb of the clause that both sides have
says that the clauses are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text import patterns
from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.english_clauses import DETERMINER
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.mentions import Mention, may_act
from tqcheck.text.overlaps import joined
from tqcheck.text.passive_agents import has_passive
from tqcheck.text.role_frames import is_silent
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_COMMAS = frozenset({"ru", "uk", "pl", "cs", "de", "hu", "fi"})
"""Languages that always write a comma before a relative clause."""
_REACH = 70
"""Characters of a relative clause in which its verb stands."""
_LATE = r"(?:(?:of|from|in)\s(?:the\s)?[\p{L}\-]+)?"
_ADVERBS = (
    r"(?:(?:had|has|have|also|later|then|once|never|always|often|already|now|even|still|first|will|would|can|could|"
    r"(?!only)\p{L}+ly)\s){0,3}"
)


def find_relative_part(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of somebody and the relative clause that gives him another part."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None or table_language(pair.language) not in table("verb_parts")["relative_acts"]:
        return None
    folded = fold(pair.english, "en")
    if not patterns.search(r"\b(?:who|whom|which|that)\b", folded):
        return None
    for party in find_parties(pair.english, pair.other, pair.language, pair.linked(links)):
        if not may_act(party.mention):
            continue
        for told, verb in _told(folded, party.mention.english[1]):
            seen = _seen(pair, party.mention, verb)
            if seen is not None and seen[0] != told:
                return pair.places(joined(party.mention.english, verb), joined(party.mention.other, seen[1]))
    return None


def _told(folded: str, end: int) -> Iterator[tuple[str, Span]]:
    """What English says of the noun that ends there, and its verb."""
    for told, pattern in _patterns().items():
        found = pattern.match(folded, end)
        if found and not is_silent(found[1]) and found[1] not in _turned():
            yield told, found.span(1)


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    """Relative clauses of somebody who acts, and of somebody who is acted on."""
    facts = table("roles")
    verb = "|".join([r"\p{L}{2,}ed", *f"{facts['past']} {facts['present']} {facts['participle']}".split()])
    acts = rf"\s{_ADVERBS}({verb})\s(?:{DETERMINER}\s|him\b|her\b|them\b|me\b|us\b)"
    somebody = (
        rf"(?:{DETERMINER}\s(?:[\p{{L}}\-’']+\s){{1,3}}?|(?!(?:had|has|have|was|were|is|are|not|also)\s)\p{{L}}+\s)"
    )
    return {
        "acts": regex.compile(rf"{_LATE},?\s(?:who|which|that){acts}"),
        "suffers": regex.compile(rf"{_LATE},?\s(?:whom|which|that)\s{somebody}{_ADVERBS}({verb})\b"),
    }


def _seen(pair: EnglishSide, mention: Mention, verb: Span) -> tuple[str, Span] | None:
    """What the other language says of the noun, and the stretch of the relative clause, where it is the one that has the verb."""
    found = _relative(table_language(pair.language)).match(fold(pair.other, pair.language), mention.other[1])
    if found is None:
        return None
    start = found.start("acts") if found["acts"] else found.start("suffers")
    end = min(len(pair.other), start + _REACH)
    stop = regex.search(r"[,.;:!?]", pair.other[found.end() : end])
    last = _end_of_same(pair, verb, (start, found.end() + stop.start() if stop else end))
    if last is None or has_passive(pair.other[start:last], pair.language):
        return None
    return ("acts" if found["acts"] else "suffers"), (start, last)


def _end_of_same(pair: EnglishSide, verb: Span, clause: Span) -> int | None:
    """Where the word of the clause ends that renders the verb, or the clause where no word does but another one is rendered; else None."""
    ours, theirs = read_both((pair.english, ENGLISH), (pair.other, pair.language))
    stop = regex.search(r"[,.;:!?]", pair.english[verb[1] :])
    end = verb[1] + stop.start() if stop else len(pair.english)
    verbs = next((reading[2] for reading in ours if reading[0] == verb[0]), frozenset[str]())
    if any(reading[2] & verbs for reading in theirs):
        return next((reading[1] for reading in _within(theirs, clause) if reading[2] & verbs), None)
    heads = frozenset[str]().union(*(reading[2] for reading in _within(ours, (verb[1], end))))
    return clause[1] if any(reading[2] & heads for reading in _within(theirs, clause)) else None


def _within(readings: Sequence[Reading], place: Span) -> list[Reading]:
    return [reading for reading in readings if place[0] <= reading[0] and reading[1] <= place[1]]


@cache
def _turned() -> frozenset[str]:
    return frozenset(str(table("verb_roles")["turned"]).split())


@cache
def _relative(code: str) -> regex.Pattern[str]:
    """A relative pronoun behind a noun, with up to two words of its phrase between them."""
    acts, suffers = (
        "|".join(str(table("verb_parts")[f"relative_{part}"][code]).split()).replace("_", r"\s") or "(?!)"
        for part in ("acts", "suffers")
    )
    comma = r",\s" if code in _COMMAS else r",?\s"
    return regex.compile(rf"(?:\s[\p{{L}}\-]+){{0,2}}?{comma}(?:(?P<acts>{acts})|(?P<suffers>{suffers}))(?!\p{{L}})")
