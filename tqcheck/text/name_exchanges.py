"""Another name in the place of one: a name of the source that nothing renders, and a name of the translation that renders nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_known
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import displacement, same_neighbour
from tqcheck.text.name_rendering import folded
from tqcheck.text.name_words import NOUNS_IN_CAPITALS, Word
from tqcheck.text.places import is_place, place_forms
from tqcheck.text.sounds import strong

_WORTH = 1.0
"""Evidence from which a pair is reported; _SURE: with the certainty of a major finding (two strong signals)."""
_SURE = 2.5
_OTHER = 2
"""Consonants in which another name differs; one is a habit of transcription, or a misspelling."""
_LONGEST = 10
"""Letters of a German capitalised word beyond which it is a compound noun rather than a name."""


def find_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """Pairs of a lost name and a stranger, or of any two that stand beside the same name; the likeliest first."""
    scored = [(_evidence(name, word, pair), name, word) for name in pair.names for word in pair.strangers]
    for evidence, name, word in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if evidence >= _WORTH:
            yield NameFault(name, word, "exchanged", 0.93 if evidence >= _SURE else 0.8)


def _evidence(name: Word, word: Word, pair: NamePair) -> float:
    """Points for and against: whether each is a name, is used as one elsewhere in the text, and stands where the other should."""
    beside = same_neighbour(name, word, pair.names, pair.words, pair.renders)
    if (
        strong(name.sounds) < 1
        or pair.distance(name, word) < _OTHER
        or not (name in pair.lost or (beside and not pair.caseless))
    ):
        return -9.0
    owners = pair.document.owners.get(folded(word.text), set())
    foreign = bool(owners) and owners.isdisjoint({folded(other.text) for other in pair.names})
    usual = 0.75 * min(2, sum(pair.document.renderings.get(folded(name.text), {}).values()))
    alone = name in pair.lost and len(pair.lost) == 1 == len(pair.strangers)
    points = 1.5 * beside + 1.5 * foreign + usual * (name in pair.lost) + alone
    points += _as_names(name, word, pair) + _by_place(name, word, pair)
    return points - _doubt(word, pair) * (not beside and not foreign)


def _as_names(name: Word, word: Word, pair: NamePair) -> float:
    """Words that a dictionary knows are less likely names, and so are short ones and those at the head of a sentence."""
    known = is_known(word.text.lower(), pair.target_language)
    points = -0.5 if is_known(name.text.lower(), pair.source_language) else 0.5
    points += -1.0 if known else float(known is False)
    points -= name.initial + 0.5 * word.initial + (len(name.text) < 4)
    if not place_forms(name.text, pair.source_language, pair.target_language):
        return points
    return points + (3.0 if is_place(word.text, pair.source_language, pair.target_language) else -1.0)


def _by_place(name: Word, word: Word, pair: NamePair) -> float:
    apart = displacement(name, word, pair.source, pair.target)
    return 0.5 if apart < 0.2 else -1.0 if apart > 0.4 else 0.0


def _doubt(word: Word, pair: NamePair) -> float:
    """Where capitals do not tell names, a word needs a neighbour or another use as a name."""
    if pair.caseless:
        return 1.0 if is_known(word.text, pair.target_language) is False else 3.0
    return float(primary(pair.target_language) in NOUNS_IN_CAPITALS and len(word.text) > _LONGEST)
