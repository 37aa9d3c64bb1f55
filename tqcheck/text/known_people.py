"""Who an article has spoken of by each of its sentences: names with the sex of the one who bore them last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.model import Article
from tqcheck.text import patterns
from tqcheck.text.cast import full_names, name_key
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, is_given, is_given_name, read_signs
from tqcheck.text.locale_facts import primary
from tqcheck.text.person_names import NAME, like_persons, named, titled

_SURNAME_FIRST = frozenset({"zh", "ko", "ja", "vi", "hu"})
"""Languages whose names begin with the surname, and may do so in English."""
_EITHER = frozenset({"ja", "hu"})
"""Those whose names English writes with the given name first more often than not."""
_VOTES = 2
"""Sentences that must agree on the sex of a name that no list knows."""
_SHARE = 0.8
"""Share of them that must."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an article says of its names, by key.

    Attributes:
        sexes: the sexes of all who bear the name, "" among them where one is not known.
        bearers: (sentence, sex of the last bearer who was named in full by then), in order.
        votes: (sentence of the pronoun, its sex) where the name stands alone.
        titles: the sexes of its titles.
    """

    sexes: Mapping[str, set[str]]
    bearers: Mapping[str, list[tuple[int, str]]]
    votes: Mapping[str, list[tuple[int, Gender]]]
    titles: Mapping[str, list[Gender]]

    def sex_at(self, key: str, index: int) -> str | None:
        """The sex of the last bearer by a sentence, else of all; "" where it is not known, None where no bearer is named in full."""
        if key not in self.sexes:
            return None
        known = self.sexes[key] - {""}
        before = bisect_right(self.bearers[key], index, key=lambda bearer: bearer[0])
        only = next(iter(known)) if len(known) == 1 else ""
        listed = self.bearers[key][before - 1][1] if before else only
        return _elected(self.cast(key, index), listed, len(known) > 1)

    def cast(self, key: str, index: int) -> list[Gender]:
        """What pronouns of the other sentences and titles say."""
        return [vote for number, vote in self.votes.get(key, ()) if number != index] + 2 * self.titles.get(key, [])


@dataclass(frozen=True, slots=True)
class People:
    """Who bears the names of an article at one of its sentences.

    `ledger`, `index`: what the article says of its names, and the number of the sentence.
    `persons`: keys of what acts like a person somewhere in the article.
    `listed`: whether a name that the article never gives in full has the sex of the lists.
    """

    ledger: Ledger
    index: int
    persons: frozenset[str] = frozenset()
    listed: bool = True

    def places(self, text: str, gender: Gender, language: str = "en") -> list[Span]:
        """Where a text names persons of one sex; the lists are for English, elsewhere nouns and cases look like names."""
        sex_of = self._sex if primary(language) == "en" else self.known
        return [match.span() for match in patterns.finditer(NAME, text) if sex_of(match[0]) == gender]

    def known(self, word: str) -> str:
        """The sex of a name as the article gives it, in any script; "" where it does not."""
        return self.ledger.sex_at(name_key(word), self.index) or ""

    def is_told(self, word: str) -> bool:
        """Whether pronouns or a title say the sex of a name, not the lists alone."""
        key = name_key(word)
        return self.ledger.sex_at(key, self.index) in self.ledger.cast(key, self.index)

    def strangers(self, text: str) -> bool:
        """Whether a text names somebody whose sex is not known."""
        words = [match[0] for match in patterns.finditer(NAME, text)]
        return any(name_key(word) in self.persons and not self._sex(word) for word in words)

    def _sex(self, word: str) -> str:
        known = self.ledger.sex_at(name_key(word), self.index)
        if known is not None or not self.listed:
            return known or ""
        return next((gender for gender in OTHER_GENDER if is_given_name(word, gender)), "")


def people_at(article: Article, index: int) -> People:
    """Who bears the names at a sentence: who the other sentences say it is, else the last full name before it."""
    return People(_ledger(article), index, _persons(article), _gives_first(article))


@lru_cache(maxsize=64)
def _gives_first(article: Article) -> bool:
    """Whether names of the translation begin with the given name."""
    if primary(article.source_language) not in _SURNAME_FIRST:
        return True
    names = [name for text in _english(article) for name in full_names(text)]
    first, second = (sum(is_given(name[place]) for name in names) for place in (0, 1))
    return primary(article.source_language) in _EITHER and first > second


@lru_cache(maxsize=64)
def _ledger(article: Article) -> Ledger:
    sexes: dict[str, set[str]] = {}
    bearers: dict[str, list[tuple[int, str]]] = {}
    titles: dict[str, list[Gender]] = {}
    gives_first = _gives_first(article)
    for number, text in enumerate(_english(article)):
        for key, sex in named(text, gives_first):
            sexes.setdefault(key, set()).add(sex)
            known = bearers.setdefault(key, [])
            known.append((number, sex or (known[-1][1] if known else "")))
        for key, title in titled(text):
            titles.setdefault(key, []).append(title)
    return Ledger(sexes, bearers, _votes(article, frozenset(sexes)), titles)


def _elected(cast: Sequence[Gender], listed: str, shared: bool) -> str:
    """The sex that most pronouns give; without them the listed one, unless two bear the name."""
    best = max(OTHER_GENDER, key=cast.count)
    agreed = bool(cast) and cast.count(best) >= _SHARE * len(cast)
    if agreed and (len(cast) >= _VOTES or best == listed):
        return best
    return "" if shared or len(set(cast)) > 1 else listed


@lru_cache(maxsize=64)
def _english(article: Article) -> tuple[str, ...]:
    """The sentences of the English side, the translation's first; empty where one is missing, or all of them without such a side."""
    if primary(article.target_language) == "en":
        return tuple(pair.target.text if pair.target else "" for pair in article.pairs)
    if primary(article.source_language) == "en":
        return tuple(pair.source.text if pair.source else "" for pair in article.pairs)
    return tuple("" for _ in article.pairs)


@lru_cache(maxsize=64)
def _persons(article: Article) -> frozenset[str]:
    """Keys of names that act like persons, or are followed by "he" or "she"."""
    return frozenset(_ledger(article).votes).union(*(like_persons(text) for text in _english(article)))


def _votes(article: Article, names: frozenset[str]) -> dict[str, list[tuple[int, Gender]]]:
    """What the pronouns of the English sentences say of a name that stands there alone, in full or not."""
    votes: dict[str, list[tuple[int, Gender]]] = {}
    for number, text in enumerate(_english(article)):
        keys = {name_key(match[0]) for match in patterns.finditer(NAME, text)} & names
        whole = [{name_key(given), name_key(surname)} for given, surname in full_names(text)]
        told = _told(article, number) if keys else None
        if told and (len(keys) == 1 or any(keys <= parts for parts in whole)):
            for key in keys:
                votes.setdefault(key, []).append(told)
    return votes


def _told(article: Article, index: int) -> tuple[int, Gender] | None:
    """(sentence, sex) of the pronouns of a sentence of the translation, or of the one after it where it has none."""
    for number, text in enumerate(_english(article)[index : index + 2], index):
        told = [gender for gender in OTHER_GENDER if (signs := read_signs(text, "en", gender)) and signs.persons]
        if told:
            return (number, told[0]) if len(told) == 1 else None
    return None
