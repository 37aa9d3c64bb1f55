"""Two words in small letters run together: ofthe, wurdeam, समयपर; one of them is a grammatical word that stands inside no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

import regex

from tqcheck.text.bilingual import COMPOUNDING
from tqcheck.text.dictionary import dictionary_size, is_known
from tqcheck.text.function_words import RELATIVES
from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_WORD = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}\p{Pd}'’ʼ@/._#&\\])[\p{Ll}\p{Lo}\p{M}]{4,40}+(?![\p{L}\p{M}\p{N}\p{Pd}'’ʼ@/_])(?!\.\p{L})"
)
_SMALL = 1_000_000
"""Bytes of a packed dictionary up to which it is opened for every doubtful word; larger ones only for words that the document supports."""


_RENDERING = 4
"""Letters of a word beside a grammar word that renders a word of the source, at least."""


@cache
def _glue(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Grammatical words that can be the first and the last part."""
    return _parts(table("glue_words").get(code, ""))


def _parts(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a row of the table that can be the first part, and those that can be the last."""
    first = frozenset(word.removesuffix("-") for word in words.split() if not word.startswith("-"))
    return first, frozenset(word.removeprefix("-") for word in words.split() if not word.endswith("-"))


@cache
def _together(code: str) -> dict[str, str]:
    """A preposition and an article without their space, by what they make."""
    before, _, behind = table("glue_words").get("together", {}).get(code, "").partition("|")
    return {left + right: f"{left} {right}" for left in before.split() for right in behind.split()}


def find_glued_lowercase(
    text: str, language: str, known: Mapping[str, int], source: str, renders: Callable[[str], bool] = lambda word: False
) -> Iterator[tuple[int, int, str]]:
    """(start, end, the two words) of tokens that no dictionary knows and that are two words.

    Args:
        text: of the translation, and its language.
        known: how often the document has each word.
        source: what stands there as well is a name.
        renders: whether a word renders one of the source.
    """
    code = primary(language)
    glue = _glue(code)
    if not any(glue):
        return
    small = 0 < dictionary_size(language) < _SMALL
    for match in _WORD.finditer(text):
        word = match[0]
        if known[word] > 1 or word in source:
            continue
        parts = _together(code).get(word, "")
        if not parts and len(word) > 4:
            parts = _split(word, glue, known, language if small else "") or _by_rendering(word, language, renders)
        if parts and is_known(word, language) is False:
            yield match.start(), match.end(), parts


def _by_rendering(word: str, language: str, renders: Callable[[str], bool]) -> str:
    """The two words, if one is grammar and the other renders a word of the source, which all letters together do not."""
    code = primary(language)
    first, last = _beside(code)
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        other = right if left in first else left if right in last else ""
        if len(other) >= _RENDERING and renders(other) and (code in COMPOUNDING or not renders(word)):
            return f"{left} {right}"
    return ""


@cache
def _beside(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Grammar words that can be the first and the last part where the other one renders a word of the source."""
    found = table("glue_words").get("beside", {})
    return _parts(str(found.get(code, found.get(RELATIVES.get(code, ""), ""))))


def _split(word: str, glue: tuple[frozenset[str], frozenset[str]], known: Mapping[str, int], language: str) -> str:
    """The two words, if one is grammar and the other grammar, of the document, or in the small dictionary of `language`."""
    first, last = glue
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if left not in first and right not in last:
            continue
        other = right if left in first else left
        if (left in first and right in first | last) or (len(other) >= 3 and known[other]):
            return f"{left} {right}"
        if language and len(other) >= 4 and is_known(other, language) and not is_known(word, language):
            return f"{left} {right}"
    return ""
