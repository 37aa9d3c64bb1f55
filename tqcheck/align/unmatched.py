"""Words of one side that no word of the other side renders: added participants, and runs of content words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import regex

from tqcheck.model import Link, Pair
from tqcheck.text.function_words import closed_classes
from tqcheck.text.languages import primary, same_language
from tqcheck.text.segment import words

POSSESSIVE = frozenset({"her"})
"""Object pronouns that are possessives before a noun."""

NEARBY = 0.5
"""Link strength from which the word before an added participant counts as rendered: the rest of the phrase is in the source."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """View offsets of an unmatched phrase on its own side, and of the words of the other side that its neighbour renders."""

    start: int
    end: int
    other: tuple[int, int] | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str
    links: tuple[Link, ...]


def added_participants(pair: Pair) -> Iterator[Unmatched]:
    """Prepositional objects such as "to him" that nothing in the source names.

    Reported only where the source sentence names no participant by pronoun at all, neither preposition nor pronoun is linked, and the
    word before them is: the statement is the source's, the participant is not.
    """
    if pair.source is None or pair.target is None or pair.evidence.links is None:
        return
    ours, theirs = closed_classes(pair.source_language), closed_classes(pair.target_language)
    if not ours.participants or not theirs.participants or primary(pair.source_language) in _silent():
        return
    if any(word in ours.participants for word in _folded(pair.source.text)):
        return
    prepositions, others = _prepositions(pair.target_language)
    pronouns = theirs.participants - others - {"it"}
    target = _words(pair.target.text, pair.evidence.links)
    for place in range(2, len(target)):
        if (
            _is_participant(target, place, pronouns, prepositions)
            and not target[place].links
            and not target[place - 1].links
        ):
            before = [link for link in target[place - 2].links if link.strength >= NEARBY]
            if before:
                other = before[0].source.start, before[0].source.end
                yield Unmatched(target[place - 1].start, target[place].end, other, 0.9)


def _is_participant(
    target: Sequence[_Word], place: int, pronouns: frozenset[str], prepositions: frozenset[str]
) -> bool:
    word = target[place].folded
    if word not in pronouns or target[place - 1].folded not in prepositions:
        return False
    ends = place + 1 == len(target) or target[place + 1].start > target[place].end + 1
    return word not in POSSESSIVE or ends


@cache
def _silent() -> frozenset[str]:
    """Languages that leave out whoever is meant."""
    return frozenset(_data()["silent"].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("tqcheck.align").joinpath("data/prepositions.toml").read_text(encoding="utf-8")
    )


@cache
def _prepositions(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Prepositions that bring in a participant, by language (or its close relative), and pronouns that bring in nobody behind them."""
    data = _data()
    code = "sr" if same_language(language, "sr") else primary(language)
    others = f"{data['reflexives']['all']} {data['unstressed'].get(code, '')}"
    return frozenset(data["prepositions"].get(code, "").split()), frozenset(others.split())


def _folded(text: str) -> list[str]:
    return [text[span.start : span.end].casefold() for span in words(text)]


def _words(text: str, links: Sequence[Link]) -> list[_Word]:
    by_place: dict[int, list[Link]] = {}
    for link in links:
        by_place.setdefault(link.target.start, []).append(link)
    return [
        _Word(span.start, span.end, text[span.start : span.end].casefold(), tuple(by_place.get(span.start, ())))
        for span in words(text)
    ]


def clause_around(text: str, place: int) -> tuple[int, int]:
    """Offsets of the clause that holds a place: up to the nearest comma, dash, bracket or stop on either side."""
    marks = [match.start() for match in _MARK.finditer(text)]
    start = max((mark + 1 for mark in marks if mark < place), default=0)
    end = min((mark for mark in marks if mark >= place), default=len(text))
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


_MARK = regex.compile(r"[,;:.!?()\[\]«»„“”\"،؛。，；：！？、()]|\s[-–—]\s|—")
