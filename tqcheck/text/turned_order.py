"""Whether two things change places with the word between them: "he turned before he shot" is "he shot after turning"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.locale_facts import primary
from tqcheck.text.overlaps import overlap
from tqcheck.text.polarity_sides import VERB_LAST
from tqcheck.text.word_patterns import table_language

GOVERNED = 5
"""Words that the dictionary knows behind a conjunction (before it, where verbs come last) that tell what it governs."""

Span = tuple[int, int]


def is_turned(source: tuple[str, str], target: tuple[str, str], places: tuple[Span, Span]) -> bool:
    """Whether what two words govern differs, and the other side has it elsewhere; each side is a text and its language.

    Words that stand in the same place with the same words behind them say another order of the same things, which is an error.
    """
    here, there = read_both((source[0], primary(source[1])), (target[0], primary(target[1])))
    ours, rest = _divided(here, places[0], source[1])
    theirs, others = _divided(there, places[1], target[1])
    if not ours.isdisjoint(theirs):
        return False
    return not ours.isdisjoint(others - theirs) or not theirs.isdisjoint(rest - ours)


def _divided(readings: Sequence[Reading], place: Span, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The headwords of what a word governs, and those of the rest of its text."""
    if table_language(language) in VERB_LAST:
        governed = [reading for reading in readings if reading[1] <= place[0]][-GOVERNED:]
    else:
        governed = [reading for reading in readings if reading[0] >= place[1]][:GOVERNED]
    rest = [item for item in readings if item not in governed and not overlap(item[:2], place)]
    return _headwords(governed), _headwords(rest)


def _headwords(readings: Iterable[Reading]) -> frozenset[str]:
    return frozenset[str]().union(*(words for *_, words in readings))
