"""Names that languages keep letter by letter, told by the name beside them that is kept: Zehra Bulut, Zehra Bolat.

Where both sides write "Rosa", what stands beside it on both is the rest of the same name, in the same case; between languages that keep
Latin letters any other spelling is wrong, however alike the two sound.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.bilingual import read_both
from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.gender import is_given
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_adaptations import is_adaptation
from tqcheck.text.name_letters import TRANSCRIBING, one_edit
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import beside, nearest
from tqcheck.text.name_rendering import APART, endings_of, is_latin
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, Word, is_functional
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import strong
from tqcheck.text.transliteration import heard

_CERTAINTY, _HEARD = 0.96, 0.9
_FAINT = -0.5
"""Weight (`transliteration`) below which a word does not write down a name."""
_LEAST = 3
"""Letters of the shortest name."""
_NUMERALS = frozenset("IVXLCDM")
_GENITIVES = frozenset({"de", "nl", "sv", "da", "no", "nb", "en"})
"""Languages that add -s to a name."""
_NAMED_BY_WORDS = frozenset({"tr"})
"""Languages most of whose family names are words: Bulut is a cloud."""
_ENDING = 3
"""Letters at the end of two words within which case endings may make the difference."""


def find_partner_faults(pair: NamePair) -> Iterator[NameFault]:
    """Words that stand beside a kept name in the place of its other part."""
    languages = (primary(pair.source_language), primary(pair.target_language))
    keep = not TRANSCRIBING.union(CASELESS).intersection(languages) and is_latin(pair.source) and is_latin(pair.target)
    yield from _kept(pair) if keep else _heard(pair)


def _kept(pair: NamePair) -> Iterator[NameFault]:
    """Where names keep their letters: any other spelling."""
    written = [folded(word.text) for word in pair.words]
    for name in pair.capitals:
        if len(name.text) < _LEAST or name.text.isupper() or _stands_in(folded(name.text), written, pair):
            continue
        for step in (-1, 1):
            partner = beside(name, pair.capitals, step)
            if partner is not None and (word := _in_its_place(name, partner, step, pair)) is not None:
                yield NameFault(name, word, "misspelt", _CERTAINTY)
                break


def _heard(pair: NamePair) -> Iterator[NameFault]:
    """Where names are written down as they sound: words that render none, beside the rest of a name that nothing renders."""
    for name in pair.lost:
        for step in (-1, 1):
            partner = beside(name, pair.capitals, step)
            kept = pair.renderings_of(partner) if partner is not None else ()
            word = beside(kept[0], pair.words, -step) if len(kept) == 1 else None
            if word is None or word not in pair.strangers or not _are_persons(name, word, partner, step):
                continue
            if _sounds_otherwise(name, word) and not (word.initial or _is_rendered(name, word, pair)):
                yield NameFault(name, word, "exchanged", _HEARD)
                break


def _are_persons(name: Word, word: Word, partner: Word | None, step: int) -> bool:
    """Whether one of the words before the family name is a given name."""
    firsts = (partner.text if partner else "",) if step < 0 else (name.text, word.text)
    return any(map(is_given, firsts))


def _sounds_otherwise(name: Word, word: Word) -> bool:
    """Whether another script hardly writes the name down so; in one script, whether a consonant is another: Blake, Flake."""
    sound = heard(name.text, word.text)
    if sound is not None:
        return sound.score < _FAINT
    one, other = folded(name.text), folded(word.text)
    return len(one) == len(other) and one_edit(one, other) and strong(name.sounds) == strong(word.sounds)


def _stands_in(plain: str, written: list[str], pair: NamePair) -> bool:
    if _declines(pair.target_language):
        return any(word.startswith(plain) for word in written)
    return plain in written or (primary(pair.target_language) in _GENITIVES and f"{plain}s" in written)


def _declines(language: str) -> bool:
    """Whether names take case endings that nothing sets apart."""
    return bool(endings_of(language)) and primary(language) not in APART


def _in_its_place(name: Word, partner: Word, step: int, pair: NamePair) -> Word | None:
    """The word beside the partner in the translation, where it is another name than that of the source."""
    kept = [word for word in nearest(partner, pair.source, pair.words, pair.target) if word.text == partner.text]
    word = beside(kept[0], pair.words, -step) if len(kept) == 1 else None
    if word is None or set(partner.text) <= _NUMERALS or not _is_another(name, word, pair):
        return None
    first = partner.text if step < 0 else name.text
    named = is_given(first) or is_known(word.text.lower(), pair.target_language) is False
    return word if named and not (is_given(name.text) and is_given(word.text) and pair.fits(name, word)) else None


def _is_another(name: Word, word: Word, pair: NamePair) -> bool:
    one, other = folded(name.text), folded(word.text)
    genitive = primary(pair.target_language) in _GENITIVES and other.removesuffix("s") == one
    if len(other) < _LEAST or not word.text[0].isupper() or word.text.isupper() or word.initial or genitive:
        return False
    if other in pair.document.sentences[0] or word.text in pair.source or _are_cases(one, other, pair):
        return False
    if is_adaptation(name.text, word.text) or pair.is_usual(name, word) or pair.is_written(word):
        return False
    if place_forms(name.text, pair.source_language, pair.target_language) or _is_rendered(name, word, pair):
        return False
    if is_functional(name.text, pair.source_language) or _is_noun(name, pair.source_language):
        return False
    return not _is_noun(word, pair.target_language)


def _is_noun(word: Word, language: str) -> bool:
    return is_common(word.text, language) and not is_person(word.text) and primary(language) not in _NAMED_BY_WORDS


def _are_cases(one: str, other: str, pair: NamePair) -> bool:
    """Whether case endings may be all that differs."""
    if not (_declines(pair.source_language) or _declines(pair.target_language)):
        return False
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= min(len(one), len(other)) - _ENDING


def _is_rendered(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether the dictionary has the one as a rendering of the other: New, Nueva."""
    ours, theirs = read_both((pair.source, pair.source_language), (pair.target, pair.target_language))
    said = frozenset[str]().union(*(heads for start, _, heads in ours if start == name.start))
    seen = frozenset[str]().union(*(heads for start, _, heads in theirs if start == word.start))
    return not said.isdisjoint(seen)
