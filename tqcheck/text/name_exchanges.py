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
_SURE = 3.5
_OTHER = 2
"""Consonants in which another name differs; one is a habit of transcription, or a misspelling."""
_MOST_BY_DICTIONARY = 1.5
_NONE = -9.0
_SHORT = 4
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
    lost = name in pair.lost
    if strong(name.sounds) < 1 or pair.distance(name, word) < _OTHER or not (lost or (beside and not pair.caseless)):
        return _NONE
    if pair.document.together[folded(name.text), folded(word.text)] > 1:
        return _NONE  # rendered so throughout: Najdžel is Nigel by another alphabet's habits
    owners = pair.document.owners.get(folded(word.text), set())
    foreign = bool(owners) and owners.isdisjoint({folded(other.text) for other in pair.names})
    usual = 0.75 * min(2, sum(pair.document.renderings.get(folded(name.text), {}).values()))
    alone = lost and len(pair.lost) == 1 == len(pair.strangers)
    points = 1.5 * beside + 1.5 * foreign + usual * lost + alone + _by_place(name, word, pair)
    points -= name.initial + 0.5 * word.initial + (len(name.text) < _SHORT)
    if points + _MOST_BY_DICTIONARY < _WORTH:
        return _NONE
    return points + _by_dictionary(
        name, word, pair, used=beside or foreign or is_place(word.text, pair.source_language, pair.target_language)
    )


def _by_place(name: Word, word: Word, pair: NamePair) -> float:
    """Whether they stand at one place of the sentence, and whether both are countries or cities."""
    apart = displacement(name, word, pair.source, pair.target)
    points = 0.5 if apart < 0.2 else -1.0 if apart > 0.4 else 0.0
    elsewhere = is_place(word.text, pair.source_language, pair.target_language)
    if place_forms(name.text, pair.source_language, pair.target_language):
        return points + (3.0 if elsewhere else -1.0)
    return points + 1.5 * elsewhere


def _by_dictionary(name: Word, word: Word, pair: NamePair, *, used: bool) -> float:
    """Words that a dictionary knows are less likely names; without capitals to tell names it decides, unless another use does (`used`)."""
    known = is_known(word.text.lower(), pair.target_language)
    nouns = {primary(pair.source_language), primary(pair.target_language)} & NOUNS_IN_CAPITALS
    if pair.caseless and not used and known is not False:
        return _NONE
    if nouns and not used and len(word.text) > _LONGEST:
        return _NONE
    common = is_known(name.text.lower(), pair.source_language)
    if common and primary(pair.source_language) in NOUNS_IN_CAPITALS and not used:
        return _NONE
    points = (-1.0 if known else float(known is False)) + (-0.5 if common else 0.5)
    return points - (pair.caseless and not used)
