"""Names that a source gives in letters in brackets behind its own rendering: 汤姆·布朗（Thom Browne）, "Thom Brone"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_unspaced import ORIGINAL
from tqcheck.text.name_words import Word, words_of
from tqcheck.text.sounds import edits

_LEAST, _LONG = 4, 8
"""Letters of the shortest name that is compared, and of one in which two letters may be wrong; in a shorter one two may be exchanged."""
_LATIN = regex.compile(r"\p{Latin}[\p{Latin}\p{M}'’]+")
_CERTAIN = 0.93


def find_bracketed_slips(pair: NamePair) -> Iterator[NameFault]:
    """Words of the translation that are nearly a name in letters of the source, which the translation lacks."""
    if not pair.unspaced or pair.caseless:
        return
    kept = {folded(word.text) for word in words_of(pair.target)}
    said = {folded(match[0]) for match in _LATIN.finditer(pair.source)}
    lost = [
        word
        for match in ORIGINAL.finditer(pair.source)
        for word in words_of(pair.source)
        if match.start() <= word.start < match.end() and _is_name(word) and folded(word.text) not in kept
    ]
    for name in lost:
        near = (word for word in words_of(pair.target) if _is_name(word) and folded(word.text) not in said)
        word = next((word for word in near if _is_slip(folded(name.text), folded(word.text))), None)
        if word is not None:
            yield NameFault(name, word, "misspelt", _CERTAIN)


def _is_name(word: Word) -> bool:
    return len(word.text) >= _LEAST and word.text.istitle() and bool(_LATIN.fullmatch(word.text))


def _is_slip(name: str, word: str) -> bool:
    """Whether a word is the name with a letter or two wrong, and no form of it: Dalmatia, Dalmatian."""
    if name.startswith(word) or word.startswith(name):
        return False
    wrong = edits(tuple(name), tuple(word))
    return wrong == 1 or (wrong == 2 and (len(name) >= _LONG or sorted(name) == sorted(word)))
