"""Where two texts differ in what they deny: negations counted on both sides, and what answers one in other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tqcheck.text.negation import Polarity, Span

Manner = Literal["plain", "answered", "worded", "counted", "turned"]

REACH = 0.15
"""Share of a sentence within which a word that denies inside answers a negation of the other side."""
SHORT = 30
"""Characters within which it does in any case."""
VERB_LAST = frozenset({"ja", "ko", "tr", "hi", "fa", "ur", "bn", "ta", "te", "mr", "ne", "eu", "hy", "ka", "az", "kk"})
"""Languages that deny at the end: beside others, places say nothing."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A difference in polarity: where it shows on the side that denies, and how clear the case is.

    Attributes:
        lost: the source denies and the translation does not; else the other way round.
        manner: plain = nothing else denies on either side; answered = words that deny inside stand elsewhere or on both sides alike;
            worded = the denial lay in a word (without, unable) or in "only"; counted = the source denies more often.
    """

    lost: bool
    place: Span
    manner: Manner


@dataclass(frozen=True, slots=True)
class Sides:
    """Both readings with the lengths of their texts; `ordered` = both languages put a negation in a like place."""

    left: Polarity
    right: Polarity
    lengths: tuple[int, int]
    ordered: bool = True

    def near(self, place: float, spans: Iterable[Span], length: int) -> list[Span]:
        """Those of the spans that stand about where `place` (0-1) is."""
        reach = max(REACH, SHORT / max(1, length)) if self.ordered else 1.0
        return [span for span in spans if abs(span[0] / max(1, length) - place) <= reach]

    def hinted(self, place: float, here: Polarity, there: Polarity, length: int) -> bool:
        """Whether `here`, of that length, may deny in a faint word about there that the other side does not share."""
        return len(self.near(place, here.faint, length)) > len(there.faint)


def find_flip(sides: Sides) -> Flip | None:
    """The clearest difference, or None."""
    left, right = sides.left, sides.right
    if left.only and right.hard and not (right.only or right.hedges) and len(left.denials) <= 1:
        return Flip(False, right.hard[0], "worded")
    if left.waits or right.waits:
        return _awaited(left, right)
    return _lost(sides) or _softened(sides) or _added(sides)


def _awaited(left: Polarity, right: Polarity) -> Flip | None:
    """What is "not until" may be said in other words, but hardly without any, and "until" alone is not "not until"."""
    if left.waits and left.denials and right.affirms and not right.hedges:
        return Flip(True, left.hard[0], "answered")
    if right.waits and left.until and right.denials and not (left.hard or left.soft):
        return Flip(False, right.hard[0], "answered")
    return None


def _lost(sides: Sides) -> Flip | None:
    left, right = sides.left, sides.right
    theirs = [] if right.bare and not left.verbless else right.denials
    rest = _unmatched(left.denials, theirs, sides)
    for span in rest[right.hedges :]:
        place = span[0] / max(1, sides.lengths[0])
        if span not in left.demanded:
            if not theirs and sides.near(place, (*right.soft, *right.faint), sides.lengths[1]):
                return Flip(True, span, "turned")
        elif right.hard and len(left.denials) <= right.most and not right.bare:
            continue
        elif len(right.soft) <= len(left.soft) and not sides.hinted(place, right, left, sides.lengths[1]):
            return Flip(True, span, "counted" if right.hard else _manner(sides))
    return None


def _softened(sides: Sides) -> Flip | None:
    """A word that denies inside (without, unable) where the other side denies nothing at all."""
    left, right = sides.left, sides.right
    if left.strong and right.affirms and not right.hedges:
        return Flip(True, left.strong[0], "worded")
    return None


def _added(sides: Sides) -> Flip | None:
    left, right = sides.left, sides.right
    if left.hard or left.hedges or not right.demanded:
        return None
    span = right.demanded[0]
    place = span[0] / max(1, sides.lengths[1])
    hinted = sides.hinted(place, left, right, sides.lengths[0])
    return None if hinted or left.soft else Flip(False, span, _manner(sides))


def _manner(sides: Sides) -> Manner:
    idle = (sides.left.soft, sides.left.faint, sides.right.soft, sides.right.faint)
    return "answered" if any(idle) else "plain"


def _unmatched(ours: Sequence[Span], theirs: Sequence[Span], sides: Sides) -> list[Span]:
    """Our denials without one of theirs, when each of theirs takes the nearest of ours."""
    free = list(ours)
    for span in theirs:
        if not free:
            break
        place = span[0] / max(1, sides.lengths[1])
        free.remove(min(free, key=lambda own: abs(own[0] / max(1, sides.lengths[0]) - place)))
    return free
