"""Runs of characters that another name of the sentence explains, or that are only part of what writes the name down."""

from __future__ import annotations

from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_places import nearest
from tqcheck.text.name_unspaced import widened
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.sounds import strong
from tqcheck.text.transliteration import heard

_CLEARLY, _WIDER = 0.9, 0.2
"""Weight (`transliteration`) from which a run is a name, and how much its neighbours must add to be part of it."""
_NEVER = -9.0


def is_other_run(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a run, or the word for one, is no misspelling of a name: it is another name, or with its neighbours the name itself."""
    if is_unspaced(name.text) == is_unspaced(word.text):
        return False
    own = _weight(name.text, word.text)
    return _is_part(name, word, own, pair) or _is_another(name, word, own, pair)


def _is_another(name: Word, word: Word, own: float, pair: NamePair) -> bool:
    """Whether the word sounds clearly like another name of the sentence, and more so: 罗迪克 is Roddick, not Andy."""
    return any(
        other.text != name.text
        and is_unspaced(other.text) == is_unspaced(name.text)
        and strong(other.sounds) > 1
        and _weight(other.text, word.text) >= max(_CLEARLY, own)
        for other in nearest(word, pair.target, pair.names, pair.source)
    )


def _is_part(name: Word, word: Word, own: float, pair: NamePair) -> bool:
    """Whether a run writes the name down with neighbours that transcribe seldom: 雷克雅未克."""
    wider = widened(word, pair.target)
    return wider != word.text and _weight(name.text, wider) >= max(_CLEARLY, own + _WIDER)


def _weight(name: str, word: str) -> float:
    sound = heard(name, word)
    return sound.score if sound is not None else _NEVER
