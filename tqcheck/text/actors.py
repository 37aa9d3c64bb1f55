"""English nouns of persons and bodies, and which of them translators set for one another: `data/actors.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.function_words import closed_classes
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold

Span = tuple[int, int]
_DETERMINED = (
    r"(?<!\p{L})(?:the|an?|his|her|its|their|our|my|your|this|that|every|each|another|no|one|some|two|three|four|five|other|many|\p{L}+['’]s?)\s"
    r"(?:\p{L}[\p{L}\-]+\s)?$"
)
"""What stands before a word that is a noun and no verb."""

_PLACED = frozenset({"shop", "across", "opposite", "near", "round", "down", "next"})
"""What follows a noun that names a shop: "the dry cleaner's across the road"."""

_THINGS = (
    r"\s(?:seats?|lists?|trains?|ships?|ferry|ferries|planes?|jets?|cars?|side|doors?|services?|protests?|cards?|fees|loans?|strikes?|"
    r"movements?|markets?|cabins?|traffic|numbers|satisfaction|care|records?|support|rights|station|stations|work|training|life|groups?)\b"
)
"""Things that are named for whom they are for, or who makes them; other languages have no person there."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun of a text and the singular that the groups have."""

    place: Span
    noun: str

    @property
    def meanings(self) -> frozenset[str]:
        """The noun and all that may stand for it."""
        return alike(self.noun)


def find_actors(text: str) -> list[Actor]:
    """The persons and bodies that an English text names, those apart whose word says too little; the last noun of each row of nouns."""
    folded, found = fold(text, "en"), list[Actor]()
    for match in patterns.finditer(r"(?<![\p{L}\-])\p{L}[\p{L}\-]*(?!\p{L})", folded):
        row = f"{folded[: match.start()].rstrip().rpartition(' ')[2]}-{match[0]}"
        noun = _forms().get(row) or _forms().get(match[0])
        if noun is None or (text[match.start()].isupper() and match.start() > 0 and not _begins(text, match.start())):
            continue
        if noun in words_of("verbs") and not patterns.search(_DETERMINED, folded[: match.start()]):
            continue
        if found and folded[found[-1].place[1] : match.start()] == " ":
            found.pop()  # "a bank manager"
        if _is_owner_of_kin_or_shop(folded, match.end(), noun) or patterns.match(_THINGS, folded[match.end() :]):
            continue
        owner = patterns.search(r"(\p{L}[\p{L}\-]*?)['’]s?\s(?:\p{L}+\s)?$", folded[: match.start()])
        if owner and {noun, singular(owner[1])} <= words_of("kin"):
            continue  # "his brother's wife" is one word elsewhere
        found.append(Actor(match.span(), noun))
    return [actor for actor in found if actor.noun not in words_of("plain")]


def _is_owner_of_kin_or_shop(folded: str, end: int, noun: str) -> bool:
    """Whether a noun is in "his aunt's vases", which is an adjective elsewhere, or in "at the baker's"."""
    match = patterns.match(r"['’]s?(?:\s(\p{L}+))?", folded[end:])
    if match is None:
        return False
    owned = match[1] or ""
    return noun in words_of("kin") or not owned or owned in _PLACED or owned in closed_classes("en").function


def _begins(text: str, place: int) -> bool:
    return bool(patterns.search(r"[.!?:…“”\"«»‘]\s?$", text[:place]))


def singular(word: str) -> str:
    """The noun of the groups that a word is a form of, or short for; the word itself where it is none."""
    return _forms().get(word) or _titles().get(word, word)


@cache
def _titles() -> dict[str, str]:
    return dict(entry.split(":") for entry in words_of("titles"))


@cache
def spellings(noun: str) -> frozenset[str]:
    """The noun as either side of the ocean writes it."""
    return frozenset({noun, noun.replace("our", "or")})


@cache
def alike(noun: str) -> frozenset[str]:
    """The noun and all that may stand for it."""
    return spellings(noun).union(*(group for group in _groups() if noun in group))


@cache
def is_actor(noun: str) -> bool:
    """Whether a noun names a person or body, and says enough to be somebody else than another."""
    return noun not in words_of("plain") and any(noun in group for group in _groups())


@cache
def words_of(key: str) -> frozenset[str]:
    """The words of a list of the table."""
    return frozenset(str(table("actors")[key]).split())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    groups = (frozenset(str(group).split()) for group in table("actors")["groups"])
    return tuple(frozenset[str]().union(*map(spellings, group)) for group in groups)


@cache
def _forms() -> dict[str, str]:
    """Singulars and plurals -> singular."""
    nouns = sorted(frozenset[str]().union(*_groups()))
    return {form: noun for noun in nouns for form in (_plural(noun), noun)}


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("in-law"):
        return noun.replace("-", "s-", 1)
    if regex.search(r"(?:s|x|ch|sh|ss)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if regex.search(r"[^aeiou]y$", noun) else noun + "s"
