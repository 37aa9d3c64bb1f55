"""Names one letter away from how the language, or the document elsewhere, writes them: 伊万邦夫 for 伊万诺夫, ليفرفول for ليفربول."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from tqcheck.text.dictionary import is_common
from tqcheck.text.han_readings import transcribing
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import displacement, nearest
from tqcheck.text.name_rendering import endings_of, name_likeness, one_alphabet
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import alike, sounds_of, strong
from tqcheck.text.tables import table
from tqcheck.text.transliteration import bare_forms
from tqcheck.text.usual_names import is_usual, usual_forms

_CERTAINTY = 0.9
_LEAST, _LEAST_RUN = 4, 3
"""Letters of the shortest spelling that is compared; _LEAST_RUN: characters of the shortest that transcribe."""
_OFTEN = 2
"""How often the document must have a spelling elsewhere."""
_SHORTER, _ALIKE = 2, 0.5
"""Letters by which another name may be shorter to be what a word renders, and how much it must sound like it."""
_FAR = 0.6
"""Share of the text beyond which a word does not stand where the name would."""
_MOST = 200_000
"""Names of a text times its letters beyond which it is a list, whose runs are not searched."""


def find_usual_slips(pair: NamePair) -> Iterator[NameFault]:
    """Names whose usual spelling the translation has less often than the source has them, and a word with one other consonant instead."""
    if len(pair.capitals) * len(pair.target) > _MOST:
        return
    said = Counter(folded(name.text) for name in pair.capitals)
    for name in pair.capitals:
        forms = _spellings(name, pair)
        if not forms or sum(pair.target.count(form) for form in forms) >= said[folded(name.text)]:
            continue
        word = next((word for form in forms for word in _misprints(form, name, pair)), None)
        if word is not None:
            yield NameFault(name, word, "misspelt", _CERTAINTY)


def _spellings(name: Word, pair: NamePair) -> Sequence[str]:
    """How the language writes the name, by tables and by the rest of the document, in the script of the translation."""
    often = pair.document.renderings.get(folded(name.text), Counter[str]())
    forms = {
        *usual_forms(name.text, pair.source_language, pair.target_language),
        *place_forms(name.text, pair.source_language, pair.target_language),
        *(word for word, number in often.items() if number >= _OFTEN),
    }
    return [form for form in sorted(forms) if not one_alphabet(form, name.text)]


def _misprints(form: str, name: Word, pair: NamePair) -> Iterator[Word]:
    """Words of the translation that are a spelling but for one consonant, near to where the name would stand."""
    for word in _runs(form, pair.target) if is_unspaced(form) else nearest(name, pair.source, pair.words, pair.target):
        shape = next((bare for bare in bare_forms(word.text) if is_misprint(form, bare, pair.target_language)), None)
        if shape is None or displacement(name, word, pair.source, pair.target) > _FAR:
            continue
        if not _is_right(word, shape, name, pair):
            yield word


def _runs(form: str, text: str) -> Iterator[Word]:
    """Every piece of a text without spaces that is as long as a spelling and has most of its characters."""
    if len(form) < _LEAST_RUN:
        return
    for start in range(len(text) - len(form) + 1):
        piece = text[start : start + len(form)]
        if (piece[0] == form[0] or piece[-1] == form[-1]) and sum(map(str.__ne__, piece, form)) in (1, 2):
            yield Word(start, start + len(form), piece, initial=False)


def is_misprint(usual: str, word: str, language: str) -> bool:
    """Whether a word is a spelling but for one letter that has another consonant; letters of a case ending aside."""
    least = _LEAST_RUN if usual[0] >= "\u4e00" else _LEAST
    ending = min(endings_of(language), max(0, len(usual) - _LEAST))
    stem = usual[: len(usual) - ending]
    if len(stem) < least or (len(word) != len(usual) if not ending else len(word) < len(stem)):
        return False
    wrong = [(one, other) for one, other in zip(stem, word, strict=False) if one != other]
    return (len(wrong) == 1 and _differ(*wrong[0])) or _is_exchanged(stem, word[: len(stem)])


def _is_exchanged(usual: str, word: str) -> bool:
    """Whether two neighbours behind the first stand in each other's place: 肯迪尼 for 肯尼迪; no signs of vowels."""
    at = next((at for at, (one, other) in enumerate(zip(usual, word, strict=True)) if one != other), 0)
    pair = usual[at : at + 2]
    return at > 0 and len(pair) == 2 and pair.isalpha() and word == usual[:at] + pair[::-1] + usual[at + 2 :]


@cache
def _kana() -> dict[str, set[str]]:
    """Katakana -> the rows in which transcriptions may have it; none for vowels and small letters."""
    rows = str(table("sounds")["Kana"]["rows"]).split()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(rows):
        for letter in row:
            found[letter].add(str(number))
    return found


def _differ(one: str, other: str) -> bool:
    """Whether two letters or characters cannot be heard as one; of Chinese ones both must be such as transcribe.

    Letters for p and f are heard as one where names are compared, but no language that has both writes one name with either.
    """
    if one in _kana() or other in _kana():
        return _kana().get(one, set()).isdisjoint(_kana().get(other, set())) and one in _kana() and other in _kana()
    left, right = sounds_of(one), sounds_of(other)
    if is_unspaced(one) and one >= "\u4e00" and other not in transcribing():
        return False
    if not (strong(left[:1]) and strong(right[:1])):
        return False
    labial = {left[0][0], right[0][0]} == {"p", "f"}
    return labial or not alike(left[0], right[0])


def _is_right(word: Word, shape: str, name: Word, pair: NamePair) -> bool:
    """Whether a word is another name of the source, a usual spelling, a word of its language, or how the document writes the name."""
    if pair.document.words[word.text] > 1 or is_usual(shape, pair.target_language):
        return True
    if not is_unspaced(shape) and is_common(shape, pair.target_language):
        return True
    least = len(name.text) - _SHORTER
    others = [other for other in pair.capitals if folded(other.text) != folded(name.text) and len(other.text) >= least]
    near = [found for found in pair.words if found.start < word.end and word.start < found.end]
    return any(
        name_likeness(other, found) > max(_ALIKE, name_likeness(name, found)) for found in near for other in others
    )
