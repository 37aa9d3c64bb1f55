"""Names spelt one consonant away from the source's, or one letter away from how the document spells them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_known
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import same_neighbour
from tqcheck.text.name_rendering import folded, one_alphabet
from tqcheck.text.name_slips import is_slip
from tqcheck.text.name_words import Word
from tqcheck.text.sounds import strong

_ENOUGH = 3
"""Consonants of a name from which one wrong consonant tells a slip from another word."""
_LETTERS = 4
"""Letters of a name from which one wrong letter does so in one alphabet."""


def find_misspellings(pair: NamePair) -> Iterator[NameFault]:
    """Names beside a word that no dictionary knows, that renders nothing else, and that is nearly the name."""
    for name in pair.capitals:
        lost = name in pair.lost
        near = [(certainty, word) for word in pair.strangers if (certainty := _certainty(name, word, pair, lost=lost))]
        if near:
            certainty, word = max(near, key=lambda item: (item[0], -item[1].start))
            yield NameFault(name, word, "misspelt", certainty)


def _certainty(name: Word, word: Word, pair: NamePair, *, lost: bool) -> float:
    """0-1; 0 where the word is no misspelling of the name."""
    known = is_known(word.text.lower(), pair.target_language)
    if known or len(name.text) < _LETTERS or name.text.isupper():
        return 0.0
    usual = pair.document.renderings.get(folded(name.text), {})
    if any(is_letter_slip(other, word.text) for other in usual if pair.document.words[other] > 1 or not lost):
        return 0.95
    if pair.distance(name, word, 2) != 1 and not _letters_apart(name, word):
        return 0.0
    if _letters_apart(name, word):
        return 0.93
    if not lost:
        return 0.0
    if same_neighbour(name, word, pair.capitals, pair.words, pair.renders):
        return 0.9
    if is_known(name.text.lower(), pair.source_language) or strong(name.sounds) < _ENOUGH:
        return 0.0
    return 0.85 if known is False and strong(name.sounds) > _ENOUGH else 0.75


def _letters_apart(name: Word, word: Word) -> bool:
    return one_alphabet(name.text, word.text) and one_letter_off(name.text, word.text)


def is_letter_slip(usual: str, word: str) -> bool:
    """Whether a word is another spelling of how the name is usually written: one letter inside, case endings aside."""
    stem = usual[: max(4, len(usual) - 2)]
    head = word[: len(stem)]
    wrong = [at for at, (a, b) in enumerate(zip(stem, head, strict=False)) if a != b]
    return (len(head) == len(stem) and len(wrong) == 1 and abs(len(word) - len(usual)) <= 3) or is_slip(usual, word)


def one_letter_off(one: str, other: str) -> bool:
    """Equal letters but for one; an ending may follow."""
    left, right = folded(one), folded(other)
    head = right[: len(left)]
    if len(left) < _LETTERS or len(head) < len(left) or len(right) > len(left) + 4:
        return False
    return sum(a != b for a, b in zip(left, head, strict=True)) == 1
