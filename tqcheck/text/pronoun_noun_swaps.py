"""Somebody named and somebody of a pronoun, exchanged: "he threw a friend into the water" for "a friend threw him into the water".

The verbs need not be known. In English the pronoun is the subject and the noun what the verb acts on, and in the other language the noun
is the subject and the pronoun, of the same person, in the object's case beside the verb; or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text.case_forms import has_cases, part_by_case
from tqcheck.text.english_pronoun_verbs import Told, read_told
from tqcheck.text.english_side import english_side
from tqcheck.text.mentions import Mention
from tqcheck.text.overlaps import overlap
from tqcheck.text.passive_agents import has_passive, is_agent
from tqcheck.text.role_marks import marks_of
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_WORD = regex.compile(r"[\p{L}\-]+")
_PRONOUN = regex.compile(r"\b(?:he|she|they|i|we|him|her|them|me|us|who)\b", regex.IGNORECASE)
"""Without one of these beside a noun English tells nothing here, and the dictionary need not be asked."""
_NEAR = 32
"""Characters between the noun and the pronoun, at most."""
_BREAK = r"[.,;:!?。！？،؟、，「」『』“”„«»\"()—–।\n]"
_AND = r"\s(?:and|und|et|e|y|i|и|й|та|en|och|ja|ve|a|и|και|و|और)\s"


def find_pronoun_noun_swap(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    links: Sequence[Link] = (),
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source); `links` = words that render each other."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    english, other, language = pair.english, pair.other, pair.language
    if table_language(language) not in table("verb_roles")["him"]:
        return None
    for told, mention, senses in _told(english, other, language, pair.linked(links)):
        place = _answer(told, mention, senses, other, language)
        if place is not None:
            return pair.places(told.place, place)
    return None


def _told(
    english: str, other: str, language: str, linked: Sequence[tuple[Span, Span]]
) -> Iterator[tuple[Told, Mention, frozenset[str]]]:
    """What English tells of nouns that the other text has as well."""
    if not _PRONOUN.search(english) or not any(
        any(read_told(english, word.span())) for word in _WORD.finditer(english)
    ):
        return
    for party in find_parties(english, other, language, linked):
        for told in read_told(english, party.mention.english):
            yield told, party.mention, party.senses


def _answer(told: Told, mention: Mention, senses: frozenset[str], other: str, language: str) -> Span | None:
    """Where the other text has the two in each other's parts; None where it has not, or nothing is certain."""
    start, end = _clause(other, mention.other)
    clause = other[start:end]
    if not told.acts and is_agent(fold(other, language), mention.other, table_language(language)):
        return start, end
    if has_passive(clause, language) and table_language(language) not in _LOOSE_PASSIVES:
        return None
    part = _part(mention, senses, other, language)
    suffering = [
        match
        for match in _pronouns(told.persons, language).finditer(fold(other, language), start, end)
        if not overlap(match.span(), mention.other)
    ]
    anybody = _anybody(language).search(fold(clause, language))
    if told.acts:  # the English noun acts
        return (start, end) if part == "suffers" and not anybody and _has_verb(clause, language) else None
    if len(suffering) != 1 or _subject(language).search(fold(clause, language)):
        return None
    two = suffering[0].span()
    first, second = sorted((mention.other, two))
    gap = other[first[1] : second[0]]
    if second[0] - first[1] > _NEAR or regex.search(_AND, gap):
        return None
    acts = part == "acts" or (part == "open" and _is_beside(gap, mention.other < two, other[two[1] :], language))
    return (
        (min(mention.other[0], two[0]), max(mention.other[1], two[1])) if acts and _has_verb(clause, language) else None
    )


_LOOSE_PASSIVES = frozenset({"ru", "uk", "pl", "cs", "sr", "bg", "es", "pt", "it", "fr", "ro", "he"})
"""Languages whose signs of a passive are words of other uses as well; beside an object's pronoun there is none."""


def _clause(text: str, place: Span) -> Span:
    """The stretch without punctuation around a place."""
    start = max((match.end() for match in regex.finditer(_BREAK, text[: place[0]])), default=0)
    after = regex.search(_BREAK, text[place[1] :])
    return start, place[1] + after.start() if after else len(text)


def _part(mention: Mention, senses: frozenset[str], other: str, language: str) -> str:
    """The part of the noun: "acts", "suffers", "open" where nothing marks it, "" where it has another."""
    marks = set(marks_of(other, mention, language))
    if marks & {"X", "NOT", "WITH"}:
        return ""
    if has_cases(language) and senses and not mention.name:
        found = part_by_case(mention.words[1], senses, language, mention.person)
        marks = {found} if found else {"BY"}
    elif has_cases(language) and not (mention.name or mention.person):
        return ""
    if marks == {"S"}:
        return "acts"
    if marks == {"S", "O"}:
        return "open"
    return "suffers" if marks <= {"O", "TO"} else ""


def _is_beside(gap: str, noun_first: bool, rest: str, language: str) -> bool:
    """Whether an unmarked noun stands where the one who acts does: before the pronoun with nothing but a verb or little words between."""
    code = table_language(language)
    if code == "zh":
        return (
            noun_first
            and 1 <= len(gap) <= 8
            and not regex.search(r"[对给向跟和与把被比为让替的]|[说问]$|认为|觉得|希望", gap)
            and not regex.match(r"[的们]", rest)
        )
    if code in ("de", "nl", "sv"):
        return bool(gap.strip()) or code == "de"
    if code in ("fr", "es", "pt", "it", "ro", "bg"):
        words = regex.sub(r"\s(?:de|du|di|da|do|del|lui)\s(?:\p{Lu}[\p{L}\-]+\s?){1,3}", " ", gap).lower().split()
        return noun_first and len(words) <= 2 and all(word in _helpers(code) for word in words)
    if code == "ar":
        return gap == " "
    return noun_first and code in ("tr", "fa", "he", "hi") and len(gap.split()) <= 2


@cache
def _helpers(code: str) -> frozenset[str]:
    return frozenset(
        [*str(table("verb_roles")["helpers"].get(code, "")).split(), "qui", "che", "que", "care", "който", "която"]
    )


@cache
def _pronouns(persons: tuple[str, ...], language: str) -> regex.Pattern[str]:
    code = table_language(language)
    words = sorted(
        {word for person in persons for word in str(table("verb_roles")["him"][code][person]).split()}, key=len
    )
    options = "|".join(str(regex.escape(word)).replace("_", r"\s") for word in reversed(words)) or "(?!)"
    if code in UNSPACED:
        return regex.compile(rf"(?:{options})(?![的们])")
    if code == "ar":  # written onto the verb
        return regex.compile(rf"(?<!\p{{L}})(?:[يت]\p{{L}}{{3,}}|\p{{L}}{{3,}}ت)(?:{options})(?!\p{{L}})")
    return regex.compile(rf"(?<![\p{{L}}\-'’])(?:{options})(?![\p{{L}}\p{{M}}])")


@cache
def _anybody(language: str) -> regex.Pattern[str]:
    """Any pronoun that can be an object, possessives and articles of the same form included."""
    code = table_language(language)
    words = "|".join(str(regex.escape(word)) for word in str(table("verb_roles")["anybody"].get(code, "")).split())
    certain = _pronouns(("he", "she", "they", "i", "we"), language).pattern
    if not words:
        return regex.compile(certain)
    edges = ("", "") if code in UNSPACED else (r"(?<!\p{L})", r"(?!\p{L})")
    return regex.compile(f"{certain}|{edges[0]}(?:{words}){edges[1]}")


@cache
def _subject(language: str) -> regex.Pattern[str]:
    words = "|".join(str(table("verb_roles")["he"].get(table_language(language), "")).split()) or "(?!)"
    return regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})")


def _has_verb(clause: str, language: str) -> bool:
    """Whether a word of the clause ends like a verb, where the language has a table of such ends."""
    endings = tuple(str(table("verb_roles")["finite"].get(table_language(language), "")).split())
    return not endings or any(word.endswith(endings) for word in fold(clause, language).split())
