"""Where two texts differ in what they deny: negations counted on both sides, and what answers one in other words."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.text.answers import unshared
from tqcheck.text.negation import OPPOSABLE, Polarity, Span
from tqcheck.text.polarity_sides import DOUBTFUL, STILL, Flip, Manner, Sides, more_soft, own_soft

AWAITED = frozenset({"only", "until"})
"""Concepts in whose words "not until May" is said without a negation."""
COMMON = DOUBTFUL | {"few", "remain", "any", "independent", "wrong"}
"""The same of plain negations. Of the development sentences that these words alone excused, 27 had a negation planted and 7 were sound;
errors were planted far oftener than they occur."""
SELDOM = frozenset({"hardly", "few", "only", "limited", "without"})
"""Concepts in whose words "never" is said without a negation."""
AROUND = 45
"""Characters between a word that denies inside and a negation that may turn it round, at most."""
CANCELLED = 70
"""Characters behind a negation in which "without" turns it round."""
BESIDE = 24
"""Characters between "never" and the negation that it goes along with, at most."""


def find_flip(sides: Sides) -> Flip | None:
    """The clearest difference, or None."""
    left, right = sides.left, sides.right
    if (
        left.only
        and right.hard
        and not (right.only or right.hedges or _restricts(right, left))
        and len(left.denials) <= 1
    ):
        return Flip(False, right.hard[0], "worded")
    if left.only and not (right.hard or right.soft or right.only or right.hedges) and _restricts(right, left):
        return Flip(True, left.only, "worded")
    if right.only and len(left.denials) == 1 and not (left.only or right.hard or _says_only(left)):
        return Flip(True, left.denials[0], "worded")
    if left.waits != right.waits and (left.waits or left.until or left.faint or _awaits(left)):
        flip = _awaited(left, right)
        if flip or right.until or not right.hard or len(left.denials) <= right.most:
            return flip
    return _lost(sides) or _softened(sides) or _added(sides) or _hardened(sides) or _undone(sides)


def are_cancelled(here: Polarity, there: Polarity) -> bool:
    """Whether "without" turns all denials round and the other side has neither: nobody leaves without asking, all ask before they leave."""
    if not here.hard or there.hard or any("without" in item.concepts for item in there.meant):
        return False
    turning = [item.start for item in here.meant if "without" in item.concepts]
    return all(any(0 < start - span[1] <= CANCELLED for start in turning) for span in here.hard)


def _awaits(side: Polarity) -> bool:
    return any(not AWAITED.isdisjoint(item.concepts) for item in side.answers)


def _awaited(left: Polarity, right: Polarity) -> Flip | None:
    """What is "not until" may be said in other words, but hardly without any, and "until" alone is not "not until"."""
    worded = right.hard or right.faint or _awaits(right) or right.hedges > right.until
    silent = not right.soft or (right.until and len(right.soft) <= len(left.soft))
    if left.waits and left.denials and silent and not worded:
        return Flip(True, left.hard[0], "answered")
    if right.waits and left.until and right.denials and not (left.hard or left.soft):
        return Flip(False, right.hard[0], "answered")
    return None


def _lost(sides: Sides) -> Flip | None:
    left, right = sides.left, sides.right
    theirs = [] if right.bare and not left.verbless else right.denials
    rest = _unmatched(left.denials, theirs, sides)
    plain: list[Span] = []
    for span in rest:
        place = span[0] / max(1, sides.lengths[0])
        if span not in left.demanded:
            said = [(item.start, item.end) for item in right.answers]
            silent = not (theirs or right.hedges or more_soft(right, left))
            if silent and sides.near(place, (*right.soft, *right.faint, *said), sides.lengths[1]):
                return Flip(True, span, "turned")
        elif right.hard and len(left.denials) <= right.most and not right.bare:
            continue
        elif _never_only(span, left, right) or not sides.worded(place, right, left, sides.lengths[1]):
            plain.append(span)
    places = (span[0] / max(1, sides.lengths[0]) for span in plain)
    softened = max((sides.softened(place, right, left, sides.lengths[1]) for place in places), default=0)
    excused = softened + max(0, right.hedges - left.hedges - (left.until and right.until))
    if len(plain) <= excused:
        return None
    manner = "counted" if right.hard or excused else _manner(right, left)
    return Flip(True, plain[excused], manner, softened)


def _restricts(here: Polarity, there: Polarity) -> bool:
    """Whether one side says "only" more often than the other: "only she" for "not only she", or "I am not the only one"."""
    ours, theirs = ([item for item in side.answers if "only" in item.concepts] for side in (here, there))
    return len(ours) > len(theirs)


def _says_only(side: Polarity) -> bool:
    return side.hedges > 0 or any("only" in item.concepts for item in (*side.answers, *side.meant))


def _softened(sides: Sides) -> Flip | None:
    """A word that denies inside (without, unable) where the other side denies nothing at all."""
    left, right = sides.left, sides.right
    if right.soft or right.faint or right.hedges or right.most > len(left.demanded):
        return None
    span = _unanswered(sides, left, right, sides.lengths)
    return Flip(True, span, "worded") if span else None


def _hardened(sides: Sides) -> Flip | None:
    """The same of a word of the translation, where the source affirms."""
    left, right = sides.left, sides.right
    if left.hard or left.soft or left.faint or left.hedges:
        return None
    span = _unanswered(sides, right, left, sides.lengths[::-1])
    return Flip(False, span, "worded") if span else None


def _unanswered(sides: Sides, here: Polarity, there: Polarity, lengths: tuple[int, int]) -> Span | None:
    """The first strong word of one side that nothing on the other can mean; `lengths` of the texts, this side's first.

    "Without waiting" may be "before".
    """
    said = {concept for item in there.answers for concept in item.concepts}
    for span in here.strong:
        meant = [item.concepts for item in here.meant if item.start <= span[0] < item.end]
        shared = any(not said.isdisjoint(concepts) for concepts in meant)
        shared |= there.until and not here.until and any("without" in concepts for concepts in meant)
        if not shared and not sides.hinted(span[0] / max(1, lengths[0]), there, here, lengths[1]):
            return span
    return None


def _added(sides: Sides) -> Flip | None:
    left, right = sides.left, sides.right
    if left.hard or left.hedges:
        return None
    if not right.demanded:
        return _turned(sides)
    span = right.demanded[0]
    place = span[0] / max(1, sides.lengths[1])
    if _never_only(span, right, left):
        return Flip(False, span, "plain")
    hinted = sides.hinted(place, left, right, sides.lengths[0], COMMON)
    return None if hinted else Flip(False, span, _manner(left, right))


def _never_only(span: Span, here: Polarity, there: Polarity) -> bool:
    """Whether a negation denies for all times, and nothing on the other side can stand for that."""
    return _denies_for_ever(span, here) and not (there.never or _says_seldom(there))


def _denies_for_ever(span: Span, side: Polarity) -> bool:
    return any(abs(word[0] - span[0]) <= BESIDE for word in side.never)


def _says_seldom(side: Polarity) -> bool:
    return any(item.concepts & SELDOM for item in (*side.answers, *side.meant))


def _turned(sides: Sides) -> Flip | None:
    """A word that denies inside on both sides alike, and a negation before it on the right alone: "is not disabled"."""
    left, right = sides.left, sides.right
    if not right.denials:
        return None
    span = right.denials[0]
    both = bool(_opposed(right) & _opposed(left)) and not sides.hinted(
        span[0] / max(1, sides.lengths[1]), left, right, sides.lengths[0]
    )
    return Flip(False, span, "turned") if both or len(left.soft) >= len(right.soft) > 0 else None


def _undone(sides: Sides) -> Flip | None:
    """A word that denies inside, once on both sides, which the source alone turns round: "did not deny" and „bestritt“."""
    left, right = sides.left, sides.right
    for span, word in left.turned:
        meant = (item.concepts for item in left.meant if item.start < word[1] and word[0] < item.end)
        concepts = frozenset[str]().union(*meant)
        ours, theirs = ([item for item in side.meant if item.concepts & concepts] for side in (left, right))
        if len(ours) == len(theirs) == 1 and all(abs(denial[0] - theirs[0].start) > AROUND for denial in right.hard):
            return Flip(True, span, "turned")
    return None


def _opposed(side: Polarity) -> frozenset[str]:
    return frozenset(concept for item in side.answers for concept in item.concepts & OPPOSABLE)


def _manner(affirming: Polarity, denying: Polarity) -> Manner:
    """Answered where the side that affirms has a word that might stand for a denial and that the other side does not have too.

    "Still" is no answer to "no longer" but its contrary.
    """
    if denying.ended and any(STILL in item.concepts for item in affirming.answers):
        return "plain"
    idle = bool(own_soft(affirming, denying)) or len(affirming.loose) > len(denying.loose)
    return "answered" if idle or any(unshared(affirming.answers, affirming.answers, denying.named)) else "plain"


def _unmatched(ours: Sequence[Span], theirs: Sequence[Span], sides: Sides) -> list[Span]:
    """Our denials without one of theirs, when each of theirs takes the nearest of ours."""
    free = list(ours)
    for span in theirs:
        if not free:
            break
        place = span[0] / max(1, sides.lengths[1])
        free.remove(min(free, key=lambda own: abs(own[0] / max(1, sides.lengths[0]) - place)))
    return free
