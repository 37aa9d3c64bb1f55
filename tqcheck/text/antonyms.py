"""Words that say the opposite of each other, by the bilingual dictionary: the source's "deficit" as the translation's "profit".

`data/antonyms.tsv`: a line for each pair, its two sides divided by a tab; a side is the English headwords of the dictionary that a
translator may use for each other there, joined by `/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tqcheck.text.bilingual import Reading, firm_headwords, read_both
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.concept_search import find_senses
from tqcheck.text.inner_capitals import stands_as_name
from tqcheck.text.locale_facts import primary
from tqcheck.text.negation import read_polarity

FAR, LONG = 0.35, 60
"""Share of a sentence of some length beyond which two words do not stand for each other."""
NEAR = 36
"""Characters from a negation within which it may deny a word."""
_LESSENED = frozenset({("compare", "less"), ("oftenness", "rarer"), ("pace", "slow"), ("cost", "cheap")})
"""What a word for less says, and what it says together with the word that it lessens."""

Sides = dict[int, int]
"""Pair of the table -> the side of it that a word is on."""


@dataclass(frozen=True, slots=True)
class Antonym:
    """A word of the source and one of the translation that says its opposite: view offsets of both, and the pair of the table."""

    source: tuple[int, int]
    target: tuple[int, int]
    pair: int


def find_antonyms(source: str, target: str, source_language: str, target_language: str) -> Iterator[Antonym]:
    """Words whose opposite stands in the translation, where neither finds on the other side what it can render, and nothing is denied."""
    languages = primary(source_language), primary(target_language)
    here, there = read_both((source, languages[0]), (target, languages[1]))
    ours, theirs = _unanswered(here, there, source, languages[0]), _unanswered(there, here, target, languages[1])
    opposed = [
        (one, other, pair) for one in ours for other in theirs if (pair := _opposed(one[2], other[2])) is not None
    ]
    for one, other, pair in opposed:
        far = len(target) > LONG and abs(one[0] / len(source) - other[0] / len(target)) > FAR
        sides = ((source, languages[0], one[:2]), (target, languages[1], other[:2]))
        if not far and not any(_denies(*side) or _lessens(*side) for side in sides):
            yield Antonym(one[:2], other[:2], pair)


def _opposed(one: Sides, other: Sides) -> int | None:
    return next((pair for pair, side in one.items() if other.get(pair, side) != side), None)


def _unanswered(
    ours: Sequence[Reading], theirs: Sequence[Reading], text: str, language: str
) -> list[tuple[int, int, Sides]]:
    """Words of the table of which no word on the other side is a rendering, nor one of the same side of their pair."""
    spoken = frozenset[str]().union(*(heads for *_, heads in theirs))
    said = _both(spoken)
    found = []
    for start, end, heads in ours:
        firm = heads if language == ENGLISH else firm_headwords(text[start:end], language)
        sides = {pair: side for pair, side in _sides(firm).items() if (pair, side) not in said}
        if sides and not heads & spoken and not stands_as_name(text, start, language):
            found.append((start, end, sides))
    return found


def _denies(text: str, language: str, place: tuple[int, int]) -> bool:
    """Whether anything stands near a word that turns it round, but for the word itself (to deny, useless)."""
    polarity = read_polarity(text, language)
    if polarity is None:
        return False
    inside = [span for span in polarity.soft if span[1] <= place[0] or place[1] <= span[0]]
    near = (max(span[0] - place[1], place[0] - span[1]) <= NEAR for span in (*polarity.hard, *inside))
    return bool(polarity.hedges) or any(near)


def _lessens(text: str, language: str, place: tuple[int, int]) -> bool:
    """Whether a word for less stands beside a word, alone or in one entry with it: "less often" is seldom."""
    return any(
        item.start < place[0] <= item.end + 1 and (item.sense.axis, item.sense.value) in _LESSENED
        for item in find_senses(text, language)
        if item.sense.firm
    )


def _sides(heads: frozenset[str]) -> Sides:
    """The pairs that a word's headwords stand in, on one side alone."""
    places = _both(heads)
    return {pair: side for pair, side in places if (pair, 1 - side) not in places}


def _both(heads: frozenset[str]) -> frozenset[tuple[int, int]]:
    return frozenset[tuple[int, int]]().union(*(_table().get(head, ()) for head in heads))


@cache
def _table() -> dict[str, frozenset[tuple[int, int]]]:
    """Headword -> (pair, side)."""
    lines = files("tqcheck.text.data").joinpath("antonyms.tsv").read_text(encoding="utf-8").splitlines()
    found = dict[str, set[tuple[int, int]]]()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        for side, words in enumerate(line.split("\t")):
            for word in words.split("/"):
                found.setdefault(word, set()).add((number, side))
    return {word: frozenset(places) for word, places in found.items()}
