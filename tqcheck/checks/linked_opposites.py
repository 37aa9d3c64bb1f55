"""Opposites in a linked place: the word that renders "less" says "more", whatever else the sentence names on that axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.model import Link, Pair
from tqcheck.text.clauses import clause_around
from tqcheck.text.concept_search import Sighting, find_senses
from tqcheck.text.concepts import Axis, axes
from tqcheck.text.masks import blank
from tqcheck.text.negation import read_polarity
from tqcheck.text.opposites import Opposition, is_denied

LINKED = 0.5
"""Strength from which a link says that a word renders another."""
CONDITIONAL = "exception"
"""The axis of "unless" and "if", which a negation in the clause of "if" makes one: elsewhere in the sentence it changes nothing."""
COUNTED = "magnitude"
"""An axis of numerals, which other checks compare: its words may be pieces of longer numbers."""


def find_linked(pair: Pair) -> Iterator[Opposition]:
    """Words that are linked and of two values of an axis, in a pair that has both sides and links.

    Two signals agree: the link, the strongest of either word, and that one side names one of the values more often than the other does.
    """
    if pair.source is None or pair.target is None or not pair.evidence.links:
        return
    texts = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    sides = find_senses(texts[0], pair.source_language), find_senses(texts[1], pair.target_language)
    for link in pair.evidence.links:
        if link.strength >= LINKED:
            both = next((two for two in _opposed(link, *sides) if _holds(pair, texts, link, two, sides)), None)
            if both is not None:
                yield _opposition(*both)


def _holds(
    pair: Pair,
    texts: tuple[str, str],
    link: Link,
    both: tuple[Sighting, Sighting],
    sides: tuple[Sequence[Sighting], Sequence[Sighting]],
) -> bool:
    """Whether no stronger link, no further word and no negation explains the two values."""
    links = pair.evidence.links or ()
    axis = axes()[both[0].sense.axis]
    return _is_strongest(link, *both, links) and _differs(*both, *sides) and not _is_answered(pair, texts, axis, both)


def _opposition(left: Sighting, right: Sighting) -> Opposition:
    axis = axes()[left.sense.axis]
    return Opposition(
        axis.name,
        (left.start, left.end),
        (right.start, right.end),
        left.sense.value,
        right.sense.value,
        axis.strength,
    )


def _opposed(link: Link, left: Sequence[Sighting], right: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Sightings under both ends of a link that name two values of an axis, and neither the other's."""
    here = [one for one in left if one.start < link.source.end and link.source.start < one.end]
    there = [one for one in right if one.start < link.target.end and link.target.start < one.end]
    for one in here:
        for other in there:
            axis = one.sense.axis
            if (
                axis == other.sense.axis != COUNTED
                and not _may_agree(axes()[axis], here, there)
                and _is_sure(one, other)
            ):
                yield one, other


def _may_agree(axis: Axis, here: Sequence[Sighting], there: Sequence[Sighting]) -> bool:
    """Whether the words on both sides share a value of the axis, or one of theirs may stand for one of ours ("evening" for "night")."""
    ours, theirs = ({item.sense.value for item in items if item.sense.axis == axis.name} for items in (here, there))
    return not ours.isdisjoint(theirs) or any(
        f"{axis.name}.{value}" in axis.excuses.get(meant, ()) for value in theirs for meant in ours
    )


def _is_sure(one: Sighting, other: Sighting) -> bool:
    """Whether both words mean their values for certain; of "unless" and "if" one is enough."""
    return (one.sense.firm and other.sense.firm) or (
        one.sense.axis == CONDITIONAL and (one.sense.firm or other.sense.firm)
    )


def _value(sighting: Sighting) -> tuple[str, str]:
    return sighting.sense.axis, sighting.sense.value


def _is_strongest(link: Link, left: Sighting, right: Sighting, links: Sequence[Link]) -> bool:
    rivals = (
        other.strength
        for other in links
        if (other.source.start < left.end and left.start < other.source.end)
        != (other.target.start < right.end and right.start < other.target.end)
    )
    return max(rivals, default=0.0) < link.strength


def _differs(left: Sighting, right: Sighting, ours: Sequence[Sighting], theirs: Sequence[Sighting]) -> bool:
    def count(items: Sequence[Sighting], one: Sighting) -> int:
        return sum(_value(item) == _value(one) for item in items)

    return count(ours, left) > count(theirs, left) or count(theirs, right) > count(ours, right)


def _is_answered(pair: Pair, texts: tuple[str, str], axis: Axis, both: tuple[Sighting, Sighting]) -> bool:
    """Whether a negation may make the one value the other."""
    for text, language, sighting in zip(texts, (pair.source_language, pair.target_language), both, strict=True):
        if axis.name == CONDITIONAL:
            polarity = read_polarity(text, language)
            start, end = clause_around(text, sighting.start)
            if polarity is None or any(start <= place < end for place, _ in polarity.hard):
                return True
        elif is_denied(text, (sighting.start, sighting.end), language, axis.negation):
            return True
    return False
