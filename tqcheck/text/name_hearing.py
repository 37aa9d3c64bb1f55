"""How a word of a translation sounds like a name of the source: of Serbian in Cyrillic letters, and of a possessive without its suffix."""

from __future__ import annotations

from dataclasses import replace

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_rendering import one_alphabet
from tqcheck.text.name_spellings import folded, without_possessive
from tqcheck.text.name_words import Word
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.transliteration import Heard, heard, writes_down

_CLOSED_U = regex.compile(r"u(?=[bcdfgklmnprstvz]{2}|[bdgkmnpt]$)")
"""An English "u" that is heard as an "a": Dunn, Hunt."""
_SPANISH_L = regex.compile(r"ll(?=[aeo])")
"""What Spanish says as a "y", and katakana writes so or as a "j": Villa, ビジャ."""
_POLISH_L = str.maketrans("łŁ", "wW")


def heard_best(name: str, word: str) -> Heard | None:
    """How a word sounds like a name, which may be a possessive, and whose English "u" before a consonant may be an "a": Dunn, Данових."""
    names, words = [name], [word]
    if name[0] < "\u0250" < word[0]:
        names += [_CLOSED_U.sub("a", name)] if _CLOSED_U.search(name) else []
        words += [bare] if (bare := without_possessive(word)) != word else []
        names += _said_otherwise(name)
    elif word[0] < "\u0250" < name[0]:
        words += _said_otherwise(word)
    found = (heard(one, other) for one in names for other in words)
    return max((sound for sound in found if sound is not None), key=lambda sound: sound.score, default=None)


def _said_otherwise(name: str) -> list[str]:
    """A name in Latin letters with those letters that Polish and Spanish say otherwise than they are written elsewhere."""
    found = (name.translate(_POLISH_L), _SPANISH_L.sub("j", name), _SPANISH_L.sub("y", name))
    return [other for other in dict.fromkeys(found) if other != name]


def as_heard(name: Word, word: Word, pair: NamePair) -> tuple[Word, Word]:
    """The two words; of Serbian, which writes names as they sound in both of its alphabets, the one in Cyrillic letters."""
    serbian = primary(pair.source_language) == "sr", primary(pair.target_language) == "sr"
    if not one_alphabet(name.text, word.text) or serbian[0] == serbian[1] or name.text[0] > "\u024f":
        return name, word
    if folded(name.text) == folded(word.text):
        return name, word
    return (_in_cyrillic(name), word) if serbian[0] else (name, _in_cyrillic(word))


def may_be_heard(name: Word, word: Word) -> bool:
    """Whether one of two words as they are heard is in Latin letters and the other is not: else nothing is told from their sounds."""
    return bool(writes_down(name.text)) != bool(writes_down(word.text))


def _in_cyrillic(word: Word) -> Word:
    text = to_cyrillic(word.text)
    return replace(word, text=text)
