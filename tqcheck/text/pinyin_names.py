"""Chinese persons whose given name a translation writes otherwise than Hanyu Pinyin does: 杨德龙, "Yang Dekong"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product

from tqcheck.text.dictionary import is_known
from tqcheck.text.han_readings import readings_of
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_unspaced import pinyin_of
from tqcheck.text.name_words import Word, is_unspaced, words_of
from tqcheck.text.sounds import edits
from tqcheck.text.tables import table

_LEAST = 4
"""Letters of the shortest given name that is judged."""
_SLIP, _LONG = 2, 6
"""Letters that a slip may change in a given name of so many letters; in a shorter one half as many."""
_MISSPELT, _EXCHANGED = 0.93, 0.85


@dataclass(frozen=True, slots=True)
class _Person:
    """Where a text may have a person's family name and a given name of two characters, and how they are read."""

    start: int
    family: frozenset[str]
    given: frozenset[str]


def find_pinyin_faults(pair: NamePair) -> Iterator[NameFault]:
    """Given names behind a family name that the source has, which are no reading of anything there."""
    if primary(pair.source_language) != "zh" or pair.caseless:
        return
    words = words_of(pair.target)
    kept = {_plain(word.text) for word in words}
    for first, second in pairwise(words):
        if not _may_be_given(first, second, pair):
            continue
        people = [
            person
            for person in _people(pair.source)
            if _plain(first.text) in person.family and person.given.isdisjoint(kept)
        ]
        near = next((person for person in people if _is_slip(second.text, person.given)), None)
        if near is not None:
            yield NameFault(_word(near, pair.source), second, "misspelt", _MISSPELT)
        elif len(people) == 1 and second in pair.strangers and not _begins_alike(second.text, people[0].given):
            yield NameFault(_word(people[0], pair.source), second, "exchanged", _EXCHANGED)


def _may_be_given(first: Word, second: Word, pair: NamePair) -> bool:
    """Whether a word stands behind a family name as a given name does, and is no reading of any characters of the source."""
    beside = pair.target[first.end : second.start] == " "
    names = first.text.istitle() and second.text.istitle() and len(second.text) >= _LEAST
    if (
        not (beside and names)
        or "-" in second.text
        or is_unspaced(second.text)
        or _plain(first.text) not in _romanised()
    ):
        return False
    if second.text in pair.source or _plain(second.text) in pinyin_of(pair.source):
        return False
    return not is_known(second.text.lower(), pair.target_language)


def _begins_alike(word: str, given: frozenset[str]) -> bool:
    """Whether a word may write the name in another romanisation: 力宏 is Lihong and Leehom."""
    return any(_plain(word)[0] == name[0] for name in given)


def _is_slip(word: str, given: frozenset[str]) -> bool:
    """Whether a word is a given name with a letter or two wrong."""
    plain = _plain(word)
    return any(edits(tuple(plain), tuple(name)) <= (_SLIP if len(name) >= _LONG else _SLIP // 2) for name in given)


@lru_cache(maxsize=256)
def _people(text: str) -> tuple[_Person, ...]:
    """Every family name with two characters behind it."""
    families = _families()
    found = []
    for at, character in enumerate(text[:-2]):
        if character in families:
            given = [readings_of(one) for one in text[at + 1 : at + 3]]
            if all(given):
                readings = frozenset("".join(parts) for parts in product(*given))
                found.append(_Person(at, frozenset(readings_of(character)), readings))
    return tuple(found)


def _word(person: _Person, text: str) -> Word:
    whole = text[person.start : person.start + 3]
    return Word(person.start, person.start + len(whole), whole, initial=False)


def _plain(word: str) -> str:
    """Small letters without the signs that part syllables, ü as u."""
    return word.lower().replace("'", "").replace("’", "").replace("ü", "u")


@cache
def _families() -> frozenset[str]:
    return frozenset(str(table("chinese_names")["families"]).split())


@cache
def _romanised() -> frozenset[str]:
    return frozenset(reading for character in _families() for reading in readings_of(character))
