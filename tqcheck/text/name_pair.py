"""One pair of texts as the rules for names see it: which names are lost, which words are strangers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tqcheck.text.document_names import DocumentNames, candidates
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_rendering import endings_of, folded, rendering_distance
from tqcheck.text.name_unspaced import is_in_text, places_in
from tqcheck.text.name_words import CASELESS, UNSPACED, Word, is_unspaced, names_in, translated_names, words_of
from tqcheck.text.places import renders_place
from tqcheck.text.sounds import strong


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name of the source and the word that stands for it and is another one; `kind` is misspelt or exchanged."""

    source: Word
    target: Word
    kind: str
    certainty: float


@dataclass(frozen=True)
class NamePair:
    """A pair of texts, blanked of code and links, with the names of the whole document."""

    source: str
    target: str
    source_language: str
    target_language: str
    document: DocumentNames

    @cached_property
    def names(self) -> tuple[Word, ...]:
        """Words of the source that may be names."""
        return names_in(self.source, self.source_language)

    @cached_property
    def capitals(self) -> tuple[Word, ...]:
        """Words of the source that can stand beside a name: all with a capital, where the script has them."""
        return candidates(self.source, self.source_language)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words of the translation that can render a name."""
        return candidates(self.target, self.target_language)

    @cached_property
    def caseless(self) -> bool:
        """Whether the translation has no capitals."""
        return primary(self.target_language) in CASELESS

    @cached_property
    def unspaced(self) -> bool:
        """Whether one of the languages sets no spaces."""
        return bool({primary(self.source_language), primary(self.target_language)} & UNSPACED)

    def distance(self, name: Word, word: Word, gap: int = 1) -> int:
        """`rendering_distance` in these languages; a country or a city is rendered by its name in the target language too."""
        found = rendering_distance(name, word, endings_of(self.source_language), gap)
        return 0 if found and renders_place(name.text, word.text, self.source_language, self.target_language) else found

    def renders(self, name: Word, word: Word) -> bool:
        """Whether the word renders the name."""
        return self.distance(name, word) == 0

    @cached_property
    def lost(self) -> tuple[Word, ...]:
        """Names that nothing in the translation renders."""
        return tuple(name for name in self.names if not self._is_rendered(name))

    def _is_rendered(self, name: Word) -> bool:
        if any(self.renders(name, word) for word in self.words):
            return True
        if is_unspaced(name.text):  # a loan word is rendered by a word without a capital
            return any(self.renders(name, word) for word in words_of(self.target) if strong(word.sounds) > 1)
        return is_in_text(name, self.target) or places_in(
            name.text, self.target, self.source_language, self.target_language
        )

    def _is_doubtful(self, word: Word) -> bool:
        """Part of a hyphenated word, or alone at the head of a sentence and nowhere used as a name."""
        edges = self.target[max(0, word.start - 1) : word.start] + self.target[word.end : word.end + 1]
        return "-" in edges and not is_unspaced(word.text)

    @cached_property
    def strangers(self) -> tuple[Word, ...]:
        """Words of the translation that may be names and render no name of the source."""
        own = {word.text for word in words_of(self.source)}
        translated = translated_names(self.target_language)
        return tuple(
            word
            for word in names_in(self.target, self.target_language)
            if word.text not in own
            and not self._is_doubtful(word)
            and not word.text.isupper()
            and word.text.lower() not in translated
            and not self._is_explained(word)
        )

    def _is_explained(self, word: Word) -> bool:
        """Whether the source holds what the word renders."""
        heard = words_of(self.source) if is_unspaced(word.text) else self.capitals
        if any(self.renders(name, word) for name in heard if strong(name.sounds) > 1):
            return True
        return is_in_text(word, self.source) or places_in(
            word.text, self.source, self.target_language, self.source_language
        )
