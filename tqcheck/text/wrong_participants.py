"""A person of the document in the place of another: the sentence names one whom the source does not, and not the one whom it does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from tqcheck.model import Article
from tqcheck.text.cast import cast_of, full_names, is_in_cast
from tqcheck.text.dictionary import is_known
from tqcheck.text.document_names import candidates
from tqcheck.text.family_names import is_person
from tqcheck.text.function_words import closed_classes
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pairs import name_pair_of
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, NOUNS_IN_CAPITALS, Word
from tqcheck.text.named_speakers import SPEAKS

Span = tuple[int, int]
_SPEAKER = rf"(?:\b(?:Mr|Mrs|Ms|Dr)\.?\s(\p{{Lu}}[\p{{L}}\-]+)|(\p{{Lu}}[\p{{L}}\-]+)\s{SPEAKS}\b|\b{SPEAKS}\s(\p{{Lu}}[\p{{L}}\-]+))"
_STEM = 4
"""Letters that two forms of a name share, at least, where they are so long."""


def find_wrong_participant(article: Article, index: int) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of two names that the document renders otherwise elsewhere.

    Nothing in scripts without capitals: what is a name there is a guess. Only where exactly one person of the source is not rendered
    here, who is elsewhere, and exactly one of the translation renders a name that this sentence of the source does not have. Two names
    of one person ("Anna Petrova") stand for each other.
    """
    pair = article.pairs[index]
    languages = {primary(pair.source_language), primary(pair.target_language)}
    names = None if languages & CASELESS else name_pair_of(pair, article)
    if names is None:
        return None
    known = _known(article)
    rendered = frozenset(known.values())
    here = candidates(names.source, pair.source_language)
    lost = [
        name
        for name in here
        if folded(name.text) in rendered
        and _is_name(name, pair.source_language)
        and not any(names.renders(name, word) for word in names.words)
        and not _is_written(name, names.target)
    ]
    strangers = [
        word
        for word in names.words
        if folded(word.text) in known
        and _is_name(word, pair.target_language)
        and not any(names.renders(name, word) for name in here)
    ]
    strangers = [word for word in strangers if not _is_said(word, here)]
    if len(lost) != 1 or len(strangers) != 1 or not all(_is_person(item, article) for item in (*lost, *strangers)):
        return None
    if _is_one_person(article, lost[0], strangers[0]):
        return None
    return (strangers[0].start, strangers[0].end), (lost[0].start, lost[0].end)


def _is_written(name: Word, target: str) -> bool:
    """Whether the translation has a name in the letters of the source behind an elided article: "dell'Arizona"."""
    places = (target.find(mark + name.text) for mark in "'’")
    return any(at >= 0 and not target[at + 1 + len(name.text) :][:1].isalpha() for at in places)


def _is_name(word: Word, language: str) -> bool:
    """Whether a word is no grammar word with a capital, and where all nouns have one, none of the dictionary's."""
    small = word.text.lower()
    if small in closed_classes(language).function:
        return False
    return primary(language) not in NOUNS_IN_CAPITALS or not is_known(small, language)


def _is_person(word: Word, article: Article) -> bool:
    """Whether a name is a person's: in the lists of names, beside a given name in the document, with a title, or saying something."""
    if is_person(word.text) or is_in_cast(word.text, cast_of(article)):
        return True
    known, small = _known(article), folded(word.text)
    forms = {small, known.get(small, small), *(rendering for rendering, owner in known.items() if owner == small)}
    return not forms.isdisjoint(_speakers(article))


@lru_cache(maxsize=16)
def _speakers(article: Article) -> frozenset[str]:
    """Names that have a title, or say something, on the English side of a document; folded."""
    number = 0 if primary(article.source_language) == "en" else 1
    sides = [(pair.source, pair.target)[number] for pair in article.pairs]
    return frozenset(
        folded(match[1] or match[2] or match[3])
        for side in sides
        if side and primary(article.target_language if number else article.source_language) == "en"
        for match in regex.finditer(_SPEAKER, side.text)
    )


def _is_said(word: Word, names: tuple[Word, ...]) -> bool:
    """Whether the source has a word that begins like it."""
    return any(_alike(folded(word.text), folded(name.text)) for name in names)


def _alike(one: str, other: str) -> bool:
    length = min(_STEM, len(one), len(other))
    return one[:length] == other[:length]


@lru_cache(maxsize=16)
def _known(article: Article) -> dict[str, str]:
    """Words of the translation that render a name of the source somewhere -> that name, both folded."""
    found = dict[str, str]()
    for pair in article.pairs:
        names = name_pair_of(pair, article)
        if names is None:
            continue
        for name in candidates(names.source, pair.source_language):
            for word in names.words:
                if names.renders(name, word):
                    found[folded(word.text)] = folded(name.text)
    return found


def _is_one_person(article: Article, name: Word, word: Word) -> bool:
    """Whether what the two names render stands together as one name anywhere in the document."""
    known, lost, said = _known(article), folded(name.text), folded(word.text)
    ours = {lost, known.get(said, said)}
    theirs = {said, *(rendering for rendering, owner in known.items() if owner == lost)}
    return any({given, surname} <= ours or {given, surname} <= theirs for given, surname in _full_names(article))


@lru_cache(maxsize=16)
def _full_names(article: Article) -> frozenset[tuple[str, str]]:
    """Names of two words, in small letters, of both sides."""
    return frozenset(_pairs(article))


def _pairs(article: Article) -> Iterator[tuple[str, str]]:
    for pair in article.pairs:
        for side in (pair.source, pair.target):
            if side is None:
                continue
            yield from ((folded(given), folded(surname)) for given, surname in full_names(side.text))
            caseless = regex.findall(r"(?=(?<!\p{L})(\p{Lo}[\p{L}\p{M}]+)\s(\p{Lo}[\p{L}\p{M}]+))", side.text)
            yield from ((folded(given), folded(surname)) for given, surname in caseless)
