"""A word that one side denies and the other affirms, found by the dictionary: "did not reject" and «отвергло».

Counting negations fails where a long sentence has several, or words that may stand for one; where the very word that is denied is known on
the other side, its own clause tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.clauses import clause_around
from tqcheck.text.negation import Span, read_polarity
from tqcheck.text.negation_patterns import word_list
from tqcheck.text.polarity_sides import VERB_LAST, Flip
from tqcheck.text.rendered_words import Side
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

REACH = 30
"""Characters between a negation and the word that it denies, at most."""
MOST = 3
"""Words of which it may be one."""
DENYING = frozenset({"instead", "few", "hardly", "without", "bad", "wrong", "limited", "only", "except"})
"""Concepts whose words deny what stands beside them."""


def find_denied(left: Side, right: Side) -> Flip | None:
    """A word that is denied on one side alone; None where no dictionary holds the two languages."""
    if left[0].waits or right[0].waits or len(left[0].denials) == len(right[0].denials):
        return None
    ours, theirs = read_both(left[1:], right[1:])
    place = _denied_alone(left, right, ours, theirs, MOST)
    if place is not None:
        return Flip(True, place, "counted")
    place = _denied_alone(right, left, theirs, ours, 1)
    return None if place is None else Flip(False, place, "counted")


def is_affirmed(flip: Flip, left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether the dictionary finds the denied word on the other side (texts, each with its language), in a clause that denies nothing."""
    here, there = (left, right) if flip.lost else (right, left)
    polarities = read_polarity(*here), read_polarity(*there)
    if polarities[0] is None or polarities[1] is None:
        return False
    place = counterpart(flip.place, (polarities[0], *here), *read_both(here, there))
    return place is not None and _affirms(place, (polarities[1], *there), DENYING)


def counterpart(span: Span, here: Side, ours: Sequence[Reading], theirs: Sequence[Reading]) -> Span | None:
    """Where the other side has the word that a negation denies; None where that is nowhere, or not certain."""
    return next(((start, end) for start, end, rank in _counterparts(span, here, ours, theirs) if rank == 0), None)


def _denied_alone(
    here: Side, there: Side, ours: Sequence[Reading], theirs: Sequence[Reading], most: int
) -> Span | None:
    if len(here[0].denials) <= len(there[0].denials) or there[0].hedges > here[0].hedges:
        return None
    idle = _places("concord", here)
    for span in here[0].demanded:
        if span in idle or " " in here[1][slice(*span)]:
            continue  # "nobody" beside a negated verb, "not even" after one
        start, end, rank = next(iter(_counterparts(span, here, ours, theirs)), (0, 0, most))
        if rank < most and _affirms((start, end), there, DENYING if rank == 0 else None):
            return span
    return None


def _counterparts(
    span: Span, here: Side, ours: Sequence[Reading], theirs: Sequence[Reading]
) -> Iterator[tuple[int, int, int]]:
    """(start, end, rank) of the words on the other side, each the only one that renders a word that may be denied, the likeliest first."""
    for rank, (start, end, heads) in enumerate(_denied(span, here, ours)):
        places = [(first, last) for first, last, said in theirs if not said.isdisjoint(heads)]
        again = [one for one in ours if not one[2].isdisjoint(heads) and one[:2] != (start, end)]
        if len(places) == 1 and not again:
            yield *places[0], rank


def _denied(span: Span, side: Side, readings: Sequence[Reading]) -> Sequence[Reading]:
    """What a negation may deny, the likeliest first."""
    first, last = clause_around(side[1], span[0])
    near = [one for one in readings if first <= one[0] < last and not one[2] & _heads("light")]
    own = [one for one in near if one[0] < span[1] and span[0] < one[1]]
    before = [one for one in near if 0 <= span[0] - one[1] <= REACH][::-1]
    behind = [one for one in near if 0 <= one[0] - span[1] <= REACH]
    found = own or (before if table_language(side[2]) in VERB_LAST else behind)
    return () if found and found[0][2] & _heads("raising") else found


def _places(name: str, side: Side) -> list[Span]:
    """Where the words of a list of `negation.toml` stand."""
    _, text, language = side
    return [found.span() for found in word_list(table_language(language), name).finditer(fold(text, language))]


@cache
def _heads(name: str) -> frozenset[str]:
    """English headwords of `denied_words.toml`."""
    return frozenset(str(table("denied_words")["en"][name]).split())


def _affirms(place: Span, side: Side, denying: frozenset[str] | None) -> bool:
    """Whether nothing in the clause around a place denies, be it by a word of these concepts only, or of any (None)."""
    polarity, text, _ = side
    first, last = clause_around(text, place[0])
    said = ((item.start, item.end) for item in polarity.answers if denying is None or item.concepts & denying)
    words = (*polarity.hard, *polarity.soft, *polarity.faint, *said)
    return not any(first < end and start < last for start, end in words)
