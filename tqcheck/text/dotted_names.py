"""Names whose parts Chinese and Japanese set apart with dots (鲍里斯·约翰逊): where one part is right, the other is read strictly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.han_readings import pure, transcribing
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import UNSPACED, Word, is_unspaced, names_in, translated_names
from tqcheck.text.places import place_forms
from tqcheck.text.transliteration import Heard, heard_between

_CERTAINTY = 0.85
_RIGHT = 0.9
"""Weight (`transliteration`) from which a part is a name of the other text."""
_OTHER, _OTHER_KANA = 0.0, -1.3
"""Weight up to which the other part is another name; in katakana, which writes down more sounds than one, it is lower."""
_DOUBTFUL, _GAIN, _GAIN_IN_ALL = 1.3, 0.65, 3.5
"""Weight below which a part may be misspelt, and what one wrong syllable must cost a letter, and the name in all."""
_LEAST = 2
"""Characters of the shortest part that is judged: one may be a particle (文森特·梵·高)."""
_DOT = regex.compile(r"(?<=[\p{Han}\p{Katakana}ー])[·•‧・．](?=[\p{Han}\p{Katakana}])")
_LEFT = regex.compile(r"(?r)[\p{Han}]{1,7}|[\p{Katakana}ー]{1,16}")
_RIGHT_PART = regex.compile(r"[\p{Han}]{1,7}|[\p{Katakana}ー]{1,16}")
_HAN = regex.compile(r"\p{Han}")
_GAP = regex.compile(r"[ -]|[ -](?:\p{Ll}{1,3}|\p{Lu}\.)[ -]")
"""What stands between the parts of a name in Latin letters: a space, or a particle or an initial between two."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of characters beside a dot, on its left (`first`) or its right, where it begins, and whether its far end is a name's too."""

    text: str
    start: int
    first: bool
    bounded: bool

    def sounds_like(self, name: Word) -> Heard:
        """How well the end at the dot, or the whole where it is bounded, writes down a name."""
        plain = name.text.removesuffix("s") if name.text.endswith(("'s", "’s")) else name.text
        return heard_between(plain, self.text, self.bounded or not self.first, self.bounded or self.first) or Heard(
            -9.0, -9.0
        )

    def as_word(self) -> Word:
        """The characters at the dot that transcribe; all if none does."""
        text = self.text[::-1] if self.first else self.text
        size = next((at for at, char in enumerate(text) if char not in transcribing()), len(text))
        size = size if size and text[0] >= "\u3100" else len(text)
        start = self.start + len(text) - size if self.first else self.start
        own = self.text[start - self.start : start - self.start + size]
        return Word(start, start + size, own, initial=False)


def find_dotted_faults(pair: NamePair) -> Iterator[NameFault]:
    """Parts of dotted names that do not write down the name beside the one that the other part does write down."""
    into = primary(pair.target_language) in UNSPACED
    text, capitals = (pair.target, pair.capitals) if into else (pair.source, pair.words)
    if not pair.unspaced or not _DOT.search(text):
        return
    beside = _neighbours(capitals, pair.source if into else pair.target)
    names = pair.names if into else names_in(pair.target, pair.target_language)
    for left, right in _parts(text):
        found = _mismatch(left, right, beside, names, pair, into=into)
        if found is not None:
            name, part = found
            source, target = (name, part.as_word()) if into else (part.as_word(), name)
            yield NameFault(source, target, "exchanged", _CERTAINTY)


def _parts(text: str) -> Iterator[tuple[_Part, _Part]]:
    for dot in _DOT.finditer(text):
        left, right = _LEFT.search(text, 0, dot.start()), _RIGHT_PART.match(text, dot.end())
        if left and right and left.end() == dot.start():
            ends = text[left.start() - 1 : left.start()], text[right.end() : right.end() + 1]
            whole = [_is_bounded(part[0], end) for part, end in zip((left, right), ends, strict=True)]
            yield (
                _Part(left[0], left.start(), first=True, bounded=whole[0]),
                _Part(right[0], right.start(), first=False, bounded=whole[1]),
            )


def _is_bounded(part: str, beyond: str) -> bool:
    """Whether a part is the name and no more: katakana, or characters that hardly stand but in names, with none beyond."""
    return part[0] < "\u3100" or (pure().issuperset(part) and not _HAN.match(beyond))


def _neighbours(names: Sequence[Word], text: str) -> list[tuple[Word, Word]]:
    """Names in Latin letters that stand beside each other, as first names and surnames do."""
    return [
        (one, other)
        for at, one in enumerate(names)
        for other in names[at + 1 : at + 2]
        if not is_unspaced(one.text) and _GAP.fullmatch(text, one.end, other.start)
    ]


def _mismatch(
    left: _Part, right: _Part, beside: Sequence[tuple[Word, Word]], names: Sequence[Word], pair: NamePair, *, into: bool
) -> tuple[Word, _Part] | None:
    """The name and the part that is not its transcription, where the other part is that of the name's neighbour."""
    scored = [
        (first.score + second.score, max(first.score, second.score), one, other, first, second)
        for one, other in beside
        if (first := left.sounds_like(one)) and (second := right.sounds_like(other))
    ]
    anchored = [found for found in scored if found[1] >= _RIGHT]
    if not anchored:
        return None
    _, _, one, other, first, second = max(anchored, key=lambda found: found[0])
    name, part, sound = (one, left, first) if first.score < second.score else (other, right, second)
    if len(part.text) < _LEAST or not _is_wrong(name, part, sound) or _is_explained(name, part, names, pair):
        return None
    last = name is other and part.text[0] > "\u3100"
    return (name, part) if _is_name(name, pair, into=into, last=last) else None


def _is_wrong(name: Word, part: _Part, sound: Heard) -> bool:
    """Whether a part is another name, or of Chinese characters one of which no reading gives."""
    if part.text[0] < "\u3100":
        return sound.score <= _OTHER_KANA
    if sound.score <= _OTHER:
        return True
    gain = sound.repaired - sound.score
    return sound.score < _DOUBTFUL and gain >= _GAIN and gain * len(name.text) >= _GAIN_IN_ALL


def _is_name(name: Word, pair: NamePair, *, into: bool, last: bool) -> bool:
    """Whether a word with a capital is no title or other common word; behind a first name that Chinese has any word is a name."""
    language, other = pair.source_language, pair.target_language
    if not into:
        language, other = other, language
    low = name.text.lower()
    if name.text.isupper() or low in translated_names(language):
        return False
    if last and not into:
        return True
    if is_common(name.text, language):
        return False
    return is_person(name.text) or is_known(low, language) is False or bool(place_forms(name.text, language, other))


def _is_explained(name: Word, part: _Part, names: Sequence[Word], pair: NamePair) -> bool:
    """Whether some other name of the sentence is the part, tables know it for the name, or the document has it so elsewhere."""
    word = part.as_word()
    if any(part.sounds_like(other).score >= _RIGHT for other in names if other.text != name.text):
        return True
    source, target = (word, name) if name in pair.words else (name, word)
    if pair.is_usual(source, target):
        return True
    return pair.document.together[folded(source.text), folded(target.text)] > 1
