"""One pair of texts as the rules for names see it: which names are lost, which words are strangers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tqcheck.text.bound_names import are_bound
from tqcheck.text.dictionary import is_known
from tqcheck.text.document_names import DocumentNames, candidates
from tqcheck.text.head_names import is_listed, is_short_name, is_written_name, names_at_heads
from tqcheck.text.loan_names import is_loan, is_two_names
from tqcheck.text.locale_facts import primary
from tqcheck.text.mutual_names import mutual_renderings
from tqcheck.text.name_places import displacement, nearest, same_neighbour
from tqcheck.text.name_rendering import could_render, endings_of, is_same, name_likeness, rendering_distance, tail_of
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_unspaced import is_part_of_run, is_pinyin_in, places_in, without_originals
from tqcheck.text.name_words import (
    CASELESS,
    UNSPACED,
    Word,
    is_doubtful,
    is_functional,
    is_unspaced,
    names_in,
    translated_names,
    words_of,
)
from tqcheck.text.places import adjective_of, place_forms, renders_place
from tqcheck.text.ruler_names import renders_ruler
from tqcheck.text.sounds import strong
from tqcheck.text.usual_names import holds_one, is_usually, usual_spellings

_ENOUGH = 12
"""Names from whose order that of the others is told."""
_NEAR = 0.25
"""Share of the sentence within which a common word can render a name of few consonants."""


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
        """Words of the source that may be names; where it has no capitals also the places that a dictionary knows."""
        found = names_in(self.source, self.source_language)
        if primary(self.source_language) not in CASELESS:
            heads = set(names_at_heads(self.source, self.source_language, self.target_language, self.document))
            return tuple(sorted({*found, *heads}, key=lambda word: word.start)) if heads else found
        if self.unspaced:
            return found
        places = (word for word in words_of(self.source) if word not in found and self._is_foreign_place(word))
        return tuple(sorted((*found, *places), key=lambda word: word.start))

    def _is_foreign_place(self, word: Word) -> bool:
        return bool(place_forms(word.text, self.source_language, self.target_language))

    @cached_property
    def fewer(self) -> tuple[Word, ...]:
        """Names that the source has more often than words of the translation render them."""
        counts = Counter(folded(name.text) for name in self.names)
        return tuple(name for name in self.names if counts[folded(name.text)] > len(self.renderings_of(name)) > 0)

    @cached_property
    def capitals(self) -> tuple[Word, ...]:
        """Words of the source that can stand beside a name: all with a capital, where the script has them."""
        words = candidates(self.source, self.source_language)
        return tuple(word for word in words if not is_functional(word.text, self.source_language))

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return frozenset(name.text for name in self.capitals)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words of the translation that can render a name; an original in brackets behind its transcription is not the transcription."""
        return candidates(without_originals(self.target), self.target_language)

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
        found = rendering_distance(name, word, endings_of(self.source_language), gap, tail_of(self.target_language))
        return 0 if found and renders_place(name.text, word.text, self.source_language, self.target_language) else found

    def renders(self, name: Word, word: Word) -> bool:
        """Whether the word renders the name."""
        return word.start in self._renderings[name.start] if name.start in self._renderings else self.fits(name, word)

    def fits(self, name: Word, word: Word) -> bool:
        """Whether the word can render the name; a common word of a script without capitals must stand where the name would."""
        if are_bound(name, word, self.document, self.target_language):
            return True
        if self.is_usual(name, word) or renders_ruler(name, word, self.source):
            return True
        if not could_render(name, word, self.source_language, self.target_language):
            return renders_place(name.text, word.text, self.source_language, self.target_language)
        if not self.caseless or is_unspaced(word.text) or not is_known(word.text, self.target_language):
            return True
        return displacement(name, word, self.source, self.target) < _NEAR

    def is_usual(self, name: Word, word: Word) -> bool:
        """Whether tables know the word as how the language writes the name."""
        return is_usually(name.text, word.text, self.source_language, self.target_language)

    def is_written(self, word: Word) -> bool:
        """Whether tables know the word as how the language writes some name of the source."""
        return holds_one(word.text, self._spellings)

    @cached_property
    def _spellings(self) -> frozenset[str]:
        languages = (self.source_language, self.target_language)
        return frozenset(form for name in self.capitals for form in usual_spellings(name.text, *languages))

    @cached_property
    def _renderings(self) -> dict[int, frozenset[int]]:
        """Start of each name -> starts of the words that render it: no other name better, and no other word clearly better."""
        found = [
            (1.0 if self.is_usual(name, word) else name_likeness(name, word), name, word)
            for name in self.capitals
            for word in nearest(name, self.source, self.words, self.target)
            if self.fits(name, word) and not (self.unspaced and is_functional(word.text, self.target_language))
        ]
        return mutual_renderings(found, self.capitals)

    def renderings_of(self, name: Word) -> Sequence[Word]:
        """The words that render a name."""
        return self._words_by_name.get(name.start, ())

    def owners_of(self, word: Word) -> Sequence[Word]:
        """The words of the source that a word of the translation renders."""
        return self._names_by_word.get(word.start, ())

    @cached_property
    def _words_by_name(self) -> dict[int, list[Word]]:
        words = {word.start: word for word in self.words}
        return {name: [words[start] for start in sorted(starts)] for name, starts in self._renderings.items()}

    @cached_property
    def _names_by_word(self) -> dict[int, list[Word]]:
        found: defaultdict[int, list[Word]] = defaultdict(list)
        for name in self.capitals:
            for start in self._renderings[name.start]:
                found[start].append(name)
        return found

    @cached_property
    def rendered_once(self) -> tuple[tuple[Word, Word], ...]:
        """Names that one word alone renders, with that word; as many as tell the order."""
        found = ((name, self.renderings_of(name)) for name in self.names)
        return tuple((name, words[0]) for name, words in found if len(words) == 1)[:_ENOUGH]

    @cached_property
    def lost(self) -> tuple[Word, ...]:
        """Names that nothing in the translation renders."""
        return tuple(name for name in self.names if not self._is_rendered(name))

    def _is_rendered(self, name: Word) -> bool:
        if self.renderings_of(name):
            return True
        if is_unspaced(name.text):  # a loan word is rendered by a word without a capital
            return any(is_loan(name, word) for word in words_of(self.target))
        here = is_pinyin_in(name, self.target)
        return here or places_in(name.text, self.target, self.source_language, self.target_language)

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset(word.text for word in words_of(self.source))

    @cached_property
    def strangers(self) -> tuple[Word, ...]:
        """Words of the translation that may be names and render no name of the source."""
        translated = translated_names(self.target_language)
        return tuple(
            word
            for word in self._possible_names()
            if word.text not in self._said
            and not is_doubtful(word, self.target, self.target_language)
            and not word.text.isupper()
            and word.text.lower() not in translated
            and not self._is_explained(word)
        )

    def _possible_names(self) -> Iterator[Word]:
        """What looks like a name; in scripts without capitals also a common word where a name of the source misses its neighbour."""
        found = names_in(self.target, self.target_language)
        yield from found
        if not self.caseless:
            heads = (word for word in self.words if word.initial and word not in found)
            yield from (word for word in heads if is_listed(word, self.source_language, self.target_language))
        if self.caseless and not self.unspaced:
            known = {word.start for word in found}
            for word in self.words:
                if word.start not in known and (is_written_name(word, self.target_language) or self._is_beside(word)):
                    yield word

    def _is_beside(self, word: Word) -> bool:
        """Whether a word stands beside the neighbour of a lost name."""
        lost = nearest(word, self.target, self.lost, self.source)
        return any(same_neighbour(name, word, self.names, self.words, self.renders) for name in lost)

    def _is_explained(self, word: Word) -> bool:
        """Whether the source holds what the word renders."""
        sure = (strong(n.sounds) > 1 or (is_same(n, word) and not self.caseless) for n in self.owners_of(word))
        beside = (same_neighbour(n, word, self.capitals, self.words, self.renders) for n in self.owners_of(word))
        owned = any(sure) or (not self.caseless and any(beside))
        if owned or is_short_name(word.text, self._said, self.target_language):
            return True
        languages = self.target_language, self.source_language
        if self.is_written(word) or (self.caseless and adjective_of(word.text, self._capitals, *languages)):
            return True
        run = is_unspaced(word.text)
        if run and (is_two_names(word, self.capitals) or is_part_of_run(word, self.target, self.lost)):
            return True
        if run and any(is_loan(word, other) for other in words_of(self.source)):
            return True
        return is_pinyin_in(word, self.source) or places_in(word.text, self.source, *languages)
