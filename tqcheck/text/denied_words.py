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
from tqcheck.text.overlaps import meets
from tqcheck.text.polarity_sides import VERB_LAST, Flip
from tqcheck.text.rendered_words import Side
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

REACH = 30
"""Characters between a negation and the word that it denies, at most."""
MOST = 3
"""Words of which it may be one."""
BRACKETED = frozenset({"de", "nl", "sv", "da", "no", "is", "fi", "et"})
"""Languages whose negations may stand far from the verb that they deny; elsewhere one some words away denies another verb of the clause."""
AROUND = 4
"""Words on either side of a verb among which its negation stands."""
INSIDE = frozenset({"tr", "fa", "cs", "sk", "lv", "lt", "az"})
"""Languages that deny in the verb itself, so that it stands nearer still."""
DENYING = frozenset({"instead", "few", "hardly", "without", "bad", "wrong", "limited", "only", "except"})
"""Concepts whose words deny what stands beside them."""


def find_denied(left: Side, right: Side) -> Flip | None:
    """A word that is denied on one side alone; None where no dictionary holds the two languages."""
    if len(left[0].denials) == len(right[0].denials):
        return _find_moved(left, right) if left[0].denials else None
    if left[0].waits != right[0].waits:
        return None
    ours, theirs = read_both(left[1:], right[1:])
    place = _denied_alone(left, right, ours, theirs, MOST)
    if place is not None:
        return Flip(True, place, "counted")
    place = _denied_alone(right, left, theirs, ours, 1)
    return None if place is None else Flip(False, place, "counted")


def _find_moved(left: Side, right: Side) -> Flip | None:
    """A negation that went to another word: each side affirms what the other denies."""
    if left[0].hedges or right[0].hedges:
        return None
    ours, theirs = read_both(left[1:], right[1:])
    if not ours or not theirs:
        return None
    lost, added = _contradicted(left, right, ours, theirs), _contradicted(right, left, theirs, ours)
    return Flip(True, lost, "counted") if lost and added else None


def find_affirmed(left: Side, right: Side) -> Span | None:
    """Of the negations of the left side, the first whose word the right side surely affirms; None without one."""
    ours, theirs = read_both(left[1:], right[1:])
    return _contradicted(left, right, ours, theirs) if ours and theirs else None


def _contradicted(here: Side, there: Side, ours: Sequence[Reading], theirs: Sequence[Reading]) -> Span | None:
    """The first negation whose own word the other side has, once, in a clause in which nothing denies."""
    idle = _places("concord", here)
    for span in here[0].demanded:
        place = counterpart(span, here, ours, theirs)
        if place is None or span in idle or " " in here[1][slice(*span)] or not _is_beside(span, here, ours):
            continue
        if _affirms(place, there, None, near=True):
            return span
    return None


def _is_beside(span: Span, side: Side, readings: Sequence[Reading]) -> bool:
    """Whether a negation stands beside the word that it denies: of words between that the dictionary lacks one may be denied instead."""
    word = next(iter(_denied(span, side, readings)), None)
    if word is None:
        return False
    between = side[1][min(span[1], word[1]) : max(span[0], word[0])]
    return len(between.split()) <= 1


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
        near = most > 1 and rank == 0 and not here[0].ended and _is_beside(span, here, ours)
        if rank < most and _affirms((start, end), there, DENYING if rank == 0 else None, near=near):
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
    near = [
        one
        for one in readings
        if first <= one[0] < last and not one[2] & _heads("light") and not _goes_along(one, span, side[0].hard)
    ]
    own = [one for one in near if one[0] < span[1] and span[0] < one[1]]
    before = [one for one in near if 0 <= span[0] - one[1] <= REACH][::-1]
    behind = [one for one in near if 0 <= one[0] - span[1] <= REACH]
    found = own or (before if table_language(side[2]) in VERB_LAST else behind)
    return () if found and found[0][2] & _heads("raising") else found


def _goes_along(word: Reading, span: Span, hard: Sequence[Span]) -> bool:
    """Whether a word is the other part of a negation ("ne ... pas"), and no verb that holds one."""
    return any(word[:2] == other for other in hard if other != span)


def _places(name: str, side: Side) -> list[Span]:
    """Where the words of a list of `negation.toml` stand."""
    _, text, language = side
    return [found.span() for found in word_list(table_language(language), name).finditer(fold(text, language))]


@cache
def _heads(name: str) -> frozenset[str]:
    """English headwords of `denied_words.toml`."""
    return frozenset(str(table("denied_words")["en"][name]).split())


def _affirms(place: Span, side: Side, denying: frozenset[str] | None, *, near: bool = False) -> bool:
    """Whether nothing in the clause around a place (`near`: near it) denies, be it by a word of these concepts only, or of any (None)."""
    polarity, text, language = side
    first, last = clause_around(text, place[0])
    many = 0
    if near and table_language(language) not in BRACKETED:
        many = AROUND // 2 if table_language(language) in INSIDE else AROUND
    said = ((item.start, item.end) for item in polarity.answers if denying is None or item.concepts & denying)
    words = (*polarity.soft, *polarity.faint, *said)
    beside = _beside(text, place, first, last, many) if many else (first, last)
    return not meets((first, last), words) and not meets(beside, polarity.hard)


def _beside(text: str, place: Span, first: int, last: int, many: int) -> Span:
    """So many words of a clause on either side of a place."""
    before, behind = text[first : place[0]].split(" "), text[place[1] : last].split(" ")
    near = len(" ".join(before[-many - 1 :])), len(" ".join(behind[: many + 1]))
    return place[0] - near[0], place[1] + near[1]
