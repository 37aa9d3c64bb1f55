"""What an English text tells of a noun and a pronoun with a verb between them: "he threw a friend", "the tenant paid her"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tqcheck.text import patterns
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.role_frames import is_silent
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold

Span = tuple[int, int]
_DETERMINER = r"(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|two|three|some|every|each|another|one)"
_SMALL = (
    r"(?:of|for|with|at|in|on|about|against|over|under|into|through|by|from|to|than|as|and|or|but|that|who|not|when|where|if|why|how|"
    r"what|which|because|while|after|before)"
)
_PHRASE = rf"(?:{_DETERMINER}\s)?(?:(?!{_SMALL}\s|{_DETERMINER}\s)[\p{{L}}\-]+(?:['’]s)?\s){{0,3}}"
_ADVERBS = (
    r"(?:(?:had|has|have|also|since|later|then|once|never|always|often|already|now|even|only|still|first|finally|will|would|must|may|"
    r"might|could|can|did|does|do|not|just|should|\p{L}+ly)\s){0,3}"
)
_CHAIN = r"(?:(?:had|has|have|wanted|tried|refused|decided|managed|began|started|promised|agreed|hoped|offered|came|went)\sto\s)?"
"""Verbs whose subject is that of the verb behind them."""
_BE = r"(?:was|were|is|are|be|been|being|am|got|get|gets|had|has|have|s)"
_FIRST = r"(?:[^.;:!?,“”\"]{2,45}?\sand\s)?"
"""What the one who acts does before: "he had run out of matches and …"."""
_GOING = r"(?:been|was|were|is|are|am|be)\s(?=\p{L}+ing\s)"
_BETWEEN = r"(?:over|up|back|out)\s|(?:(?!to\s|from\s|by\s)[\p{L}\d\-]+\s){0,4}?(?:to|from)\s"
"""What stands between the verb and the noun that it acts on, is given to or taken from."""
_GOVERNED = (
    rf"\b(?:of|for|with|at|in|on|about|against|over|by|from|to|than|between|near|like|without|not|and|or|nor|as)\s(?:{_DETERMINER}\s)?"
    rf"(?:(?!{_DETERMINER}\s)[\p{{L}}\-]+\s){{0,2}}$"
)
_PERSONS = {"he": ("he",), "she": ("she",), "they": ("they",), "i": ("i",), "we": ("we",), "who": ("he", "she")}
_OBJECTS = {"him": ("he",), "her": ("she",), "them": ("they",), "me": ("i",), "us": ("we",)}
_OWN = {
    "he": r"his|him|himself",
    "she": r"her|hers|herself",
    "they": r"their|them",
    "i": r"my|me|myself",
    "we": r"our|us",
    "who": r"his|her|him|their",
}
_AFTER_HER = (
    r"(?=\s?(?:[.,;:!?)”\"€$£\d]|$)|\s(?:to|for|from|into|of|in|on|at|with|and|but|when|that|out|off|up|back|the|a|an|round|by|about|"
    r"over|as)\b)"
)
"""What follows "her" where it is no possessive."""


_OWNED = rf"(?:\b{_DETERMINER}|['’]s)\s(?:[\p{{L}}\-]+\s){{0,2}}$"


@dataclass(frozen=True, slots=True)
class Told:
    """A noun and a pronoun of one English clause.

    Attributes:
        acts: the noun acts on the pronoun; else the pronoun acts on the noun.
        persons: keys of the pronoun (`he`, `she`, `they`, `i`, `we`).
        place: from the one to the other.
    """

    acts: bool
    persons: tuple[str, ...]
    place: Span


def read_told(english: str, noun: Span) -> Iterator[Told]:
    """What the text tells of the noun at a place; nothing where the noun is no head of its phrase."""
    text = fold(english, "en")
    if not is_head(english, noun):
        return
    if patterns.match(r"['’]s\b|['’]\s", text[noun[1] :]):
        return
    yield from _suffering(text, noun)
    yield from _acting(text, noun)


def is_head(english: str, noun: Span) -> bool:
    """Whether a word may be the noun of its phrase: a name, a plural, or something with a determiner before it."""
    word, before = english[slice(*noun)].lower(), english[: noun[0]].lower()
    if word.endswith(("ly", "ed", "ing")) or word in _list("no_nouns"):
        return False
    return (
        english[noun[0]].isupper()
        or word.endswith("s")
        or bool(patterns.search(_OWNED, before))
        or word in _list("plurals")
    )


def _suffering(text: str, noun: Span) -> Iterator[Told]:
    before = text[max(0, noun[0] - 80) : noun[0]]
    found = patterns.search(
        rf"\b(he|she|they|i|we|who)\s{_FIRST}{_ADVERBS}{_CHAIN}(?:{_GOING}|(?!{_BE}\s|{_DETERMINER}\s|{_SMALL}\s))(\p{{L}}{{3,}})\s({_BETWEEN})?{_PHRASE}$",
        before,
    )
    behind = patterns.compiled(r"[,.;:!?]").split(text[noun[1] : noun[1] + 70], maxsplit=1)[0]
    if found is None or patterns.match(
        r"\s(?!\p{L}+ly)(?:of|and|or|who|that|which|was|were|had|has|is|are|would|will|could|\p{L}+ed)\b", behind
    ):
        return
    if (found[3] and "to " in found[3] + " " and not _takes(found[2], "to")) or (
        found[3] and "from " in found[3] and not _takes(found[2], "from")
    ):
        return
    if (
        is_silent(found[2])
        or found[2] in _list("turned")
        or found[2].endswith("ly")
        or patterns.search(rf"\b(?:{_OWN[found[1]]})\b", behind)
    ):
        return
    start = max(0, noun[0] - 80) + found.start()
    yield Told(False, _PERSONS[found[1]], (start, noun[1]))


def _takes(verb: str, preposition: str) -> bool:
    """Whether a verb has somebody behind the preposition to whom, or from whom, it goes."""
    forms = {lemma_of(verb, "en") or verb, verb.removesuffix("ing"), verb.removesuffix("ing") + "e"}
    return bool(forms & _list(preposition))


def _acting(text: str, noun: Span) -> Iterator[Told]:
    before, behind = text[max(0, noun[0] - 40) : noun[0]], text[noun[1] :]
    found = patterns.match(
        rf"(?:,\s[\p{{L}}\-]+(?:\s[\p{{L}}\-]+)?,)?\s(?:who\s)?{_ADVERBS}{_CHAIN}(?!{_BE}\s|{_SMALL}\s)(\p{{L}}{{3,}})\s(him|them|me|us|her{_AFTER_HER})(?!\p{{L}})",
        behind,
    )
    if found is None or is_silent(found[1]) or found[1] in _list("turned") or found[1].endswith(("ly", "ing")):
        return
    if patterns.search(_GOVERNED, before):
        return
    yield Told(True, _OBJECTS[found[2]], (noun[0], noun[1] + found.end()))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(table("verb_roles")[name]).split())


def read_pronoun_pairs(english: str) -> list[tuple[str, Span]]:
    """Who acts (`he`, `she`), and where, wherever a man and a woman stand around a verb: "she had once accused him"."""
    found = patterns.finditer(
        rf"\b(he|she)\s{_ADVERBS}{_CHAIN}(?!{_BE}\s|{_SMALL}\s)(\p{{L}}{{3,}})\s(?:over\s|to\s)?(him|her{_AFTER_HER})(?!\p{{L}})",
        fold(english, "en"),
    )
    return [
        (match[1], match.span())
        for match in found
        if (match[1] == "he") == (match[3] == "her") and not is_silent(match[2]) and match[2] not in _list("turned")
    ]
