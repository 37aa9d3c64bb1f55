"""A word that renders a name though it sounds otherwise, since the document has the two always together (Saint beside Martin)."""

from __future__ import annotations

from tqcheck.text.dictionary import is_common
from tqcheck.text.document_names import DocumentNames
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, Word
from tqcheck.text.transliteration import heard

_FAINTEST = -0.7
"""Weight (`transliteration`) below which a word that always stands beside a name does not render it."""


def are_bound(name: Word, word: Word, document: DocumentNames, target_language: str) -> bool:
    """Whether the document has the two always together, and the word is no common one, nor the name itself kept elsewhere (Chad Hammel)."""
    if not document.are_bound(folded(name.text), folded(word.text)) or _sounds_otherwise(name, word):
        return False
    if document.is_kept(name.text):
        return False
    return primary(target_language) in CASELESS or not is_common(word.text, target_language)


def _sounds_otherwise(name: Word, word: Word) -> bool:
    """Whether a word in another script sounds nothing like the name."""
    sound = heard(name.text, word.text)
    return sound is not None and sound.score < _FAINTEST
