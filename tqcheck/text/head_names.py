"""Names at the head of a sentence, where a capital tells nothing: Flake, Ford and Trump, known by the rest of the document."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_common
from tqcheck.text.document_names import DocumentNames
from tqcheck.text.family_names import is_person
from tqcheck.text.function_words import closed_classes
from tqcheck.text.name_rendering import folded
from tqcheck.text.name_words import LEAST, Word, is_functional, words_of
from tqcheck.text.places import is_place

_OFTEN = 2
"""Sentences that must have a word of the dictionary as a name, and how often one word must render it."""


def names_at_heads(text: str, language: str, document: DocumentNames) -> Iterator[Word]:
    """Words with a capital at the head of a sentence that are names elsewhere in the document, and rendered there."""
    for word in words_of(text):
        if word.initial and _is_capitalised(word.text) and _is_name(word.text, language, document):
            yield word


def _is_capitalised(word: str) -> bool:
    return len(word) >= LEAST and word[0].isupper() and word[1].islower()


def _is_name(word: str, language: str, document: DocumentNames) -> bool:
    """Whether other sentences have the word as a name; one that is also a common word (flake) must be rendered alike in two of them."""
    plain = folded(word)
    rendered = max(document.renderings[plain].values(), default=0) if plain in document.renderings else 0
    least = _OFTEN if is_common(word, language) else 1
    return min(rendered, document.sentences[0][plain]) >= least and not is_functional(word, language)


def is_listed(word: Word, source_language: str, target_language: str) -> bool:
    """Whether a word of the translation that opens a sentence is a person's name or a place, and no grammar word (Das, The)."""
    named = is_place(word.text, source_language, target_language) or is_person(word.text)
    return named and word.text.lower() not in closed_classes(target_language).function
