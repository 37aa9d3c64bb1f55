"""Two names that Chinese writes as one run, of which the translation has one and another name beside it: 尼尔贝尔, Jeremy Baer."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_common
from tqcheck.text.han_readings import transcribing
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.transliteration import heard

_CERTAINTY = 0.8
_PART = 2
"""Characters of the shortest part of a run that is a name."""
_CLEARLY, _NEARLY = 0.9, 0.05
"""Weight (`transliteration`) from which a part of a run is a name, and how much less the part may have than the whole run."""
_OTHER, _REPAIRED = 0.4, 1.3
"""Weight below which the rest of a run is not the other name, and below which it is no misspelling of it either."""


def find_glued_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """Runs of characters of which one part is a name of the translation, and the other is not the stranger beside that name."""
    for name in pair.names:
        if len(name.text) < 2 * _PART or not _is_transcribed(name.text):
            continue
        for known in pair.renderings_of(name):
            for word in pair.strangers:
                if _is_beside(known, word) and _is_other(name.text, known, word, pair):
                    yield NameFault(name, word, "exchanged", _CERTAINTY)


def _is_transcribed(run: str) -> bool:
    return is_unspaced(run) and all(char in transcribing() for char in run)


def _is_beside(known: Word, word: Word) -> bool:
    return known.start - word.end == 1 or word.start - known.end == 1


def _is_other(run: str, known: Word, word: Word, pair: NamePair) -> bool:
    """Whether what the run has beside the known name is enough for a name, and not the word; which is no common word."""
    if is_common(word.text, pair.target_language) or word.text.isupper():
        return False
    whole, first = heard(run, known.text), known.start < word.start
    if whole is None or whole.score < _CLEARLY:
        return False
    sizes = range(_PART, len(run) - _PART + 1)
    size = next((size for size in sizes if _weight(_part(run, size, first), known) >= whole.score - _NEARLY), None)
    if size is None:
        return False
    sound = heard(_part(run, len(run) - size, not first), word.text)
    inside = heard(run, word.text)
    return (
        sound is not None
        and inside is not None
        and max(sound.score, inside.score) < _OTHER
        and inside.repaired < _REPAIRED
    )


def _part(run: str, size: int, first: bool) -> str:
    return run[:size] if first else run[len(run) - size :]


def _weight(part: str, known: Word) -> float:
    found = heard(part, known.text)
    return found.score if found is not None else -9.0
