"""Bounds turned around in words of different kinds: "at least" became "less than", "above" became "almost".

Each kind of bound is an axis of its own in the lexicon, since "more" need not stand against "at most"; where a sentence has bounds of one
direction alone and the translation has none of these but one of the other direction, the axes agree that they contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tqcheck.text.concept_search import Sighting
from tqcheck.text.negation import read_polarity

Way = Literal["up", "down"]

WAYS: dict[tuple[str, str], Way] = {
    ("bound", "least"): "up",
    ("compare", "more"): "up",
    ("nearness", "over"): "up",
    ("level", "above"): "up",
    ("bound", "most"): "down",
    ("compare", "less"): "down",
    ("nearness", "almost"): "down",
    ("level", "below"): "down",
}
"""Which way from a figure each value points: what lies beyond it, or what falls short of it."""
OTHER: dict[Way, Way] = {"up": "down", "down": "up"}


def find_turned(
    left: Sequence[Sighting], right: Sequence[Sighting], texts: tuple[str, str], languages: tuple[str, str]
) -> tuple[Sighting, Sighting] | None:
    """A bound of the source and the one of the other direction that stands for it; None where either side has both directions.

    A denial anywhere turns a bound around ("not more than" is "at most"), so it silences, unless it belongs to the bound itself.
    """
    for way in ("up", "down"):
        ours, theirs = _of(left, way), _of(right, OTHER[way])
        firm = [[item for item in items if item.sense.firm] for items in (ours, theirs)]
        if not all(firm) or _of(right, way) or _of(left, OTHER[way]):
            continue
        pair = min(
            ((one, other) for one in firm[0] for other in firm[1]),
            key=lambda both: abs(both[0].start / len(texts[0]) - both[1].start / len(texts[1])),
        )
        if pair[0].sense.axis != pair[1].sense.axis and not any(map(_denies, texts, languages, pair)):
            return pair
    return None


def _of(sightings: Sequence[Sighting], way: Way) -> list[Sighting]:
    return [item for item in sightings if WAYS.get((item.sense.axis, item.sense.value)) == way]


def _denies(text: str, language: str, bound: Sighting) -> bool:
    """Whether a text denies anything outside a bound."""
    rest = text[: bound.start] + " " * (bound.end - bound.start) + text[bound.end :]
    polarity = read_polarity(rest, language)
    return polarity is None or bool(polarity.hard or polarity.soft or polarity.hedges)
