"""Ways to misspell one name: a near letter, two letters exchanged, one dropped, one doubled; by sound where the scripts differ (TQ104)."""

from collections.abc import Callable, Collection, Iterator
from random import Random
from unicodedata import category

from corpora.generators.lexicon import load
from corpora.generators.name_forms import classes, likeness

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ONE_SOUND = frozenset(map(frozenset, ("iy", "ij", "yj", "vw", "ck", "kq", "cs", "sz", "cz", "xs", "kx", "gj", "gh")))
"""Letters beside each other on a keyboard, or not, that languages exchange when they adapt a name."""
_KEPT_WAYS = ("near", "near", "exchanged", "exchanged", "dropped", "dropped", "doubled")
_HEARD_WAYS = ("other", "other", "other", "exchanged", "dropped")
"""How often each way is tried first, for names kept letter by letter and for transcribed ones."""
_ENDS = 2
"""Letters at the end of a name that stay: endings and habits of spelling change them."""
_MARKS = frozenset("ーンッャュョァィゥェォ")
"""Katakana that is no syllable."""


def misspellings(word: str, said: str, kept: bool, random: Random, alphabet: Collection[str]) -> Iterator[str]:
    """Wrong spellings of a name, in random order; the first is what a caller plants.

    Args:
        word: the name as the translation has it; its stem is misspelt, its ending stays.
        said: the name as the other side has it.
        kept: whether both sides write it letter by letter.
        alphabet: small letters of the script that the language uses.
    """
    ways = [*(_KEPT_WAYS if kept else _HEARD_WAYS)]
    random.shuffle(ways)
    size = min(len(said), len(word)) if kept else len(word)
    for way in dict.fromkeys(ways):
        places = [*range(1, size - (1 if word[0] > "\u2fff" else _ENDS))]
        random.shuffle(places)
        for place in places:
            new = _WAYS[way](word, place, random, alphabet)
            if new and new != word and (kept or likeness(new, said) < likeness(word, said)):
                yield new
                break


def _near(word: str, place: int, random: Random, alphabet: Collection[str]) -> str:
    """A neighbour on the keyboard, of another sound."""
    old = word[place].lower()
    row = next((number for number, keys in enumerate(_KEYS) if old in keys), None)
    if row is None or not word[place].islower():
        return ""
    column = _KEYS[row].index(old)
    near = [
        keys[at]
        for keys in _KEYS[max(0, row - 1) : row + 2]
        for at in range(column - 1, column + 2)
        if 0 <= at < len(keys)
    ]
    others = [key for key in near if key != old and frozenset((key, old)) not in _ONE_SOUND]
    return word[:place] + random.choice(others) + word[place + 1 :]


def _other(word: str, place: int, random: Random, alphabet: Collection[str]) -> str:
    """A letter of the same script for a consonant of another class."""
    old = word[place].lower()
    if old not in classes():
        return ""
    table = next(table for table in load("skeleton").values() if old in table)
    allowed = set(table) if old > "\u2fff" else set(alphabet)
    others = sorted(letter for letter, group in table.items() if group[0] != table[old][0] and letter in allowed)
    return word[:place] + random.choice(others) + word[place + 1 :] if others else ""


def _exchanged(word: str, place: int, random: Random, alphabet: Collection[str]) -> str:
    """Two neighbours in each other's place, no doubled letter and no vowel sign among them."""
    pair = word[place : place + 2]
    letters = (
        len(pair) == 2 and pair.isalpha() and pair.lower() == pair and pair[0] != pair[1] and _MARKS.isdisjoint(pair)
    )
    return word[:place] + pair[::-1] + word[place + 2 :] if letters else ""


def _dropped(word: str, place: int, random: Random, alphabet: Collection[str]) -> str:
    """One letter less, with its vowel sign; none of a doubled one, which some languages write once, and no h (Teresa)."""
    doubled = word[place] in (word[place - 1], word[place + 1 : place + 2])
    if doubled or word[place] == "h" or not word[place].isalpha() or len(word) < _shortest(word):
        return ""
    end = place + 1
    while end < len(word) and category(word[end]) in ("Mn", "Mc"):
        end += 1
    return word[:place] + word[end:]


def _shortest(word: str) -> int:
    """Letters of the shortest word from which one is dropped: a character of Chinese or Japanese is a syllable."""
    return 4 if word[0] > "\u2fff" else 6


def _doubled(word: str, place: int, random: Random, alphabet: Collection[str]) -> str:
    """A consonant written twice that stands alone."""
    alone = word[place] in classes() and word[place] not in (word[place - 1], word[place + 1 : place + 2])
    return word[:place] + word[place] + word[place:] if alone else ""


_WAYS: dict[str, Callable[[str, int, Random, Collection[str]], str]] = {
    "near": _near,
    "other": _other,
    "exchanged": _exchanged,
    "dropped": _dropped,
    "doubled": _doubled,
}
