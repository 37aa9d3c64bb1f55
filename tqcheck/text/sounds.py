"""Consonants of a name in any alphabet, so that Trump, Трамп and ترامب are heard as one."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex

from tqcheck.text.han_readings import sounds_of_han
from tqcheck.text.tables import table

Sounds = tuple[str, ...]
"""One entry a consonant: the letters of all sounds it can have; `?` among them marks one that a transcription may leave out."""

OPTIONAL = "?"
_SYLLABLES = range(0xAC00, 0xD7A4)
_INDIC = range(0x980, 0xD80)
"""Bengali to Malayalam: blocks that list their letters in the order of Devanagari."""
_DOUBLED = regex.compile(r"([a-z])\1")
_HIRAGANA = range(0x3041, 0x3097)
_KATAKANA_STEP = 0x60
_FAR = 2
"""Consonants of a name without a like in the word, beyond which it is another word and they alone are counted."""
_MOST_ENDING = 3
"""Sounds that a case ending may add; fewer to short names, which would else be found in many words."""


@cache
def _letters() -> tuple[dict[str, tuple[str, ...]], int]:
    found: dict[str, tuple[str, ...]] = {}
    for script in table("sounds").values():
        for letters in (script.get("letters", {}), script.get("signs", {})):
            found |= {letter: tuple(sounds.split(" ")) if sounds else () for letter, sounds in letters.items()}
    return found, max(map(len, found))


@lru_cache(maxsize=16384)
def sounds_of(word: str) -> Sounds:
    """The consonants of a word, doubles merged, vowels left out; empty for scripts without a table."""
    letters, longest = _letters()
    folded = _DOUBLED.sub(r"\1", "".join(map(_spelt, unicodedata.normalize("NFC", word.lower()))))
    found: list[str] = []
    index, last = 0, ""
    while index < len(folded):
        size = next((n for n in range(longest, 0, -1) if folded[index : index + n] in letters), 0)
        sounds = letters[folded[index : index + size]] if size else _by_itself(folded[index])
        syllable = folded[index] > "\u2fff"
        for sound in sounds:
            if sound != last or syllable:  # doubled letters are one sound; a vowel between makes them two
                found.append(sound)
            last = sound
        if not sounds:
            last = ""
        index += size or 1
    return tuple(sound for at, sound in enumerate(found) if not _is_swallowed(sound, found[at + 1 : at + 2]))


def _is_swallowed(sound: str, following: list[str]) -> bool:
    """Whether the nasal at the end of a syllable is that of the next one, too: 万诺 is Ivano."""
    return sound == "nm" and bool(following) and following[0] in ("n", "m")


def _spelt(char: str) -> str:
    """A character as the table writes it: Hangul in its letters, Indic scripts in Devanagari, Hiragana in Katakana."""
    code = ord(char)
    if code in _SYLLABLES:
        return unicodedata.normalize("NFD", char)
    if code in _INDIC:
        return chr(0x900 + code % 0x80)
    return chr(code + _KATAKANA_STEP) if code in _HIRAGANA else char


def _by_itself(char: str) -> Sounds:
    """The sounds of one character that the table does not hold: those of its base letter, or of its reading."""
    if "\u4e00" <= char <= "\u9fff":
        return sounds_of_han(char)
    return _letters()[0].get(unicodedata.normalize("NFD", char)[0], ())


@lru_cache(maxsize=8192)
def softened(word: str) -> Sounds:
    """The sounds of a word as languages hear them that leave out an r which no vowel follows (Martin, 马丁, マーティン)."""
    return sounds_of(regex.sub(r"[rр](?![aeiouyàáâäåèéêëìíîïòóôöùúûüаеёиоуыэюяіїєr])", "ɹ", word.lower()))


def strong(sounds: Sounds) -> int:
    """How many of the sounds no transcription leaves out."""
    return sum(OPTIONAL not in sound for sound in sounds)


@lru_cache(maxsize=65536)
def alike(left: str, right: str) -> bool:
    """Whether two consonants can be the same sound."""
    return not (set(left) - {OPTIONAL}).isdisjoint(right)


@lru_cache(maxsize=65536)
def distance(name: Sounds, word: Sounds, endings: int = 0, gap: int = 1, tail: int = _MOST_ENDING) -> int:
    """Consonants to change, add or drop to make the name of the word's beginning; what follows may be a case ending.

    Sounds that transcriptions leave out (h, w, j) cost nothing, nor does an English plural s at the end of the name.

    Args:
        name, word: of the source and of the translation.
        endings: sounds at the end of the name that its own language's cases may have added.
        gap: cost of a consonant added or dropped; one changed costs 1.
        tail: consonants that an ending may add to the word.
    """
    plural = 1 if len(name) > 3 and name[-1] == "s" else 0
    cut = min(max(endings, plural), max(0, len(name) - 3))
    letters = frozenset("".join(word))
    missing = sum(OPTIONAL not in heard and letters.isdisjoint(heard) for heard in name[: len(name) - cut])
    if missing > _FAR:
        return missing
    row = [0]
    for sound in word:
        row.append(row[-1] + gap * (OPTIONAL not in sound))
    rows = [row]
    for heard in name:
        rows.append(_next_row(rows[-1], heard, word, gap))
    stem = max(0, len(word) - min(tail, max(1, len(name) - 1)))
    return min(min(row[stem:]) for row in rows[len(name) - cut :])


def _next_row(above: list[int], heard: str, word: Sounds, gap: int) -> list[int]:
    """One row of the edit distance: the name's next sound against every beginning of the word."""
    dropped = gap * (OPTIONAL not in heard)
    row = [above[0] + dropped]
    for index, sound in enumerate(word):
        changed = above[index] + (not alike(heard, sound))
        row.append(min(changed, above[index + 1] + dropped, row[index] + gap * (OPTIONAL not in sound)))
    return row


@lru_cache(maxsize=65536)
def distance_inside(name: Sounds, text: Sounds, gap: int = 1) -> int:
    """As `distance`, with the name anywhere inside the text: for scripts that set no spaces."""
    row = [0] * (len(text) + 1)
    for heard in name:
        row = _next_row(row, heard, text, gap)
    return min(row)


@lru_cache(maxsize=65536)
def edits(left: Sounds, right: Sounds, gap: int = 1) -> int:
    """Consonants to change, add or drop to make the one word of the other, from end to end; costs as in `distance`."""
    row = [0]
    for sound in right:
        row.append(row[-1] + gap * (OPTIONAL not in sound))
    for heard in left:
        row = _next_row(row, heard, right, gap)
    return row[-1]


def likeness(left: Sounds, right: Sounds) -> float:
    """Share of consonants that two words have in common, in order: 1 for equal ones, 0 where nothing is shared."""
    longest = max(strong(left), strong(right))
    return max(0.0, 1 - edits(left, right) / longest) if longest else 0.0
