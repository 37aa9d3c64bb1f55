"""Names that the target language keeps letter by letter, with one letter wrong that no sound betrays: Merkel, Markel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_adaptations import is_adaptation
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import nearest, same_neighbour
from tqcheck.text.name_rendering import are_adapted, endings_of, one_alphabet
from tqcheck.text.name_slips import is_slip
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, Word
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import sounds_of, strong

TRANSCRIBING = frozenset("sr hr bs sh cnr lv lt az uz tk sq eo".split())  # noqa: SIM905
"""Languages that write foreign names in their Latin letters as they sound, often or always."""
_SILENT = frozenset("hjwy")
"""Letters that languages leave out and add: Othello, Otello."""
_LEAST, _LEAST_KEPT = 5, 4
"""Letters of the shortest name, and of the shortest that the document keeps elsewhere."""


def find_letter_slips(pair: NamePair) -> Iterator[NameFault]:
    """Names that stand nowhere in the translation as they are written, and beside them a word with one other letter inside."""
    codes = {primary(pair.source_language), primary(pair.target_language)}
    if codes & (TRANSCRIBING | CASELESS):
        return
    written = "".join(f" {folded(word.text)}" for word in pair.words)
    for name in pair.names:
        plain = folded(name.text)
        if len(plain) < _LEAST or f" {plain[: len(plain) - 1]}" in written:
            continue
        words = nearest(name, pair.source, pair.words, pair.target)
        word = next((word for word in words if _is_slip(name, word, pair)), None)
        if word is not None:
            yield NameFault(name, word, "misspelt", 0.85)


def find_kept_slips(pair: NamePair) -> Iterator[NameFault]:
    """Names that the document keeps letter by letter elsewhere, and here a word with one letter more, less, another or two exchanged."""
    if primary(pair.target_language) in CASELESS:
        return
    said = Counter(folded(name.text) for name in pair.capitals)
    written = "".join(f" {folded(word.text)}" for word in pair.words)
    for name in pair.capitals:
        plain = folded(name.text)
        usual = pair.document.renderings.get(plain)
        if len(plain) < _LEAST_KEPT or not usual or written.count(f" {plain}") >= said[plain]:
            continue
        words = nearest(name, pair.source, pair.words, pair.target)
        words = [word for word in words if not is_adaptation(name.text, word.text)]
        word = next((word for word in words if usual[name.text] and _is_misprint(plain, word, pair)), None)
        word = word or next((word for word in words if _is_misspelt_case(plain, word, pair)), None)
        if word is not None:
            yield NameFault(name, word, "misspelt", 0.92)


def _is_misspelt_case(plain: str, word: Word, pair: NamePair) -> bool:
    """Whether a word that stands nowhere else is a case form that the document has of the name, but for a consonant: Jonesa, Jonela.

    The form must begin as the name (folded) does, or stand in two places.
    """
    if not endings_of(pair.target_language) or not _is_new(word, pair):
        return False
    own = folded(word.text)
    forms = ((folded(form), number) for form, number in pair.document.renderings[plain].items() if form != word.text)
    return any(
        _one_consonant(form, own) and (number > 1 or (form.startswith(plain) and not own.startswith(plain)))
        for form, number in forms
        if len(form) > _LEAST_KEPT
    )


def _one_consonant(one: str, other: str) -> bool:
    """Whether one consonant inside is another one, in words of one length; none that languages exchange."""
    if len(one) != len(other):
        return False
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(wrong) == 1
        and 0 < wrong[0] < len(one) - 1
        and strong(sounds_of(one[wrong[0]])) == strong(sounds_of(other[wrong[0]])) == 1
        and not are_adapted(one, other, wrong[0])
    )


def _is_misprint(plain: str, word: Word, pair: NamePair) -> bool:
    """Whether a word that stands nowhere else is the name (folded) but for one letter; a case ending may follow."""
    own = folded(word.text)
    if not _is_new(word, pair) or own[0] != plain[0]:
        return False
    inflected = bool(endings_of(pair.target_language))
    if one_edit(plain, own):
        return not inflected or own[-1] == plain[-1]
    return (
        inflected
        and len(plain) > _LEAST
        and any(one_edit(plain, own[:size]) and own[size - 2 : size] == plain[-2:] for size in _sizes(plain))
    )


def _is_new(word: Word, pair: NamePair) -> bool:
    """Whether a word with a capital stands once in the document, on neither side as another name, and is no common word."""
    own = word.text
    named = own in pair.source or folded(own) in pair.document.sentences[0]
    if named or not own[0].isupper() or own.isupper() or pair.document.words[own] > 1:
        return False
    return not is_common(own, pair.target_language)


def _sizes(plain: str) -> range:
    return range(len(plain) - 1, len(plain) + 2)


def one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less or another, or two neighbours exchanged, make the one word of the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[at:], other[at:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _is_slip(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether the word is the name but for a letter, is no word of its language and no other name of the source."""
    if not one_alphabet(name.text, word.text) or not word.text[0].isupper() or word.text in pair.source:
        return False
    usual = pair.document.renderings.get(folded(name.text))
    if usual and usual[word.text] > 1:
        return False
    if is_adaptation(name.text, word.text) or not _one_letter(folded(name.text), folded(word.text), pair):
        return False
    return not (
        is_known(word.text.lower(), pair.target_language)
        or place_forms(name.text, pair.source_language, pair.target_language)
        or (is_common(name.text, pair.source_language) and not _has_neighbour(name, word, pair))
    )


def _has_neighbour(name: Word, word: Word, pair: NamePair) -> bool:
    return same_neighbour(name, word, pair.capitals, pair.words, pair.renders)


def _one_letter(name: str, word: str, pair: NamePair) -> bool:
    """One letter inside exchanged for another that languages do not exchange, a case ending following; or one dropped or added."""
    ending = len(name) if endings_of(pair.target_language) else 0
    head = word[: len(name)]
    wrong = [at for at in range(1, min(len(name), len(head)) - 1) if name[at] != head[at]]
    whole = len(head) == len(name) and len(word) <= len(name) + ending and name[0] == head[0] and name[-1] == head[-1]
    if whole and (len(wrong) == 1 or len(word) > len(name)):
        return len(wrong) == 1 and not are_adapted(name, head, wrong[0])
    if endings_of(pair.source_language) or not is_slip(name, word):
        return False
    longer, shorter = sorted((name, word), key=len, reverse=True)
    extra = next((a for a, b in zip(longer, shorter, strict=False) if a != b), longer[-1])
    return len(longer) == len(shorter) or extra not in _SILENT
