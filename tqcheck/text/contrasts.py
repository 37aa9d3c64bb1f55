"""Modals that contradict each other: "must" for "may", "must not" for "need not". Other opposites are values of `concepts`.

A contradiction is seen twice: a class of the source is missing in the translation, and its opposite stands there, which the source lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.text.clauses import clause_around
from tqcheck.text.negation import read_polarity
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]

OPPOSITES = (("must", "may"), ("neednot", "mustnot"))
"""(one class of contrasts.toml, its opposite)."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A modal of the translation that contradicts one of the source: their places and classes."""

    start: int
    end: int
    source: Span
    said: str
    expected: str


def find_contradictions(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[Contradiction]:
    """The contradictions of a sentence pair, at most one a contrast and direction."""
    taken: list[Span] = []
    sides = _Side(source, source_language), _Side(target, target_language)
    for one, other in OPPOSITES:
        for meant, said in ((one, other), (other, one)):
            ours, theirs = sides[0].asserts(meant), sides[1].asserts(said)
            if not ours or not theirs or sides[0].has(said) or sides[1].has(meant):
                continue
            place = ours[0]
            near = min(theirs, key=lambda span: abs(span[0] / len(target) - place[0] / len(source)))
            clauses = sides[0].clause(place[0]), sides[1].clause(near[0])
            if one == "must" and any(side.has("should") or side.denies() for side in clauses):
                continue
            if any(near[0] < span[1] and span[0] < near[1] for span in taken):
                continue
            taken.append(near)
            yield Contradiction(*near, place, said, meant)


@dataclass(frozen=True, slots=True)
class _Side:
    """A text and its language, asked for classes of words."""

    text: str
    language: str

    def asserts(self, name: str) -> list[Span]:
        """Places of the words of a class that are plain enough to contradict its opposite."""
        return self._spans(self._words(name).partition("|")[0])

    def has(self, name: str) -> bool:
        """Whether any word of a class stands in the text, vague ones too."""
        return bool(self._spans(self._words(name).replace("|", " ")))

    def clause(self, offset: int) -> _Side:
        """The clause around an offset alone."""
        start, end = clause_around(self.text, offset)
        return _Side(self.text[start:end], self.language)

    def denies(self) -> bool:
        """Whether there is a negation, under which "may" and "must" change places; True where that is unknown."""
        polarity = read_polarity(self.text, self.language)
        return polarity is None or bool(polarity.hard)

    def _words(self, name: str) -> str:
        return str(table("contrasts").get(table_language(self.language), {}).get(name, ""))

    def _spans(self, words: str) -> list[Span]:
        if not words.strip():
            return []
        found = compile_words(words, self.language).finditer(fold(self.text, self.language))
        return [match.span() for match in found if not self._is_name(match.start())]

    def _is_name(self, start: int) -> bool:
        """Whether a word is written as a name inside a sentence: May. German writes all nouns so."""
        inside = self.text[:start].strip(" \"“„«'(")
        return self.text[start].isupper() and bool(inside) and table_language(self.language) != "de"
