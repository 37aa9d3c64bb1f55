"""Words left over on an axis that a long sentence names more than once, when each word has taken the nearest that may render it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Literal

from tqcheck.text.clauses import clause_around
from tqcheck.text.concept_search import Sighting
from tqcheck.text.concepts import Axis, values_named
from tqcheck.text.polarity_sides import VERB_LAST
from tqcheck.text.word_patterns import table_language

NEAR = 0.12
"""Share of a sentence that two words which stand for each other are apart, at most."""
VAGUE = 0.15
"""The same of a word that need not name the value ("so", "through", "and")."""
UNSURE = 0.2
"""What a word that need not name the value is farther away by than one that does."""
CLAUSE_LAST = VERB_LAST | {"de", "nl"}
"""Languages that may say at the end of a clause what others say at its beginning: conjunctions, modals."""
JOINTS = frozenset({"relation", "ground", "duty"})
"""Axes of such words; what is a condition ("only once") may be said too variously."""
FAR = 0.8
"""The same of two words that name one value for certain."""
AGAIN = (0.06, 0.25)
"""Shares of a sentence between which a second word of a value stands that may belong to the first (虽然 ... 但是)."""

Place = tuple[int, int]


def find_left_over(
    axis: Axis,
    left: Sequence[Sighting],
    right: Sequence[Sighting],
    texts: tuple[str, str],
    languages: tuple[str, str],
) -> tuple[Sighting, Sighting] | None:
    """The two words in the same place that name two values for certain, when every other word has its counterpart.

    A word takes the nearest of the other side that names its value for certain, wherever it stands, or may name it and stands near: each
    takes one, so that one "because" answers for one "since". Those left without may stand for each other alone.
    """
    ours, theirs = _words(axis, left), _words(axis, right)
    pairs = sorted(
        (apart + (0 if fit == "sure" else UNSURE), one, other)
        for one, senses in ours.items()
        for other, others in theirs.items()
        if (fit := _fit(axis, senses, others))
        and ((apart := _apart(one, other, texts)) <= (FAR if fit == "sure" else VAGUE))
    )
    taken, given = set[Place](), set[Place]()
    for _, one, other in pairs:
        if one not in taken and other not in given:
            taken.add(one)
            given.add(other)
    rest = _left_over(axis, left, taken, texts[0]), _left_over(axis, right, given, texts[1])
    return next(
        (
            both
            for both in product(*rest)
            if both[0].sense.value != both[1].sense.value and _are_near(*both, texts, languages)
        ),
        None,
    )


def _words(axis: Axis, sightings: Sequence[Sighting]) -> dict[Place, list[Sighting]]:
    """What stands at each place that may say something of the axis."""
    excusing = {sense for senses in axis.excuses.values() for sense in senses}
    found = dict[Place, list[Sighting]]()
    for item in sightings:
        if item.sense.axis == axis.name or (item.sense.firm and f"{item.sense.axis}.{item.sense.value}" in excusing):
            found.setdefault(_place(item), []).append(item)
    return found


def _fit(axis: Axis, ours: Sequence[Sighting], theirs: Sequence[Sighting]) -> Literal["sure", "vague"] | None:
    """Whether words of the two sides name one value for certain, or may do so; None where they cannot."""
    if not values_named(axis, [item.sense for item in ours]) & values_named(axis, [item.sense for item in theirs]):
        return None
    here, there = (
        {item.sense for item in items if item.sense.firm and item.sense.axis == axis.name} for items in (ours, theirs)
    )
    return "sure" if here & there else "vague"


def _left_over(axis: Axis, sightings: Sequence[Sighting], taken: set[Place], text: str) -> list[Sighting]:
    """The sure words of a side that have no counterpart and say nothing again that stands near (直到 ... 为止, "although ... yet")."""
    sure = [item for item in sightings if item.sense.axis == axis.name and item.sense.firm]
    return [
        item
        for item in sure
        if _place(item) not in taken
        and not any(
            other.sense == item.sense
            and _place(other) in taken
            and AGAIN[0] * len(text) < abs(item.start - other.start) <= AGAIN[1] * len(text)
            for other in sure
        )
    ]


def _place(item: Sighting) -> Place:
    return item.start, item.end


def _are_near(one: Sighting, other: Sighting, texts: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Whether two words stand in the same place, where one of two languages ends its clauses with what the other begins them with."""
    ends = [table_language(language) in CLAUSE_LAST for language in languages]
    places = [_place(one), _place(other)]
    if _apart(places[0], places[1], texts) <= NEAR:
        return True
    if ends[0] == ends[1] or one.sense.axis not in JOINTS or "condition" in (one.sense.value, other.sense.value):
        return False
    side = 0 if ends[0] else 1
    places[side] = clause_around(texts[side], places[side][0])
    return _apart(places[0], places[1], texts) <= NEAR


def _apart(one: Place, other: Place, texts: tuple[str, str]) -> float:
    """How far apart two words stand, each by its place in its own text, 0-1."""
    return abs(one[0] / max(1, len(texts[0])) - other[0] / max(1, len(texts[1])))
