"""Names at the head of a sentence, where a capital tells nothing: Flake, Ford and Trump, known by the rest of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tqcheck.text.dictionary import is_common
from tqcheck.text.document_names import DocumentNames
from tqcheck.text.family_names import is_person
from tqcheck.text.function_words import closed_classes
from tqcheck.text.name_rendering import endings_of
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import LEAST, Word, is_functional, words_of
from tqcheck.text.places import is_place
from tqcheck.text.usual_names import is_usual, usual_forms

_SHORT, _ENDING = 2, 3
"""Letters of the names that are too short to be looked for, and of the longest case ending."""
_LONG = 5
"""Letters of the shortest word that is a name because a table has it."""
_OFTEN = 2
"""Sentences that must have a word of the dictionary as a name, and how often one word must render it."""


def names_at_heads(text: str, language: str, target_language: str, document: DocumentNames) -> Iterator[Word]:
    """Words with a capital at the head of a sentence that are names elsewhere in the document, and rendered there.

    A word of the dictionary must be so in two sentences, where no table tells how the target language writes the name.
    """
    for word in words_of(text):
        if word.initial and _is_capitalised(word.text) and not is_functional(word.text, language):
            doubtful = is_common(word.text, language) and not usual_forms(word.text, language, target_language)
            if _is_named(folded(word.text), document, _OFTEN if doubtful else 1):
                yield word


def _is_capitalised(word: str) -> bool:
    return len(word) >= LEAST and word[0].isupper() and word[1].islower()


def _is_named(word: str, document: DocumentNames, least: int) -> bool:
    """Whether so many sentences have a word (folded) as a name, and render it alike."""
    rendered = max(document.renderings[word].values(), default=0) if word in document.renderings else 0
    return min(rendered, document.sentences[0][word]) >= least


def is_listed(word: Word, source_language: str, target_language: str) -> bool:
    """Whether a word of the translation that opens a sentence is a person's name or a place, and no grammar word (Das, The)."""
    named = is_place(word.text, source_language, target_language) or is_person(word.text)
    return named and word.text.lower() not in closed_classes(target_language).function


def is_written_name(word: Word, language: str) -> bool:
    """Whether a word of a script without capitals is how its language usually writes some name of five letters or more."""
    return len(word.text) >= _LONG and is_usual(word.text, language)


def is_short_name(word: str, said: Collection[str], language: str) -> bool:
    """Whether a word of the translation is a name of two letters, one of some words, with a case ending: Un, Unem."""
    return len(word) <= _SHORT + _ENDING and bool(endings_of(language)) and word[:_SHORT] in said
