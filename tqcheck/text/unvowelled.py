"""Names that scripts without vowels write as they write common words: حسن is Hassan and good, عمر is Omar and a life."""

from __future__ import annotations

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_places import displacement, nearest
from tqcheck.text.name_rendering import consonants_apart
from tqcheck.text.name_words import Word, is_functional, words_of
from tqcheck.text.sounds import strong
from tqcheck.text.transliteration import bare_forms, heard

_ABJADS = frozenset({"ar", "he"})
"""In Persian, whose short words have the consonants of many a name (هر, Hart), this hid more errors than it spared alarms."""
_FAINTEST = -1.0
"""Weight (`transliteration`) below which a word with the same consonants does not write down the name."""
_NEAR, _NEARER = 0.25, 0.1
"""Share of the text within which such a word stands where the name would; where there are two consonants, of which many words are made."""
_FEW = 2


def is_unvowelled(word: Word, pair: NamePair) -> bool:
    """Whether the source, written without vowels, has a word with all consonants of a name where the name would stand, and no other use."""
    if primary(pair.source_language) not in _ABJADS or pair.caseless or strong(word.sounds) < _FEW:
        return False
    words = nearest(word, pair.target, words_of(pair.source), pair.source)
    words = [own for own in words if not is_functional(own.text, pair.source_language)]
    return any(not pair.renderings_of(own) and _writes_consonants(own, word, pair) for own in words)


def _writes_consonants(own: Word, word: Word, pair: NamePair) -> bool:
    """Whether a word of the source has all consonants of a name and no more, and stands where the name would."""
    near = _NEAR if strong(word.sounds) > _FEW else _NEARER
    if strong(word.sounds) < _FEW or displacement(own, word, pair.source, pair.target) >= near:
        return False
    if strong(own.sounds) > strong(word.sounds) + len(own.text) - min(map(len, bare_forms(own.text))):
        return False
    if consonants_apart(own, word, pair.source_language, pair.target_language):
        return False
    sound = heard(own.text, word.text)
    return sound is not None and sound.score >= _FAINTEST
