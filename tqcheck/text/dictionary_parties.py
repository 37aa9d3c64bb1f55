"""A person or body in the place of another, by the bilingual dictionary: "the foreman" → „inspektor“, where no list has the two.

An English noun of `actors` that nothing on the other side can render, and a word of the other side that renders such a noun firmly and
that nothing in the English text can mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from tqcheck.model import Link
from tqcheck.text import patterns
from tqcheck.text.actors import Actor, alike, find_actors, is_actor, singular, spellings, words_of
from tqcheck.text.bilingual import Reading, firm_headwords, read_both
from tqcheck.text.bilingual_table import ENGLISH, renderings_of
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_rendering import endings_of, renders
from tqcheck.text.name_words import CASELESS, NOUNS_IN_CAPITALS
from tqcheck.text.overlaps import overlap
from tqcheck.text.participants import english_key, rows_of
from tqcheck.text.parties import named
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import table_language

Span = tuple[int, int]
_SHORT, _LEAST = 2, 4
"""Characters of a word that may name somebody, at least, in scripts without spaces and in others."""
_STEM, _ROOT = 5, 3
"""Letters that two words of one stem begin alike with, and letters of the shorter word where they are fewer, at least."""
_OTHER_LINK = 0.45
"""Strength of a link between words that render each other."""
_MOSTLY = 0.5
"""Share of what a word firmly renders that must name persons or bodies."""


def find_dictionary_exchange(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of the one person of each side whom the other side does not name."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    actors = find_actors(pair.english)
    if not actors:
        return None
    here, there = read_both((pair.english, ENGLISH), (pair.other, pair.language))
    if not there:
        return None
    lost = _lost(actors, here, there, pair)
    gained = _gained(here, there, pair) if lost else []
    if len(gained) != 1:
        return None
    place, nouns = gained[0]
    joined = [(*both, link.strength) for both, link in zip(pair.linked(links), links, strict=True)]
    for actor in lost:
        if _is_body(nouns) == _is_body({actor.noun}) and not _renders_other(joined, actor.place, place):
            return pair.places(actor.place, place)
    return None


def _is_body(nouns: Iterable[str]) -> bool:
    return not words_of("bodies").isdisjoint(nouns)


def _renders_other(joined: Sequence[tuple[Span, Span, float]], one: Span, two: Span) -> bool:
    """Whether a link joins either of the two words with another one."""
    return any(
        strength >= _OTHER_LINK and overlap(here, one) != overlap(there, two) for here, there, strength in joined
    )


def _lost(actors: Iterable[Actor], here: Sequence[Reading], there: Sequence[Reading], pair: EnglishSide) -> list[Actor]:
    """The English nouns that the dictionary can render and the other side does not."""
    said = _heads(there) | named(pair.other, pair.language, firm=True)
    firmly = _unclaimed([_firm(reading, pair) for reading in there], _words(here, pair))
    firmly |= named(pair.other, pair.language, firm=True) - named(pair.english, ENGLISH, firm=True)
    return [
        actor
        for actor in actors
        if _is_known(actor.noun, pair.language)
        and not _answers(spellings(actor.noun), said)
        and firmly.isdisjoint(alike(actor.noun))
    ]


def _gained(here: Sequence[Reading], there: Sequence[Reading], pair: EnglishSide) -> list[tuple[Span, list[str]]]:
    """The words of the other side that render a noun of a person or body, of whom the English text says nothing."""
    said = _words(here, pair) | named(pair.english, ENGLISH, firm=True)
    exact = frozenset[str]().union(*(_firm(one, pair) for one in there))
    left = _unclaimed([heads for *_, heads in here], exact) | (frozenset(map(singular, _written(pair))) - exact)
    left |= named(pair.english, ENGLISH, firm=True) - named(pair.other, pair.language, firm=True)
    found = list[tuple[Span, list[str]]]()
    for reading in there:
        start, end, heads = reading
        firm = _firm(reading, pair)
        nouns = [head for head in firm if is_actor(head)]
        if not _may_name(pair, start, end) or not nouns or len(nouns) < _MOSTLY * len(firm):
            continue
        lemma = firm_headwords(lemma_of(pair.other[start:end], pair.language), pair.language)
        if not _answers(heads | lemma, said) and left.isdisjoint(
            frozenset[str]().union(*(alike(head) for head in nouns))
        ):
            found.append(((start, end), nouns))
    return found


def _may_name(pair: EnglishSide, start: int, end: int) -> bool:
    """Whether a word of the other side is long enough to name somebody by what he is, and no proper name."""
    word, code = pair.other[start:end], primary(pair.language)
    if end - start < (_SHORT if code in UNSPACED else _LEAST):
        return False
    if code not in CASELESS:
        return code in NOUNS_IN_CAPITALS or not word[0].isupper() or not pair.other[:start].strip(" «»„“”\"'‘’—–-")
    names = (match[0] for match in patterns.finditer(r"(?<!^)\b\p{Lu}\p{L}+", pair.english))
    return not any(renders(name, word, endings_of(pair.language)) for name in names)


def _words(here: Sequence[Reading], pair: EnglishSide) -> frozenset[str]:
    """The English words as they are written, and the headwords that they are forms of."""
    return _heads(here).union(_written(pair), map(singular, _written(pair)))


def _written(pair: EnglishSide) -> list[str]:
    return [match[0].lower() for match in patterns.finditer(r"\p{L}+(?:-\p{L}+)*", pair.english)]


def _unclaimed(meanings: Iterable[frozenset[str]], said: frozenset[str]) -> frozenset[str]:
    """What the words of one side mean that no word of the other renders exactly: these may stand for something alike."""
    return frozenset[str]().union(*(found for found in meanings if found.isdisjoint(said)))


def _firm(reading: Reading, pair: EnglishSide) -> frozenset[str]:
    start, end, heads = reading
    return firm_headwords(pair.other[start:end], pair.language) & heads


def _heads(readings: Iterable[Reading]) -> frozenset[str]:
    return frozenset[str]().union(*(heads for *_, heads in readings))


def _is_known(noun: str, language: str) -> bool:
    return noun in _listed(table_language(language)) or any(renderings_of(one, language) for one in spellings(noun))


@cache
def _listed(code: str) -> frozenset[str]:
    """What the lists of persons and bodies hold in a language."""
    return frozenset(english_key(*key) for key, words in rows_of(code) if words)


def _answers(meanings: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a text says one of these, or a word that is made of the same stem."""
    return not meanings.isdisjoint(said) or any(_is_kin(one, two) for one in meanings for two in said)


@lru_cache(maxsize=65536)
def _is_kin(one: str, two: str) -> bool:
    """Whether two English words begin alike: farm and farmer, migrant and migration."""
    least = min(_STEM, max(_ROOT, min(len(one), len(two))))
    return len(one) >= least and one[:least] == two[:least]
