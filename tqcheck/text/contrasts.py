"""Modals that contradict each other: "must" for "may", "must not" for "need not". Other opposites are values of `concepts`.

A contradiction is seen twice: a class of the source is missing in the translation, and its opposite stands there, which the source lacks.
Where a sentence has several modals, one of them must be the other class while their number stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tqcheck.text.clauses import clause_around
from tqcheck.text.negation import read_polarity
from tqcheck.text.overlaps import meets
from tqcheck.text.polarity_sides import VERB_LAST
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]

OPPOSITES = (("must", "may"), ("neednot", "mustnot"), ("may", "mustnot"))
"""(one class of contrasts.toml, its opposite)."""
DENIALS = ("neednot", "mustnot")
"""Classes of denied modals, which hold the words of the others."""
NEAR = 45
"""Characters between a modal and a negation behind it that may turn it round, at most."""
FAR = 0.2
"""Share of a sentence that the modals of a sentence with several are apart, at most, where both languages order their words alike."""


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
            found = _exchanged(sides, meant, said) or _outnumbered(sides, meant, said)
            if found is None:
                continue
            place, near = found
            if one not in DENIALS and _is_excused(sides, place, near, faintly=other in DENIALS):
                continue
            if meets(near, taken):
                continue
            taken.append(near)
            yield Contradiction(*near, place, said, meant)


def _exchanged(sides: tuple[_Side, _Side], meant: str, said: str) -> tuple[Span, Span] | None:
    """A class of the source that the translation lacks, and the opposite that stands there and the source lacks: the nearest two."""
    ours, theirs = _own(sides[0], meant, sure=True), _own(sides[1], said, sure=True)
    if not ours or not theirs:
        return None
    if _may_have(sides[0], said, ours) or _may_have(sides[1], meant, theirs):
        return None
    if said in DENIALS and meant not in DENIALS and sides[0].denials >= sides[1].denials:
        return None
    if meant in DENIALS and said not in DENIALS and sides[0].denials <= sides[1].denials:
        return None
    return ours[0], min(theirs, key=lambda span: sides[1].apart(span, sides[0], ours[0]))


def _may_have(side: _Side, name: str, beside: Sequence[Span]) -> bool:
    """Whether a side has a word of a class: a plain one anywhere, a vague one in the clause of one of these words."""
    plain, spans = side.asserts(name), _own(side, name)
    if any(meets(span, plain) for span in spans):
        return True
    clauses = [clause_around(side.text, word[0]) for word in beside] if spans else []
    return any(start <= span[0] < end for span in spans for start, end in clauses)


def _outnumbered(sides: tuple[_Side, _Side], meant: str, said: str) -> tuple[Span, Span] | None:
    """In a sentence of several modals, as many on both sides: one class once less and its opposite once more, in about the same place."""
    left, right = sides
    if {meant, said} != {"must", "may"} or not left.asserts(meant) or not right.asserts(said):
        return None
    ours, theirs = ({name: _own(side, name) for name in (meant, said, "should")} for side in sides)
    counts = [len(ours[name]) - len(theirs[name]) for name in (meant, said, "should")]
    if counts != [1, -1, 0] or len(left.denied) != len(right.denied) or not (ours[said] or theirs[meant]):
        return None
    both = [sorted((*side[meant], *side[said])) for side in (ours, theirs)]
    pairs = [two for two in zip(*both, strict=True) if two[0] in left.asserts(meant) and two[1] in right.asserts(said)]
    near = [two for two in pairs if not left.ordered_like(right) or left.apart(two[0], right, two[1]) <= FAR]
    return near[0] if len(near) == 1 else None


def _own(side: _Side, name: str, *, sure: bool = False) -> list[Span]:
    """Words of a class that belong to no denied modal: the "may" of "may not" is none."""
    spans = side.asserts(name) if sure else side.has(name)
    return spans if name in DENIALS else [span for span in spans if not meets(span, side.denied)]


def _is_excused(sides: tuple[_Side, _Side], place: Span, near: Span, *, faintly: bool) -> bool:
    """Whether a word of advice that one side has more often, or a negation near the modal, may make the one class the other.

    `faintly`: words that deny inside or may stand for a negation count too: "can hardly" is "cannot".
    """
    clauses = sides[0].clause(place[0]), sides[1].clause(near[0])
    advice = [[span for span in side.has("should") if not meets(span, side.has("must"))] for side in clauses]
    if len(advice[0]) != len(advice[1]):
        return True
    alike = len(sides[0].denied) == len(sides[1].denied)
    return any(
        side.denies_near(span, side.denied if alike else (), faintly=faintly)
        for side, span in zip(sides, (place, near), strict=True)
    )


@dataclass(frozen=True)
class _Side:
    """A text and its language, asked for classes of words."""

    text: str
    language: str

    def asserts(self, name: str) -> list[Span]:
        """Places of the words of a class that are plain enough to contradict its opposite."""
        return self._spans(self._words(name).partition("|")[0])

    def has(self, name: str) -> list[Span]:
        """Where any word of a class stands in the text, vague ones too."""
        return self._spans(self._words(name).replace("|", " "))

    @cached_property
    def denied(self) -> list[Span]:
        """Where the text says "must not" or "need not"."""
        return [span for name in DENIALS for span in self.has(name)]

    @cached_property
    def denials(self) -> int:
        """How often the text denies."""
        polarity = read_polarity(self.text, self.language)
        return len(polarity.denials) if polarity else 0

    def clause(self, offset: int) -> _Side:
        """The clause around an offset alone."""
        start, end = clause_around(self.text, offset)
        return _Side(self.text[start:end], self.language)

    def denies_near(self, span: Span, but: Sequence[Span], *, faintly: bool) -> bool:
        """Whether a negation `but` for some may turn a modal of its clause round; True where that is unknown."""
        polarity = read_polarity(self.text, self.language)
        if polarity is None:
            return True
        start, end = clause_around(self.text, span[0])
        end = min(end, span[1] + NEAR)
        words = (*polarity.hard, *polarity.soft, *polarity.faint) if faintly else polarity.hard
        return any(start <= place[0] < end for place in words if not meets(place, but))

    def apart(self, span: Span, other: _Side, theirs: Span) -> float:
        """How far apart two places are, as shares of their texts."""
        return abs(span[0] / max(1, len(self.text)) - theirs[0] / max(1, len(other.text)))

    def ordered_like(self, other: _Side) -> bool:
        """Whether both languages put their verbs in a like place."""
        return (table_language(self.language) in VERB_LAST) == (table_language(other.language) in VERB_LAST)

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
