"""Whether a word of the translation renders a name of the source: kept, inflected, adapted or transcribed."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.sounds import Sounds, distance, distance_inside, softened, sounds_of, strong

_INFLECTING = frozenset("sr hr bs sl mk bg ru uk be pl cs sk lt lv fi et hu tr is el ro hy ka".split())  # noqa: SIM905
_PLAIN = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ð": "d", "ß": "s"})
_FEW = 2
_SHARED = 4
"""Letters at the head from which two words of one alphabet are taken for one name with different endings."""
_LIKENESS = 0.6
"""Share of letters in common below which two words of one alphabet that sound alike are two words (Tracy, Terveydeksi)."""
_ADAPTED = frozenset(map(frozenset, "ck cz cs sz ks iy jy ij uv vw fv qk xs tz gj gh dj".split()))  # noqa: SIM905
"""Letters that languages of one alphabet exchange when they adapt a name (Macedonia, Makedonija; Victor, Viktor)."""
_SILENT = frozenset("aeiouyhw")
_PREFIXES = {0x6: "وبلكفا", 0x5: "ובלכמשה"}
"""Letters that Arabic and Hebrew write before a name without a space: and, in, to, as, the... By block of the alphabet."""


@lru_cache(maxsize=16384)
def folded(word: str) -> str:
    """Small letters without accents."""
    plain = (char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char))
    return "".join(plain).translate(_PLAIN)


def endings_of(language: str) -> int:
    """Consonants that case endings of a language may add to a name."""
    return 2 if primary(language) in _INFLECTING else 0


def one_alphabet(left: str, right: str) -> bool:
    """Whether two words are written in letters of one block (both Latin, both Cyrillic...)."""
    return _block(left[0]) == _block(right[0])


def _block(char: str) -> int:
    code = ord(char)
    return 0 if code < 0x250 else code >> 8


def rendering_distance(name: Word, word: Word, endings: int, gap: int = 1) -> int:
    """0: the word renders the name; 1: but for one consonant; 2 and more: it is another word.

    `endings` and `gap` as in `sounds.distance`. A name of vowels alone renders everything: nothing can be said of it.
    """
    if name.text == word.text or not strong(name.sounds):
        return 0
    if is_unspaced(name.text) != is_unspaced(word.text):
        return _unspaced_distance(name, word, gap)
    if one_alphabet(name.text, word.text):
        return _letter_distance(name, word, endings, gap)
    pairs = ((heard, sounds) for heard in _variants(name) for sounds in _variants(word))
    return min(distance(heard, sounds, endings, gap) for heard, sounds in pairs)


def _unspaced_distance(name: Word, word: Word, gap: int) -> int:
    """As `rendering_distance` where one of them is a run of katakana or Chinese characters: it may hold more than the name."""
    latin, run = (word, name.sounds) if is_unspaced(name.text) else (name, word.sounds)
    heard = softened(latin.text)
    if strong(heard) > 1 and distance_inside(heard, run, gap) == 0:
        return 0
    if latin.text[-1] == "s" and strong(heard[:-1]) > 1 and distance_inside(heard[:-1], run, gap) == 0:
        return 0
    parts = {run, run[1:], run[:-1]} if len(run) > len(heard) > _FEW else {run}
    return min(distance(heard, part, 0, gap) + _left_over(heard, part) for part in parts if part or not heard)


def _left_over(heard: Sounds, part: Sounds) -> int:
    """1 where a run is longer than the name by more than the vowels of its last syllable can explain."""
    return int(strong(part) > strong(heard))


@lru_cache(maxsize=16384)
def _bare_sounds(text: str) -> Sounds:
    return sounds_of(text)


def _variants(word: Word) -> list[Sounds]:
    """The sounds of a word, and of what stands behind letters that its language glues to names."""
    prefixes = _PREFIXES.get(_block(word.text[0]), "")
    found = [word.sounds]
    if len(word.text) > 3 and word.text[0] in prefixes:
        found.append(_bare_sounds(word.text[1:]))
        if word.text[1] in prefixes:
            found.append(_bare_sounds(word.text[2:]))
    return found


def _letter_distance(name: Word, word: Word, endings: int, gap: int) -> int:
    left, right = folded(name.text), folded(word.text)
    if (letters := wrong_letter(left, right)) is not None:
        return 0 if letters in _ADAPTED or not strong(sounds_of("".join(letters))) else 1
    if left.startswith(right) or right.startswith(left) or _shares_stem(left, right):
        return 0
    if not strong(word.sounds):
        return 2
    found = distance(name.sounds, word.sounds, endings, gap)
    if found == 0 and _other_words(left, right):
        return 2
    return found


def _other_words(left: str, right: str) -> bool:
    """Whether two words that sound alike are spelt too differently to be one name."""
    heads = frozenset((left[0], right[0]))
    if len(heads) > 1 and heads not in _ADAPTED and not heads & _SILENT:
        return True
    return bool(SequenceMatcher(None, left, right[: len(left) + 3], autojunk=False).ratio() < _LIKENESS)


def wrong_letter(one: str, other: str) -> frozenset[str] | None:
    """The two letters in which words differ that are equal but for one inside; an ending may follow."""
    head = other[: len(one)]
    if len(one) < _SHARED or len(head) < len(one) or len(other) > len(one) + _SHARED:
        return None
    wrong = [at for at, (a, b) in enumerate(zip(one, head, strict=True)) if a != b]
    return frozenset((one[wrong[0]], head[wrong[0]])) if len(wrong) == 1 and 0 < wrong[0] < len(one) - 1 else None


def _shares_stem(left: str, right: str) -> bool:
    """Whether two words begin alike for four letters and for most of the shorter one."""
    length = min(len(left), len(right))
    same = next((at for at in range(length) if left[at] != right[at]), length)
    return same >= max(_SHARED, 0.7 * len(left))
