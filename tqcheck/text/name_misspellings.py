"""Names of the source that are misspelt: in another script by weighed signs, in the same one by a letter that no ending explains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.text.corrections import corrections
from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.fault_weights import certainty_of, weigh
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_adaptations import is_adaptation
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import displacement, nearest, same_neighbour
from tqcheck.text.name_rendering import are_adapted, one_alphabet, wrong_letter
from tqcheck.text.name_slips import is_letter_slip
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word, is_unspaced, translated_names
from tqcheck.text.places import place_forms
from tqcheck.text.slip_signs import slip_candidates
from tqcheck.text.sounds import sounds_of, strong
from tqcheck.text.transliteration import writes_down

_WORTH, _WORTH_OF_RUNS = 0.5, 0.15
"""Weight of the signs from which a word in another script is reported; and where one of the languages sets no spaces."""
_NEARLY = 2
_NEAR = 0.25
"""Share of the sentence within which a short name is looked for."""
_PEOPLES = ("ians", "ans", "ids", "s")
"""English endings of peoples and dynasties, the longest first."""
_LETTERS = 4
"""Letters of the shortest name."""


def find_misspellings(pair: NamePair) -> Iterator[NameFault]:
    """Names beside a word that renders nothing else and is nearly the name; the likeliest first."""
    yield from _corrected(pair)
    scored = [(weigh("misspelt", signs, pair), name, word) for name, word, signs in slip_candidates(pair)]
    worth = _WORTH_OF_RUNS if pair.unspaced else _WORTH
    for weight, name, word in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if weight >= worth:
            yield NameFault(name, word, "misspelt", certainty_of(weight))
    for name in pair.capitals:
        words = nearest(name, pair.source, pair.strangers, pair.target)
        near = [(certainty, word) for word in words if (certainty := _certainty(name, word, pair))]
        if near:
            certainty, word = max(near, key=lambda item: (item[0], -item[1].start))
            yield NameFault(name, word, "misspelt", certainty)


def _corrected(pair: NamePair) -> Iterator[NameFault]:
    """Words one letter away from a word that the dictionary knows and that renders a lost name of the same script."""
    if pair.caseless:
        return
    lost = [name for name in pair.capitals if not pair.renderings_of(name) and not _is_common(name, pair)]
    for word in pair.strangers:
        near = [name for name in nearest(word, pair.target, lost, pair.source) if _could_be(name, word, pair)]
        if near and is_known(word.text.lower(), pair.target_language) is False:
            known = [replace(word, text=text) for text in corrections(word.text, pair.target_language)]
            name = next((name for name in near if any(pair.fits(name, right) for right in known)), None)
            if name is not None:
                yield NameFault(name, word, "misspelt", 0.93)


def _is_common(name: Word, pair: NamePair) -> bool:
    """Whether the source's dictionary knows the name, which is no place."""
    places = place_forms(name.text, pair.source_language, pair.target_language)
    return not places and bool(is_known(name.text.lower(), pair.source_language))


def _could_be(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a word is so near a name that one letter less wrong would make it render it; spares the dictionary."""
    if len(word.text) <= _LETTERS or strong(name.sounds) < _NEARLY or not _one_script(name, word):
        return False
    if pair.source_language == "fi" and _is_oblique(name, word):
        return False
    return pair.distance(name, word, 1) <= _NEARLY


def _is_oblique(name: Word, word: Word) -> bool:
    """Whether a name is a case form of the word by Finnish grammar, where -nen becomes -se- before endings: Tuomisen, Tuominen."""
    base = folded(word.text)
    return base.endswith("nen") and folded(name.text).startswith(base.removesuffix("nen") + "s")


def _one_script(name: Word, word: Word) -> bool:
    """Whether two words are in one script, or in two of which none is Latin."""
    return bool(writes_down(name.text)) == bool(writes_down(word.text))


def _certainty(name: Word, word: Word, pair: NamePair) -> float:
    """0-1; 0 where the word is no misspelling of the name, or a word that the dictionary knows."""
    if is_unspaced(word.text) != is_unspaced(name.text):
        return _by_syllables(name, word, pair)
    if len(name.text) < _LETTERS or name.text.isupper() or not _one_script(name, word):
        return 0.0
    if folded(word.text).startswith(folded(name.text)) or _are_people(name, word, pair):
        return 0.0
    if (pair.source_language == "fi" and _is_oblique(name, word)) or is_adaptation(name.text, word.text):
        return 0.0
    certainty = _likeness(name, word, pair)
    return certainty if certainty and not is_known(word.text.lower(), pair.target_language) else 0.0


def _are_people(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a word is the name but for an English ending of peoples: Katalanen, Catalans; Etrusker, Etruscans."""
    for one, other, language in ((name, word, pair.source_language), (word, name, pair.target_language)):
        ending = next((ending for ending in _PEOPLES if one.text.endswith(ending)), "")
        if ending and primary(language) == "en" and len(one.text) - len(ending) >= _LETTERS:
            bare = one.text[: -len(ending)]
            stem = replace(one, text=bare)
            if not (pair.distance(stem, other, 2) if one is name else pair.distance(other, stem, 2)):
                return True
    return False


def _likeness(name: Word, word: Word, pair: NamePair) -> float:
    usual = tuple(pair.document.renderings.get(folded(name.text), ()))
    if any(is_letter_slip(other, word.text) for other in usual):
        return 0.95
    if _letters_apart(name, word):
        return 0.93
    throughout = pair.document.together[folded(name.text), folded(word.text)] > 1
    if name not in pair.lost or throughout or is_unspaced(word.text) or pair.distance(name, word, 2) != 1:
        return 0.0
    if is_common(name.text, pair.source_language) or is_common(word.text, pair.target_language):
        return 0.0
    return 0.9 if same_neighbour(name, word, pair.names, pair.words, pair.renders) else _by_sounds(name, word, pair)


def _by_syllables(name: Word, word: Word, pair: NamePair) -> float:
    """Certainty for a run of characters with as many consonants as the lost name, of which one is another."""
    count = strong(name.sounds)
    if name not in pair.lost or not count == strong(word.sounds) >= _LETTERS - 1 or pair.distance(name, word, 2) != 1:
        return 0.0
    near = displacement(name, word, pair.source, pair.target) < _NEAR
    return 0.75 if near and not is_common(name.text, pair.source_language) else 0.0


def _by_sounds(name: Word, word: Word, pair: NamePair) -> float:
    """Certainty from one wrong consonant alone; less for a name that the source's dictionary knows, since it may be a word."""
    count = strong(name.sounds)
    if count < _LETTERS - 1 or is_known(word.text.lower(), pair.target_language) is not False:
        return 0.0
    near = displacement(name, word, pair.source, pair.target) < _NEAR
    if (count == _LETTERS - 1 and not near) or name.text.lower() in translated_names(pair.source_language):
        return 0.0
    return 0.85 if count >= _LETTERS and not is_known(name.text.lower(), pair.source_language) else 0.75


def _letters_apart(name: Word, word: Word) -> bool:
    if is_adaptation(name.text, word.text):
        return False
    left, right = folded(name.text), folded(word.text)
    at = wrong_letter(left, right) if one_alphabet(name.text, word.text) else None
    return at is not None and bool(strong(sounds_of(left[at] + right[at]))) and not are_adapted(left, right, at)
