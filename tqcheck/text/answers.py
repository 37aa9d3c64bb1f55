"""Words by which a text says without a negation what another says with one, by concept: "closed" for "not open".

`data/answers/*.toml` file them: `concepts` names the columns of a table, and each language gives one list of words a column. The words of
`data/echoes.toml` answer nothing; where they stand, the other side's word of their concept is only what renders them.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_labelled

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """A word that may answer a negation of the other side: its place in the text and its concepts."""

    start: int
    end: int
    concepts: frozenset[str]


def find_answers(folded: str, code: str) -> tuple[Answer, ...]:
    """The answering words of a folded text in one table language, in reading order."""
    pattern, labels = _compiled(code)
    return tuple(
        Answer(match.start(), match.end(), labels[match.lastgroup])
        for match in pattern.finditer(folded)
        if match.lastgroup
    )


@lru_cache(maxsize=4096)
def find_echoes(folded: str, code: str) -> tuple[Answer, ...]:
    """The words of a folded text that deny nothing and that an answering word of the other side may render."""
    pattern, labels = _compiled_echoes(code)
    return tuple(
        Answer(match.start(), match.end(), labels[match.lastgroup])
        for match in pattern.finditer(folded)
        if match.lastgroup
    )


def unshared(ours: Iterable[Answer], all_ours: Iterable[Answer], theirs: Iterable[Answer]) -> Iterator[Answer]:
    """Those of some of our answers that the other side lacks: none of its concepts is there as often as here."""
    here, there = _count(all_ours), _count(theirs)
    for answer in ours:
        if all(here[concept] > there[concept] for concept in answer.concepts):
            yield answer


def _count(answers: Iterable[Answer]) -> Counter[str]:
    return Counter(concept for answer in answers for concept in answer.concepts)


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    folder = files("tqcheck.text.data").joinpath("answers")
    texts = (item.read_text(encoding="utf-8") for item in sorted(folder.iterdir(), key=lambda item: item.name))
    return tuple(one for text in texts for one in tomllib.loads(text).values())


@cache
def _compiled(code: str) -> tuple[Any, dict[str, frozenset[str]]]:
    """The pattern of all words of a language, and the concepts of each of its groups."""
    return _compile(code, _tables())


@cache
def _compiled_echoes(code: str) -> tuple[Any, dict[str, frozenset[str]]]:
    """The same of its echoes."""
    return _compile(code, tuple(table("echoes").values()))


def _compile(code: str, tables: Iterable[dict[str, Any]]) -> tuple[Any, dict[str, frozenset[str]]]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for one in tables:
        for concept, listed in zip(one["concepts"], one.get(code, ()), strict=False):
            for word in listed.split():
                words[word].add(concept)
    pattern, groups = compile_labelled(words, code)
    return pattern, {group: frozenset(words[word]) for group, word in groups.items()}
