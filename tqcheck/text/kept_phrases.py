"""A phrase that the translation keeps as the source has it, but for one name inside: The Sunday Telegraph, The Spotify Telegraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import regex

from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_letters import TRANSCRIBING
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_rendering import is_latin, one_alphabet
from tqcheck.text.name_signs import letters_alike
from tqcheck.text.name_words import NOUNS_IN_CAPITALS, UNSPACED, Word, translated_names
from tqcheck.text.places import is_place, renders_place

_LEAST, _LEAST_KEPT = 3, 4
"""Letters of the shortest name, and of the kept neighbour with a capital that shows a phrase to be kept."""
_ALIKE = 0.15
"""Likeness of letters beyond the half from which the two are one name in two spellings."""


def find_phrase_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """Words with a capital that stand between the same two words as one of the source, which the translation has nowhere else."""
    if {primary(pair.source_language), primary(pair.target_language)} & UNSPACED:
        return
    places: defaultdict[tuple[str, str], list[Word]] = defaultdict(list)
    for name, around in _framed(pair.source):
        places[around].append(name)
    for word, around in _framed(pair.target):
        names = {name.text for name in places.get(around, ())}
        if len(names) == 1 and _is_exchange(places[around][0], word, pair):
            yield NameFault(places[around][0], word, "exchanged", 0.88)


@lru_cache(maxsize=64)
def _framed(text: str) -> tuple[tuple[Word, tuple[str, str]], ...]:
    """Words with a capital, each with the two words around it, of which one at least has a capital, too."""
    words = list(_pattern().finditer(text))
    found = []
    for left, match, right in zip(words, words[1:], words[2:], strict=False):
        if len(match[0]) < _LEAST or not match[0][0].isupper() or match[0].isupper() or not match[0].isalpha():
            continue
        if match.start() - left.end() != 1 or right.start() - match.end() != 1 or not _is_phrase(left[0], right[0]):
            continue
        word = Word(match.start(), match.end(), match[0], initial=False)
        found.append((word, (_bare(left[0]), _bare(right[0]))))
    return tuple(found)


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?<![\p{L}\p{M}\p{N}@#_])[\p{L}\p{M}]++(?:['’]\p{L}++)?+")


def _bare(word: str) -> str:
    """A word without what follows its apostrophe: Telegraph'a, Martin's."""
    return word.replace("’", "'").partition("'")[0]


def _is_phrase(left: str, right: str) -> bool:
    return any(len(word) >= _LEAST_KEPT and word[0].isupper() for word in (left, right))


def _is_exchange(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether the one is another name than the other, and no translation of it."""
    if name.text in pair.target or word.text in pair.source or not one_alphabet(name.text, word.text):
        return False
    if letters_alike(name.text, word.text) >= _ALIKE or _is_transcribed(pair):
        return False
    if renders_place(name.text, word.text, pair.source_language, pair.target_language):
        return False
    return _is_clear(word, pair) or not _is_word(name, pair)


def _is_transcribed(pair: NamePair) -> bool:
    """Whether the translation writes foreign names as they sound, so that a kept name may have any letters."""
    return primary(pair.target_language) in TRANSCRIBING and is_latin(pair.target)


def _is_word(name: Word, pair: NamePair) -> bool:
    """Whether a word of the source may be translated though it is part of a name (Sunday, Green)."""
    return name.text.lower() in translated_names(pair.source_language) or is_common(name.text, pair.source_language)


def _is_clear(word: Word, pair: NamePair) -> bool:
    """Whether a word of the translation can only be a name."""
    language = pair.target_language
    if is_known(word.text.lower(), language) is False or is_place(word.text, pair.source_language, language):
        return True
    return is_person(word.text) and primary(language) not in NOUNS_IN_CAPITALS and not is_common(word.text, language)
