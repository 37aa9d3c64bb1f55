"""Unknown words one letter away from a known name that sounds more like a name of the source in another script: Roverts for रॉबर्ट."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.corrections import corrections
from tqcheck.text.dictionary import is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import displacement, nearest
from tqcheck.text.name_words import Word
from tqcheck.text.places import is_place
from tqcheck.text.transliteration import heard, writes_down

_CERTAINTY = 0.88
_CLEARLY, _BETTER = 0.8, 4.5
"""Weight (`transliteration`) from which the known name renders that of the source, and by how much in all it must do so better."""
_HINT, _RIGHT = -1.0, 2.0
"""Weights below and from which a word is no misspelling of a name: it sounds otherwise, or right; spares the dictionary."""
_LEAST = 5
"""Letters of the shortest word."""
_FAR = 0.4
"""Share of the text beyond which a word does not stand where the name would."""


def find_corrected_names(pair: NamePair) -> Iterator[NameFault]:
    """Words with a capital that no dictionary has, for a name that nothing else renders."""
    if pair.caseless or not writes_down(next((char for char in pair.source if char.isalpha()), "a")):
        return
    for word in pair.words:
        if not _is_unknown(word, pair):
            continue
        for name in nearest(word, pair.target, pair.capitals, pair.source):
            if _is_meant(name, word, pair):
                yield NameFault(name, word, "misspelt", _CERTAINTY)
                break


def _is_unknown(word: Word, pair: NamePair) -> bool:
    """Whether a word is in no list, stands nowhere else in the document, and is not written so in the source."""
    return (
        len(word.text) >= _LEAST
        and word.text[1:].islower()
        and not is_person(word.text)
        and pair.document.words[word.text] <= 1
        and word.text not in pair.source
        and not is_place(word.text, pair.source_language, pair.target_language)
        and is_known(word.text.lower(), pair.target_language) is False
        and is_known(word.text, pair.target_language) is not True
    )


def _is_meant(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a known name one letter away renders the name clearly better than the word, and no other word renders it."""
    sound = heard(name.text, word.text)
    if sound is None or not _HINT <= sound.score < _RIGHT:
        return False
    if any(other.text != word.text for other in pair.renderings_of(name)):
        return False
    if displacement(name, word, pair.source, pair.target) > _FAR:
        return False
    least = max(_CLEARLY, sound.score + _BETTER / len(word.text))
    known = (other for other in corrections(word.text, pair.target_language) if other[0].isupper())
    likely = (heard(name.text, other) for other in known if other[-1] == word.text[-1])  # no Phoenician of Phoenicians
    return any(other is not None and other.score >= least for other in likely)
