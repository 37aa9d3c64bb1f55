"""Persons and bodies that both sides of a pair name once: by their names, or by what they are (`data/opposites`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tqcheck.text import patterns
from tqcheck.text.concept_search import find_senses
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.function_words import closed_classes
from tqcheck.text.name_rendering import endings_of, renders
from tqcheck.text.name_words import CASELESS, Word, names_in, words_of
from tqcheck.text.overlaps import overlap
from tqcheck.text.participants import find_participants
from tqcheck.text.places import place_forms, renders_place
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import table_language

Span = tuple[int, int]
_DETERMINED = r"\b(?:the|an?|his|her|its|their|our|my|your|this|that|every|each|another)\s(?:[\p{L}\-]+\s)?$"
_PERSON = r"^\p{L}{2,}(?:er|or|ist|ian|m[ae]n|ee)$"
"""Ends of English nouns of persons."""
PARTY_AXES = frozenset({"kin", "role", "person", "body"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One participant: its place in the English text and in the other one.

    Attributes:
        name: whether it is a name.
        words: the words on both sides, the English one first.
        person: whether it is a human being, or a name that may be one.
    """

    english: Span
    other: Span
    name: bool
    words: tuple[str, str]
    person: bool = False

    @property
    def plural(self) -> bool:
        """Whether the English noun is in the plural."""
        word = self.words[0].lower()
        return not self.name and (
            word.endswith(("men", "children", "people")) or (word[-1] == "s" and word[-2:] != "ss")
        )


def find_mentions(english: str, other: str, language: str, linked: Sequence[tuple[Span, Span]] = ()) -> list[Mention]:
    """The participants that each text names exactly once, in the order of the English one; `linked` = words that render each other."""
    found = [*_by_tables(english, other, language)]
    _add(found, [_linked(one, two, english, other) for one, two in linked if is_noun(english, one)])
    return sorted(found, key=lambda mention: mention.english)


@lru_cache(maxsize=256)
def _by_tables(english: str, other: str, language: str) -> tuple[Mention, ...]:
    """Names, and participants that tables hold; kept, since several readers of roles ask for them."""
    found = _named(english, other, language)
    _add(found, [*_placed(english, other, language)])
    _add(found, [*_described(english, other, language), *_listed(english, other, language)])
    return tuple(found)


def _add(found: list[Mention], more: Sequence[Mention]) -> None:
    for item in more:
        if not any(overlap(item.english, mine.english) or overlap(item.other, mine.other) for mine in found):
            found.append(item)


def _listed(english: str, other: str, language: str) -> list[Mention]:
    return [
        _mentioned(one, two, english, other, person=person)
        for one, two, person in find_participants(english, other, language)
    ]


def _mentioned(one: Span, two: Span, english: str, other: str, *, person: bool) -> Mention:
    words = english[slice(*one)], other[slice(*two)]
    return Mention(one, two, False, words, person or is_person(words[0]))


def _linked(one: Span, two: Span, english: str, other: str) -> Mention:
    return _mentioned(one, two, english, other, person=False)


@lru_cache(maxsize=4096)
def is_person(word: str) -> bool:
    """Whether an English noun names a human being or an animal, by its ending or because it is listed."""
    forms = {small := word.lower(), small.removesuffix("s"), lemma_of(small, "en") or small}
    if not forms.isdisjoint(_nouns("not")):
        return False
    if not forms.isdisjoint(_nouns("persons")):
        return True
    if small.endswith("er") and not forms <= {small} and not any(form.endswith("er") for form in forms - {small}):
        return False  # "broader" is more than broad, nobody who broads
    return forms.isdisjoint(_nouns("bodies")) and any(patterns.search(_PERSON, form) for form in forms)


def may_act(mention: Mention) -> bool:
    """Whether a participant is somebody, or a body: what an unknown verb may have on either side."""
    return mention.person or is_body(mention.words[0])


def is_somebody(word: str) -> bool:
    """Whether an English noun names a human being, an animal or a body."""
    return is_person(word) or is_body(word)


@lru_cache(maxsize=4096)
def is_body(word: str) -> bool:
    """Whether an English noun names a body, which acts as well."""
    return not _nouns("bodies").isdisjoint({word.lower(), lemma_of(word, "en")})


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(str(table("person_nouns")[kind]).split())


def is_noun(english: str, place: Span) -> bool:
    """Whether an English word is the noun of its phrase, by a determiner before it and the end of the phrase behind it."""
    before, after = english[: place[0]].lower(), patterns.match(r"\s([\p{L}'’]+)", english[place[1] :])
    if english[place[0]].isupper() and before.strip():
        return True
    if is_verb(english[slice(*place)]) or not (patterns.search(_DETERMINED, before) or english[place[0]].isupper()):
        return False
    word = after[1].lower() if after else ""
    return not word or word in closed_classes("en").function or is_verb(word)


def is_verb(word: str) -> bool:
    """Whether an English word is no noun, by its ending or because it is listed as a verb."""
    facts = table("roles")
    known = _verbs(f"{facts['past']} {facts['present']} {facts['participle']}")
    return bool(patterns.search(r"(?:ed|ing|ly)$", word)) or word.lower() in known


@cache
def _verbs(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _named(english: str, other: str, language: str) -> list[Mention]:
    code, found = table_language(language), list[Mention]()
    words = [word for word in words_of(other) if code in CASELESS or word.text[0].isupper()]
    for name in names_in(english, "en"):
        hits = [word for word in words if renders(name.text, word.text, endings_of(language))]
        twice = sum(word.text == name.text for word in words_of(english)) > 1
        if len(hits) == 1 and not twice:
            found.append(_mention(name, hits[0]))
    return found


def _placed(english: str, other: str, language: str) -> Iterator[Mention]:
    """Countries and cities, which act as well, wherever they stand in the sentence."""
    code, words = table_language(language), words_of(english)
    for name in words:
        forms = place_forms(name.text, "en", language) if name.text[0].isupper() else ()
        if not forms or sum(word.text == name.text for word in words) > 1:
            continue
        if code in UNSPACED:
            hits = [(other.find(form), other.find(form) + len(form)) for form in forms if other.count(form) == 1]
        else:
            hits = [
                (word.start, word.end)
                for word in words_of(other)
                if (code in CASELESS or word.text[0].isupper()) and renders_place(name.text, word.text, "en", language)
            ]
        if len(hits) == 1:
            yield Mention((name.start, name.end), hits[0], True, (name.text, other[slice(*hits[0])]), person=True)


def _mention(name: Word, word: Word) -> Mention:
    return Mention((name.start, name.end), (word.start, word.end), True, (name.text, word.text), person=True)


def find_unlisted(folded: str) -> list[Mention]:
    """The nouns of an English text in lowercase that may be persons or bodies, wherever the other text has them."""
    words = patterns.finditer(r"(?<![\p{L}\-])\p{L}{3,}(?:-\p{L}+)*", folded)
    found = (Mention(word.span(), word.span(), False, (word[0], word[0]), person=is_person(word[0])) for word in words)
    return [mention for mention in found if may_act(mention)]


def _described(english: str, other: str, language: str) -> list[Mention]:
    sides = [
        [sight for sight in find_senses(text, code) if sight.sense.axis in PARTY_AXES and sight.sense.firm]
        for text, code in ((english, "en"), (other, language))
    ]
    found = list[Mention]()
    for sight in sides[0]:
        here = [item for item in sides[0] if item.sense == sight.sense]
        there = [item for item in sides[1] if item.sense == sight.sense]
        if len(here) == len(there) == 1:
            words = english[sight.start : sight.end], other[there[0].start : there[0].end]
            person = sight.sense.axis != "body"
            found.append(Mention((sight.start, sight.end), (there[0].start, there[0].end), False, words, person))
    return found


def between(text: str, one: Span, two: Span) -> str:
    """The text between two places, whichever comes first."""
    first, second = sorted((one, two))
    return text[first[1] : second[0]]
