"""Opposites in the same place: long sentences name an axis more than once, and vague words far away excuse nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.text.concept_search import Sighting
from tqcheck.text.concepts import Axis, values_named

NEAR = 0.12
"""Share of a sentence that two words which stand for each other are apart, at most."""
WINDOW = 0.3
"""Share of a sentence in which a word that names a value for certain may stand for another one."""
VAGUE = 0.15
"""The same for a word that need not name the value ("so", "through", "and")."""


def nearby(
    axis: Axis, left: Sequence[Sighting], right: Sequence[Sighting], texts: tuple[str, str]
) -> tuple[Sighting, Sighting] | None:
    """The two words in the same place that name two values for certain, each a value that the other side names less often and not nearby.

    A value that the other side may name in a vague word ("so", "through", "as") is excused within `VAGUE` alone.
    """
    for one in _firm(axis, left):
        for other in _firm(axis, right):
            if one.sense.value == other.sense.value or _apart(one, other, texts) > NEAR:
                continue
            if _is_missing(axis, one, right, left, texts) and _is_missing(axis, other, left, right, texts[::-1]):
                return one, other
    return None


def _is_missing(
    axis: Axis, word: Sighting, others: Sequence[Sighting], own: Sequence[Sighting], texts: tuple[str, str]
) -> bool:
    """Whether the other side neither may name the value near the word's place nor surely names it as often as the word's own side."""
    near = [item for item in others if _apart(word, item, texts) <= (WINDOW if item.sense.firm else VAGUE)]
    senses = [item.sense for item in near if item.sense.firm or item.sense.axis == axis.name]
    if word.sense.value in values_named(axis, senses):
        return False
    ours, theirs = (sum(item.sense == word.sense for item in _firm(axis, items)) for items in (own, others))
    return theirs < ours


def _firm(axis: Axis, sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    return (item for item in sightings if item.sense.axis == axis.name and item.sense.firm)


def _apart(one: Sighting, other: Sighting, texts: tuple[str, str]) -> float:
    """How far apart two words stand, each by its place in its own text, 0-1."""
    return abs(one.start / max(1, len(texts[0])) - other.start / max(1, len(texts[1])))
