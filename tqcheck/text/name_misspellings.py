"""Names spelt one consonant away from the source's, or one letter away from how the document spells them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.text.dictionary import corrections, has_known_stem, is_known
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import displacement, same_neighbour
from tqcheck.text.name_rendering import could_render, folded, one_alphabet, wrong_letter
from tqcheck.text.name_slips import is_slip
from tqcheck.text.name_words import Word, is_unspaced, translated_names
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import sounds_of, strong

_ENOUGH = 3
"""Consonants of a name from which one wrong consonant tells a slip from another word."""
_NEAR = 0.25
"""Share of the sentence within which a short name is looked for."""
_NEARLY = 2
_SYLLABLES = 3
_LEAST_RUN = 3
"""Characters of a run of katakana or Chinese in which one wrong one is another spelling of the name."""
_LETTERS = 4
"""Letters of a name from which one wrong letter does so in one alphabet."""


def find_misspellings(pair: NamePair) -> Iterator[NameFault]:
    """Names beside a word that no dictionary knows, that renders nothing else, and that is nearly the name."""
    yield from _corrected(pair)
    for name in pair.capitals:
        lost = name in pair.lost
        near = [(certainty, word) for word in pair.strangers if (certainty := _certainty(name, word, pair, lost=lost))]
        if near:
            certainty, word = max(near, key=lambda item: (item[0], -item[1].start))
            yield NameFault(name, word, "misspelt", certainty)


def _corrected(pair: NamePair) -> Iterator[NameFault]:
    """Words one letter away from a word that the dictionary knows and that renders a lost name."""
    lost = [name for name in pair.capitals if not any(pair.renders(name, word) for word in pair.words)]
    if pair.caseless:
        return
    lost = [name for name in lost if not _is_common(name, pair)]
    for word in pair.strangers:
        near = [name for name in lost if _could_be(name, word, pair)]
        if near and is_known(word.text.lower(), pair.target_language) is False:
            known = [
                replace(word, text=text, sounds=sounds_of(text))
                for text in corrections(word.text, pair.target_language)
            ]
            name = next((name for name in near if any(pair.renders(name, right) for right in known)), None)
            if name is not None:
                yield NameFault(name, word, "misspelt", 0.93)


def _is_common(name: Word, pair: NamePair) -> bool:
    """Whether the source's dictionary knows the name, which is no place."""
    places = place_forms(name.text, pair.source_language, pair.target_language)
    return not places and bool(is_known(name.text.lower(), pair.source_language))


def _could_be(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a word is so near a name that one letter less wrong would make it render it; spares the dictionary."""
    return len(word.text) > _LETTERS and strong(name.sounds) > 1 and pair.distance(name, word, 1) <= _NEARLY


def _certainty(name: Word, word: Word, pair: NamePair, *, lost: bool) -> float:
    """0-1; 0 where the word is no misspelling of the name, or a word that the dictionary knows."""
    certainty = _likeness(name, word, pair, lost=lost)
    return certainty if certainty and not is_known(word.text.lower(), pair.target_language) else 0.0


def _likeness(name: Word, word: Word, pair: NamePair, *, lost: bool) -> float:
    if len(name.text) < (_SYLLABLES if is_unspaced(name.text) else _LETTERS) or name.text.isupper():
        return 0.0
    usual = tuple(pair.document.renderings.get(folded(name.text), ()))
    if any(is_letter_slip(other, word.text) for other in usual) and not _is_rendered_anew(name, word, pair):
        return 0.95
    if _letters_apart(name, word):
        return 0.93
    throughout = pair.document.together[folded(name.text), folded(word.text)] > 1
    if not lost or throughout:
        return 0.0
    if pair.distance(name, word, 2) != 1:
        return 0.0
    if same_neighbour(name, word, pair.names, pair.words, pair.renders):
        return 0.8 if pair.caseless else 0.9  # a script without vowels leaves more ways to transcribe
    return _by_sounds(name, word, pair)


def _is_rendered_anew(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether the word renders the name by its sounds, in another way than usual; or is a common word of a script without capitals."""
    if not one_alphabet(name.text, word.text) and could_render(name, word, pair.source_language, pair.target_language):
        return True
    spaced = pair.caseless and not pair.unspaced
    return spaced and (len(word.text) <= _LETTERS or has_known_stem(word.text, pair.target_language))


def _by_sounds(name: Word, word: Word, pair: NamePair) -> float:
    """Certainty from one wrong consonant alone; less for a name that the source's dictionary knows, since it may be a word."""
    count = strong(name.sounds)
    near = pair.caseless or displacement(name, word, pair.source, pair.target) < _NEAR
    if (
        count < _ENOUGH
        or (count == _ENOUGH and not near)
        or name.text.lower() in translated_names(pair.source_language)
    ):
        return 0.0
    if pair.unspaced and strong(word.sounds) != count:
        return 0.0
    if pair.unspaced:
        return 0.85 if count > _ENOUGH and near else 0.75
    if is_known(word.text.lower(), pair.target_language) is not False:
        return 0.0
    common = is_known(name.text.lower(), pair.source_language)
    return 0.85 if count > _ENOUGH and not common else 0.75


def _letters_apart(name: Word, word: Word) -> bool:
    letters = wrong_letter(folded(name.text), folded(word.text)) if one_alphabet(name.text, word.text) else None
    return letters is not None and bool(strong(sounds_of("".join(letters))))


def is_letter_slip(usual: str, word: str) -> bool:
    """Whether a word is another spelling of how the name is usually written: one letter inside, case endings aside."""
    if is_unspaced(word):
        wrong = [at for at, (a, b) in enumerate(zip(usual, word, strict=False)) if a != b]
        return len(usual) == len(word) >= _LEAST_RUN and len(wrong) == 1
    stem = usual[: max(4, len(usual) - 2)]
    head = word[: len(stem)]
    wrong = [at for at, (a, b) in enumerate(zip(stem, head, strict=False)) if a != b]
    return (
        len(head) == len(stem) and len(wrong) == 1 and wrong[0] < len(stem) - 1 and abs(len(word) - len(usual)) <= 3
    ) or is_slip(usual, word)
