"""Names that the target language keeps letter by letter, with one letter wrong that no sound betrays: Merkel, Markel."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_known
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import nearest
from tqcheck.text.name_rendering import ADAPTED, endings_of, folded, one_alphabet
from tqcheck.text.name_slips import is_slip
from tqcheck.text.name_words import CASELESS, Word
from tqcheck.text.places import place_forms

TRANSCRIBING = frozenset("sr hr bs sh cnr lv lt az uz tk sq eo".split())  # noqa: SIM905
"""Languages that write foreign names in their Latin letters as they sound, often or always."""
_SILENT = frozenset("hjwy")
"""Letters that languages leave out and add: Othello, Otello."""
_LEAST = 5
"""Letters of the shortest name."""


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


def _is_slip(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether the word is the name but for a letter, is no word of its language and no other name of the source."""
    if not one_alphabet(name.text, word.text) or not word.text[0].isupper() or word.text in pair.source:
        return False
    usual = pair.document.renderings.get(folded(name.text))
    if usual and usual[word.text] > 1:
        return False
    if not _one_letter(folded(name.text), folded(word.text), pair):
        return False
    return not (
        is_known(word.text.lower(), pair.target_language)
        or place_forms(name.text, pair.source_language, pair.target_language)
        or is_known(name.text.lower(), pair.source_language)
    )


def _one_letter(name: str, word: str, pair: NamePair) -> bool:
    """One letter inside exchanged for another that languages do not exchange, a case ending following; or one dropped or added."""
    ending = len(name) if endings_of(pair.target_language) else 0
    head = word[: len(name)]
    wrong = [(a, b) for a, b in zip(name[1:-1], head[1:-1], strict=False) if a != b]
    if len(head) == len(name) and len(word) <= len(name) + ending and name[0] == head[0] and name[-1] == head[-1]:
        return len(wrong) == 1 and frozenset(wrong[0]) not in ADAPTED
    if endings_of(pair.source_language) or not is_slip(name, word):
        return False
    longer, shorter = sorted((name, word), key=len, reverse=True)
    extra = next((a for a, b in zip(longer, shorter, strict=False) if a != b), longer[-1])
    return len(longer) == len(shorter) or extra not in _SILENT
