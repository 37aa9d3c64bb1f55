"""Edits that take a negation out: what the other side affirms is likelier without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from tqcheck.engines.base import Edit
from tqcheck.model import TokenScore
from tqcheck.text.function_words import closed_classes
from tqcheck.text.language_codes import primary
from tqcheck.text.scripts import is_no_space

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*")

_LEAST = 3.0
"""Nats a negation must cost before its removal is tried: what the other side denies, too, is nearly free."""

_MOST = 4
"""Removals tried for a sentence, the costliest."""

_CONTRACTED = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
"""What is left of an English contraction where it is not the word before "n't"."""

_FRENCH = regex.compile(
    r"(?<![\p{L}’'])(?:ne\s+|n['’])(?P<kept>[^\s.,;:!?]+(?:\s+[^\s.,;:!?]+){0,2}?)\s+(?:pas|jamais|point)(?![\p{L}])",
    regex.IGNORECASE,
)
"""Both halves of a French negation: one without the other is half a negation."""


def negations(text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """The text without each of its negations that costs something, kind `negation`; dearest first."""
    found = {edit: _cost(tokens, edit.start, edit.end) for edit in _removals(text, language)}
    dear = [edit for edit, cost in found.items() if cost >= _LEAST]
    return sorted(dear, key=lambda edit: (-found[edit], edit.start, edit.end))[:_MOST]


def _removals(text: str, language: str) -> Iterator[Edit]:
    if primary(language) == "fr":
        for match in _FRENCH.finditer(text):
            yield Edit("negation", match.start(), match.end(), match["kept"])
    known = closed_classes(language).negation
    for word in known:
        if is_no_space(word[0]):
            yield from (Edit("negation", *match.span()) for match in regex.finditer(regex.escape(word), text))
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group().casefold().replace("’", "'")
        if "n't" in known and (word in _CONTRACTED or word.endswith("n't")):
            kept = _CONTRACTED.get(word, word.removesuffix("n't"))
            yield Edit("negation", start, end, kept.capitalize() if text[start].isupper() else kept)
        elif word in known:
            yield _without(text, start, end)


def _without(text: str, start: int, end: int) -> Edit:
    """Without the word and one space; a sentence that began with it starts with a capital again."""
    after = end + len(text[end:]) - len(text[end:].lstrip())
    if after == len(text) or after == end:
        return Edit("negation", len(text[:start].rstrip()), end)
    if text[start].isupper():
        return Edit("negation", start, after + 1, text[after].upper())
    return Edit("negation", start, after)


def _cost(tokens: Sequence[TokenScore], start: int, end: int) -> float:
    return -sum(token.logprob for token in tokens if token.start < end and token.end > start)
