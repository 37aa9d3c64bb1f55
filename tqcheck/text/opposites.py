"""Opposites: the source names one value of an axis ("at least") and the translation another ("at most")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from tqcheck.text.clauses import clause_around
from tqcheck.text.concept_search import Sighting, find_senses
from tqcheck.text.concepts import Axis, Sense, axes
from tqcheck.text.left_over_senses import find_left_over
from tqcheck.text.locale_facts import primary
from tqcheck.text.negation import read_polarity
from tqcheck.text.overlaps import overlap
from tqcheck.text.turned_bounds import find_turned
from tqcheck.text.turned_order import is_turned

WORDS = 3
"""Words between a negation and the word it denies, at most."""
FAR = 0.5
"""Share of a long sentence beyond which two words do not stand for each other."""
LONG = 90
"""Characters from which a sentence is long enough for that."""
TURNED = 0.84
"""Raw strength of a bound that is turned around in words of another axis."""
_COUNTED = 0.1
"""What a value that was only outnumbered is weaker by."""
_DENY_BEHIND = frozenset({"ja", "ko", "tr"})
"""Those that never deny before it."""
_MARKS = frozenset(",.;:!?…—–،؛，；。")
"""Marks that end a clause."""
_VERB_LAST = frozenset({"ja", "ko", "tr", "hi", "fa", "ur", "bn", "ta", "te", "mr", "ne"})
"""Languages that deny behind what they deny."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """One value in the source and another in the translation: view offsets of the words on both sides.

    Attributes:
        meant, said: the values.
        strength: raw strength of the axis, 0-1.
    """

    axis: str
    source: tuple[int, int]
    target: tuple[int, int]
    meant: str
    said: str
    strength: float


@lru_cache(maxsize=2048)
def find_oppositions(source: str, target: str, source_language: str, target_language: str) -> tuple[Opposition, ...]:
    """Axes on which exactly one value of the source is missing from the translation, and exactly one other stands there instead."""
    right = find_senses(target, target_language)
    left = find_senses(source, source_language) if right else ()
    shared = {item.sense.axis for item in left if item.sense.firm} & {
        item.sense.axis for item in right if item.sense.firm
    }
    languages = source_language, target_language
    found = [_oppose(axis, left, right, (source, target), languages) for name, axis in axes().items() if name in shared]
    found.append(_turned(left, right, (source, target), languages))
    return tuple(
        item
        for number, item in enumerate(found)
        if item
        and not any(item.target == other.target for other in found[:number] if other)
        and not _is_answered(item, (source, source_language), (target, target_language))
    )


def _is_answered(found: Opposition, source: tuple[str, str], target: tuple[str, str]) -> bool:
    """Whether negations or a turned order make the one value the other: "unless he pays" is "if he does not pay"."""
    if axes()[found.axis].converse and is_turned(source, target, (found.source, found.target)):
        return True
    mode = axes()[found.axis].negation
    if mode in ("parity", "alike") and _deny_alike(source, target):
        return False
    return (
        mode == "parity"
        or is_denied(source[0], found.source, source[1], mode)
        or is_denied(target[0], found.target, target[1], mode)
    )


def _deny_alike(source: tuple[str, str], target: tuple[str, str]) -> bool:
    """Whether both sides deny equally often, so that no negation of one alone turns a word round."""
    left, right = read_polarity(*source), read_polarity(*target)
    return left is not None and right is not None and len(left.denials) == len(right.denials)


def _turned(
    left: Sequence[Sighting], right: Sequence[Sighting], texts: tuple[str, str], languages: tuple[str, str]
) -> Opposition | None:
    """A bound of one axis in the place of one of another that points the other way."""
    pair = find_turned(left, right, texts, languages)
    if pair is None:
        return None
    one, other = pair
    axis = one.sense.axis
    return Opposition(axis, (one.start, one.end), (other.start, other.end), one.sense.value, other.sense.value, TURNED)


def may_name(text: str, language: str, axis: str, value: str, *, firm: bool = False) -> bool:
    """Whether a text names a value; `firm` = in words that mean nothing else."""
    sightings = find_senses(text, language)
    return value in (_firm if firm else _possible)(axes()[axis], sightings)


def _oppose(
    axis: Axis,
    left: Sequence[Sighting],
    right: Sequence[Sighting],
    texts: tuple[str, str],
    languages: tuple[str, str],
) -> Opposition | None:
    exchanged, strength = _exchanged(axis, left, right), axis.strength
    if exchanged is None:
        exchanged, strength = _outnumbered(axis, left, right), axis.strength - _COUNTED
    if exchanged is None:
        pair = find_left_over(axis, left, right, texts, languages) if axis.by_place else None
        return pair and _opposition(axis, pair, strength - _COUNTED)
    value, other = exchanged
    there, here = _nearest(axis, (left, value), (right, other), texts)
    apart = abs(there.start / max(1, len(texts[0])) - here.start / max(1, len(texts[1])))
    if apart > FAR and max(map(len, texts)) > LONG:
        return None
    return _opposition(axis, (there, here), strength)


def _opposition(axis: Axis, pair: tuple[Sighting, Sighting], strength: float) -> Opposition:
    there, here = pair
    values = there.sense.value, here.sense.value
    return Opposition(axis.name, (there.start, there.end), (here.start, here.end), *values, round(strength, 3))


def _exchanged(axis: Axis, left: Sequence[Sighting], right: Sequence[Sighting]) -> tuple[str, str] | None:
    """The one value of the source that the translation lacks, and the one that it has instead."""
    meant, said = _missing(axis, left, right), _missing(axis, right, left)
    return (meant.pop(), said.pop()) if len(meant) == len(said) == 1 else None


def _missing(axis: Axis, ours: Sequence[Sighting], theirs: Sequence[Sighting]) -> set[str]:
    """The values that one side names for certain and the other cannot mean; on a counted axis also what it may mean less often."""
    if not axis.counted:
        return _firm(axis, ours) - _possible(axis, theirs, ours)
    here, there = (
        Counter(item.sense.value for item in items if item.sense.axis == axis.name) for items in (ours, theirs)
    )
    return {value for value in _firm(axis, ours) if here[value] > there[value]}


def _outnumbered(axis: Axis, left: Sequence[Sighting], right: Sequence[Sighting]) -> tuple[str, str] | None:
    """Where both sides name the axis equally often, the value that the source has once more, and the one the translation has once more."""
    ours, theirs = (
        Counter(item.sense.value for item in items if item.sense.axis == axis.name and item.sense.firm)
        for items in (left, right)
    )
    meant, said = ours - theirs, theirs - ours
    if ours.total() != theirs.total() or meant.total() != 1 or said.total() != 1:
        return None
    (value,), (other,) = meant, said
    if not theirs[value] and not ours[other]:
        return None
    unsure = _possible(axis, _but(right, axis.name, value), left), _possible(axis, _but(left, axis.name, other), right)
    return None if value in unsure[0] or other in unsure[1] else (value, other)


def _but(sightings: Sequence[Sighting], axis: str, value: str) -> list[Sighting]:
    """The sightings without those that name a value for certain, or may do so in the same place ("over", and "over 70")."""
    sure = {item.start for item in sightings if item.sense == Sense(axis, value)}
    return [
        item for item in sightings if item.start not in sure or (item.sense.axis, item.sense.value) != (axis, value)
    ]


def _nearest(
    axis: Axis, one: tuple[Sequence[Sighting], str], other: tuple[Sequence[Sighting], str], texts: tuple[str, str]
) -> tuple[Sighting, Sighting]:
    """The sightings of a value on each side that stand most nearly in the same place of their sentences."""
    lefts, rights = (
        [item for item in items if item.sense.firm and (item.sense.axis, item.sense.value) == (axis.name, value)]
        for items, value in (one, other)
    )
    return min(
        ((left, right) for left in lefts for right in rights),
        key=lambda both: abs(both[0].start / len(texts[0]) - both[1].start / len(texts[1])),
    )


def _firm(axis: Axis, sightings: Sequence[Sighting]) -> set[str]:
    return {item.sense.value for item in sightings if item.sense.axis == axis.name and item.sense.firm}


def _possible(axis: Axis, sightings: Sequence[Sighting], others: Sequence[Sighting] = ()) -> set[str]:
    """Values that a text may name: in words of the axis, sure or not, or in words of another axis that may stand for the value.

    The latter only where the other side does not have them too: "the table fell by more than" has a use of its own for "fell".
    """
    named = {f"{item.sense.axis}.{item.sense.value}" for item in sightings}
    own = named - {f"{item.sense.axis}.{item.sense.value}" for item in others if item.sense.firm}
    return {
        value
        for value in axis.values
        if f"{axis.name}.{value}" in named or not own.isdisjoint(axis.excuses.get(value, ()))
    }


def is_denied(text: str, place: tuple[int, int], language: str, mode: str) -> bool:
    """Whether a negation stands within a few words before, or behind where the language denies behind; modes as `Axis.negation`."""
    polarity = read_polarity(text, language) if mode != "ignored" else None
    if polarity is None:
        return False
    if mode == "anywhere":
        return bool(polarity.hedges) or any(not overlap(span, place) for span in polarity.hard)
    if mode == "clause":
        first, last = clause_around(text, place[0])
        alone = read_polarity(text[first:last], language)
        return alone is None or any(not overlap((at + first, end + first), place) for at, end in alone.hard)
    if mode == "ahead":
        late = primary(language) in _VERB_LAST
        return any(late or span[0] < place[0] for span in polarity.hard)
    if mode == "led":
        return any(not overlap(span, place) and not _is_led(text, place, span, language) for span in polarity.hard)
    for start, end in polarity.hard:
        if end <= place[0] and primary(language) not in _DENY_BEHIND and _words(text[end : place[0]]) <= WORDS:
            return True
        if start >= place[1] and primary(language) in _VERB_LAST and _words(text[place[1] : start]) <= WORDS:
            return True
    return False


def _is_led(text: str, place: tuple[int, int], denial: tuple[int, int], language: str) -> bool:
    """Whether a negation stands in the clause that a word opens, which it does not turn round ("dok ne prestane", "although not")."""
    return (
        primary(language) not in _VERB_LAST and denial[0] >= place[1] and _MARKS.isdisjoint(text[place[1] : denial[0]])
    )


def _words(text: str) -> int:
    """Words in a stretch of text; two letters of Chinese or Japanese count as one."""
    han = len(regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}]", text))
    return len(text.split()) if not han else han // 2 + 1
