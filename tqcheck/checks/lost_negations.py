"""Where the translation lacks a negation of the source: the clauses in which it may have stood."""

from __future__ import annotations

from tqcheck.model import Pair, Span
from tqcheck.text.bilingual import read_both
from tqcheck.text.clauses import clause_around
from tqcheck.text.denied_words import counterpart
from tqcheck.text.gaps import estimate_gap
from tqcheck.text.negation import read_polarity
from tqcheck.text.polarity_sides import REACH, SHORT, VERB_LAST
from tqcheck.text.word_patterns import table_language

FIRM = 0.25
"""Strength from which a word link tells where a clause went."""
NEAR = 40
"""Characters between a negation and the linked words that are taken for its clause."""
WORDS = 3
"""How many of them, the nearest."""


def possible_place(pair: Pair, place: tuple[int, int]) -> tuple[int, int]:
    """(start, end) of all clauses that may lack it, by the links of the words around it, else by its place and the dictionary.

    Clauses trade places between languages, the more so where one of the two puts its verbs last. Those that deny lack nothing.
    """
    target = _target(pair)
    offsets = _linked(pair, place)
    if not offsets:
        guess, reach = _estimate(pair, place), max(SHORT, round(REACH * len(target)))
        offsets = [max(0, guess - reach), guess, min(len(target), guess + reach)]
        if (table_language(pair.source_language) in VERB_LAST) != (table_language(pair.target_language) in VERB_LAST):
            offsets = [0, len(target)]
        offsets += _looked_up(pair, place)
    clauses = [clause_around(target, offset) for offset in offsets]
    clauses = [clause for clause in clauses if not _denies(pair, clause)] or clauses
    return min(start for start, _ in clauses), max(end for _, end in clauses)


def _looked_up(pair: Pair, place: tuple[int, int]) -> list[int]:
    """Where the dictionary finds the word that is denied, at most one offset."""
    here = read_polarity(_source(pair), pair.source_language)
    if here is None:
        return []
    ours, theirs = read_both((_source(pair), pair.source_language), (_target(pair), pair.target_language))
    found = counterpart(place, (here, _source(pair), pair.source_language), ours, theirs)
    return [found[0]] if found else []


def _denies(pair: Pair, clause: tuple[int, int]) -> bool:
    polarity = read_polarity(_target(pair), pair.target_language)
    return polarity is not None and any(clause[0] <= start < clause[1] for start, _ in polarity.denials)


def _source(pair: Pair) -> str:
    return pair.source.text if pair.source else ""


def _target(pair: Pair) -> str:
    return pair.target.text if pair.target else ""


def _estimate(pair: Pair, place: tuple[int, int]) -> int:
    return estimate_gap(pair.source.text if pair.source else "", *place, _target(pair))


def _linked(pair: Pair, place: tuple[int, int]) -> list[int]:
    """Where the words nearest to the negation have their counterparts, the nearest word first."""
    near = [
        (_distance(link.source, place), link.target.start)
        for link in pair.evidence.links or ()
        if link.strength >= FIRM and _distance(link.source, place) <= NEAR
    ]
    return [start for _, start in sorted(near)[:WORDS]]


def _distance(span: Span, place: tuple[int, int]) -> int:
    return max(0, span.start - place[1], place[0] - span.end)
