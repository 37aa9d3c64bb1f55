"""Where a text holds an idiom of several words, however they are inflected and whatever small words stand between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from tqcheck.text.dictionary import lemma_of
from tqcheck.text.function_words import closed_classes
from tqcheck.text.stems import SNOWBALL, stem
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import LETTER, PROCLITICS, UNSPACED

LOOSE = 2
"""Words beyond its own that may stand inside an idiom: "let the famous cat out of its bag"."""
_PAIR = 2
"""Words of the shortest form."""
GAP = 5
"""Words that a `~` may stand for."""
ORDERED = frozenset({"en", "fr", "es", "it", "pt", "ro", "sv", "el", "ar", "he", "bg"})
"""Languages whose words keep their order in an idiom."""
HEAD = 4
"""First letters by which the words of a text and of idioms find each other."""
ALIKE, LEAST, LONGER = 0.7, 4, 3
"""Where no stemmer knows a language: share of the shorter word, and letters, in which two forms of one begin alike, and by how many letters
they may differ in length."""
SHORT, CHANGING = 6, frozenset({"tr", "fi", "de", "nl"})
"""Letters up to which a word may be irregular (geese, biss), so that its lemma is looked up, too: that takes longer than to stem it; and
languages whose longer words change inside, too (boyuyor, gestrichen)."""
SEPARABLE = {
    "de": regex.compile(
        r"(ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|unter|vor|weg|zu|zurück)(\p{L}{3,}n)"
    ),
    "nl": regex.compile(r"(aan|af|bij|door|in|mee|na|neer|om|onder|op|over|toe|uit|voor|weg|terug)(\p{L}{2,}en)"),
}
"""Verbs that part in a main clause: "den Hut aufsetzen", "setzt den Hut auf"."""

_BREAK = regex.compile(r"[.;:!?,،؛؟।…()—–]")
_BETWEEN = regex.compile(r"[~_']")
_ELIDED = regex.compile(r"(?<![^~_])(?:\p{L}|qu)'|'s?(?![^~_])")
"""What an apostrophe leaves of an article, a pronoun or a genitive: d'eau, lion's share."""
_WORD = regex.compile(rf"{LETTER}+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """One wording of an idiom: its words but for articles and possessives (`word*` = what begins so), and among how many they stand.

    Attributes:
        keys: the words, in order.
        reach: words among which they stand.
        content: how many of them are more than grammar.
        longest: the numbers of the words, those first that few sentences have.
        tight: whether no two words that are more than grammar may stand between: "make my day" is not in "makes the climb six days".
    """

    keys: tuple[str, ...]
    reach: int
    content: int
    longest: tuple[int, ...]
    tight: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, folded, in order: places, letters, numbers of their clauses, and their own numbers by their first letters.

    `keys`: by what `keys_of` finds idioms of which it has a word.
    """

    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    clauses: tuple[int, ...]
    heads: dict[str, tuple[int, ...]]
    keys: frozenset[str]


def read_form(entry: str, language: str) -> Form | None:
    """An entry of the tables as a form; None where it has fewer than two words that count, or no spaces divide them."""
    if language in UNSPACED:
        return None
    words = [word for word in _BETWEEN.split(_ELIDED.sub("", entry)) if word]
    changing, function = str(table("determiners").get(language, "")).split(), closed_classes(language).function
    keys = tuple(word for word in words if word not in changing and word != "*")
    content = sum(word not in function for word in keys)
    if len(keys) < 2 or not content:
        return None
    longest = sorted(range(len(keys)), key=lambda number: -len(keys[number]))
    tight = len(keys) == _PAIR and "~" not in entry
    return Form(keys, len(words) + LOOSE + GAP * entry.count("~"), content, tuple(longest), tight)


def part_verb(entry: str, language: str) -> str:
    """An entry that ends in a separable verb, with its particle behind; "" where there is none."""
    before, joint, last = entry.rpartition("_")
    verb = SEPARABLE[language].fullmatch(last) if joint and language in SEPARABLE else None
    return f"{before}_{verb[2]}~{verb[1]}" if verb else ""


@lru_cache(maxsize=4096)
def read_words(folded: str, language: str) -> Words:
    """The words of a folded text, with the beginnings of all their forms."""
    found = [(match.span(), match[0]) for match in _WORD.finditer(folded)]
    heads = dict[str, list[int]]()
    for number, (_, word) in enumerate(found):
        for head in heads_of(word, language):
            heads.setdefault(head, []).append(number)
    breaks = [match.start() for match in _BREAK.finditer(folded)]
    return Words(
        tuple(span for span, _ in found),
        tuple(word for _, word in found),
        tuple(bisect_left(breaks, start) for (start, _), _ in found),
        {head: tuple(numbers) for head, numbers in heads.items()},
        frozenset(f"{head}*" for head in heads).union(*(_forms(word, language) for _, word in found)),
    )


def find_form(form: Form, words: Words, language: str) -> Span | None:
    """The shortest stretch of a clause that holds every word of a form, each in a place of its own."""
    places = _all_places(form, words, language)
    if not places:
        return None
    best: Span | None = None
    for first in min(places, key=len):
        chosen = [min(found, key=lambda place: (abs(place - first), place)) for found in places]
        low, high = min(chosen), max(chosen)
        if language in ORDERED and chosen != sorted(chosen):
            continue
        if len({*chosen}) < len(chosen) or high - low >= form.reach or words.clauses[low] != words.clauses[high]:
            continue
        if form.tight and len({*words.texts[low + 1 : high]} - closed_classes(language).function) > 1:
            continue
        if best is None or high - low < best[1] - best[0]:
            best = low, high
    return (words.spans[best[0]][0], words.spans[best[1]][1]) if best else None


def _all_places(form: Form, words: Words, language: str) -> list[Sequence[int]]:
    """The places of each word of a form; nothing where one is missing."""
    found = dict[int, Sequence[int]]()
    for number in form.longest:
        if not (places := _places(form.keys[number], words, language)):
            return []
        found[number] = places
    return [found[number] for number in range(len(form.keys))]


def find_key(key: str, words: Words, language: str) -> list[Span]:
    """Where a text has a form of a word."""
    return [words.spans[number] for number in _places(key, words, language)]


@lru_cache(maxsize=65536)
def heads_of(key: str, language: str) -> frozenset[str]:
    """How the forms of a word begin."""
    return frozenset(form[:HEAD] for form in _forms(key.rstrip("*"), language))


def keys_of(key: str, language: str) -> frozenset[str]:
    """By what an idiom is found from a word of it: its forms where a stemmer knows them all, else how they begin; "" = by any."""
    if not key.endswith("*") and language in SNOWBALL:
        return _forms(key, language)
    bare = key.rstrip("*")
    return frozenset(f"{head}*" for head in heads_of(bare, language)) if len(bare) >= HEAD else frozenset({""})


def _places(key: str, words: Words, language: str) -> Sequence[int]:
    numbers = {number for head in heads_of(key, language) if head in words.heads for number in words.heads[head]}
    return [number for number in sorted(numbers) if _is_form(words.texts[number], key, language)]


@lru_cache(maxsize=65536)
def _is_form(word: str, key: str, language: str) -> bool:
    bare = key.rstrip("*")
    if key.endswith("*") and word.startswith(bare):
        return True
    if not _forms(word, language).isdisjoint(_forms(bare, language)):
        return True
    if language in SNOWBALL or min(len(word), len(bare)) < LEAST:
        return False
    least = max(LEAST, round(ALIKE * min(len(word), len(bare))))
    return word[:least] == bare[:least] and abs(len(word) - len(bare)) <= LONGER


@lru_cache(maxsize=65536)
def _forms(word: str, language: str) -> frozenset[str]:
    """The word, its lemma and its stem; Arabic and Hebrew words also without what is written onto them."""
    irregular = len(word) <= SHORT or language in CHANGING or language not in SNOWBALL
    own = {word, lemma_of(word, language).lower() if irregular else "", stem(word, language)} - {""}
    own |= _verbs(language).get(word, frozenset())
    bare = _PROCLITICS[language].match(word) if language in _PROCLITICS else None
    return frozenset(own | {word[bare.end() :]}) if bare else frozenset(own)


@cache
def _verbs(language: str) -> dict[str, frozenset[str]]:
    """The short and irregular verbs by their forms: "puso" is of "poner"."""
    found = defaultdict[str, set[str]](set)
    for verb, forms in table("idiom_verbs").get(language, {}).items():
        for form in forms.split():
            found[form].add(verb)
    return {form: frozenset(verbs) for form, verbs in found.items()}


_PROCLITICS = {code: regex.compile(rf"{pattern}(?=\p{{L}}{{3}})") for code, pattern in PROCLITICS.items()}
