"""What else may be lost, and what else may stand for it; in German, whose nouns have capitals, only what is clearly a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import NOUNS_IN_CAPITALS, Word

_STEM, _CUT = 4, 2
"""Letters of the shortest stem by which a word holds a name (Korea, Nordkoreas), and letters at its end that need not be there."""
_LONG = 10
"""Letters of a German capitalised word beyond which it is a compound noun rather than a name."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The lost names and the strangers that count; `told` where they are told from nouns, by the dictionaries of both languages."""

    lost: tuple[str, ...]
    strangers: tuple[str, ...]
    told: bool

    @classmethod
    def of(cls, pair: NamePair) -> Rivals:
        """Those of a pair of texts."""
        source, target = pair.source_language, pair.target_language
        lost, strangers = [name.text for name in pair.lost], [word.text for word in pair.strangers]
        if not {primary(source), primary(target)} & NOUNS_IN_CAPITALS:
            return cls(tuple(lost), tuple(strangers), told=False)
        lost = [
            name for name in dict.fromkeys(lost) if is_clear(name, source, target) and not _is_held(name, pair.target)
        ]
        strangers = [
            word
            for word in dict.fromkeys(strangers)
            if is_clear(word, target, source) and not _is_held(word, pair.source)
        ]
        return cls(tuple(lost), tuple(strangers), told=True)

    def beside(self, name: Word, word: Word) -> tuple[float, float]:
        """How many other names, and how many other words."""
        if not self.told:
            return len(self.lost) - 1.0, len(self.strangers) - 1.0
        lost = sum(name.text != other for other in self.lost)
        return float(lost), float(sum(word.text != other for other in self.strangers))


@lru_cache(maxsize=8192)
def is_clear(word: str, language: str, other: str) -> bool:
    """Whether a word with a capital is rather a name than a noun: in German one that the dictionary lacks or the other language has."""
    if is_common(word, language):
        return False
    if primary(language) not in NOUNS_IN_CAPITALS or is_person(word):
        return True
    if is_known(word.lower(), other) and not is_common(word, other):
        return True
    return len(word) <= _LONG and is_known(word.lower(), language) is False


def _is_held(name: str, text: str) -> bool:
    """Whether some word of the other text holds a name."""
    stem = folded(name)[: max(_STEM, len(name) - _CUT)]
    return len(stem) >= _STEM and stem in folded(text)
