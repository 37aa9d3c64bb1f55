"""Two texts whose denials are compared: how they differ, which words stand where, and what may say the same in other words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tqcheck.text.answers import unshared
from tqcheck.text.negation import Polarity, Span

Manner = Literal["plain", "answered", "worded", "counted", "turned"]

REACH = 0.15
"""Share of a sentence within which a word that denies inside answers a negation of the other side."""
WIDE = 0.25
"""The same of words whose concept is known."""
SPREAD = 0.4
"""The same of words that deny inside and may belong to any clause nearby."""
SHORT = 30
"""Characters within which it does in any case."""
DOUBTFUL = frozenset({"only", "unsafe"})
"""Concepts whose words in a source stand beside a negation that was added oftener than for it: they make one unsure, no more."""
DENYING = frozenset({"hardly", "without"})
"""Concepts whose words say what a negation says, however many other words deny on both sides."""
ANYWHERE = DENYING | {"missing", "impossible"}
"""The same of a lost negation, wherever in the sentence they stand: "what the village lacks is a doctor"."""
WEAK = frozenset({"any", "forget", "fear"})
"""Concepts whose words in a translation deny beside a negation only: "allowed to anyone" is not "no one is allowed"."""
STILL = "remain"
"""The concept that answers "not yet" and contradicts "no longer"."""
VERB_LAST = frozenset({"ja", "ko", "tr", "hi", "fa", "ur", "bn", "ta", "te", "mr", "ne", "eu", "hy", "ka", "az", "kk"})
"""Languages that deny at the end: beside others, places say nothing."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A difference in polarity: where it shows on the side that denies, and how clear the case is.

    Attributes:
        lost: the source denies and the translation does not; else the other way round.
        manner: plain = nothing else denies on either side; answered = words that deny inside stand elsewhere or on both sides alike;
            worded = the denial lay in a word (without, unable) or in "only"; counted = the source denies more often.
        excused: how many words that deny inside stand for other negations that are lost.
    """

    lost: bool
    place: Span
    manner: Manner
    excused: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """Both readings with the lengths of their texts; `ordered` = both languages put a negation in a like place."""

    left: Polarity
    right: Polarity
    lengths: tuple[int, int]
    ordered: bool = True

    def near(self, place: float, spans: Iterable[Span], length: int) -> list[Span]:
        """Those of the spans that stand about where `place` (0-1) is."""
        return [span for span in spans if self.is_near(place, span[0], length)]

    def is_near(self, place: float, start: int, length: int, reach: float = REACH) -> bool:
        """Whether a place of a text of that length is about where `place` (0-1) is."""
        widest = max(reach, SHORT / max(1, length)) if self.ordered else 1.0
        return abs(start / max(1, length) - place) <= widest

    def hinted(
        self, place: float, here: Polarity, there: Polarity, length: int, idle: frozenset[str] = DOUBTFUL
    ) -> bool:
        """Whether `here`, of that length, may deny in other words about there, words that the other side does not share."""
        if more_soft(here, there) > 0 or self.worded(place, here, there, length, idle):
            return True
        near = [
            item for item in here.meant if item.concepts & DENYING and self.is_near(place, item.start, length, WIDE)
        ]
        return any(unshared(near, here.meant, there.named))

    def softened(self, place: float, here: Polarity, there: Polarity, length: int) -> int:
        """How many words that deny inside `here` has about there and that the other side may lack; 0 where it has as many."""
        free = {item.start for item in here.meant if item.concepts & ANYWHERE}
        own = own_soft(here, there)
        near = [span for span in own if span[0] in free or self.is_near(place, span[0], length, SPREAD)]
        return min(more_soft(here, there), len(near))

    def worded(
        self, place: float, here: Polarity, there: Polarity, length: int, idle: frozenset[str] = DOUBTFUL
    ) -> bool:
        """The same of words that deny faintly, or say by their concept what a negation says (but for `idle` ones of a source)."""
        if len(self.near(place, here.loose, length)) > len(there.loose):
            return True
        idle = idle if here is self.left else WEAK
        near = [
            item for item in here.answers if not item.concepts <= idle and self.is_near(place, item.start, length, WIDE)
        ]
        if there.ended:
            near = [item for item in near if STILL not in item.concepts]
        return any(unshared(near, here.answers, there.named))


def more_soft(here: Polarity, there: Polarity) -> int:
    """How many words that deny inside one side has, where it has more than the other: "prevent" and „ehkäistä“ are one concept."""
    ours, theirs = len(own_soft(here, there)), len(own_soft(there, here))
    return ours if ours > theirs else 0


def own_soft(here: Polarity, there: Polarity) -> list[Span]:
    """The words that deny inside of one side whose concept the other side does not name."""
    said = {concept for item in there.named for concept in item.concepts}
    shared = {item.start for item in here.meant if not said.isdisjoint(item.concepts)}
    return [(start, end) for start, end in here.soft if not any(start <= at < end for at in shared)]
