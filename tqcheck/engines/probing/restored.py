"""Edits that put the source's own name or figure in the place of one that the source does not have."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tqcheck.engines.base import Edit
from tqcheck.model import Span, TokenScore
from tqcheck.text.function_words import closed_classes

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*")
_FIGURE = regex.compile(r"\d+(?:[.,:\u00a0\u202f]\d+)*")
_OPENING = regex.compile(r"(?:^|[.!?:…]\s+)[\s\"'“”«»„‘’(\[—–-]*$")
"""What stands before the first word of a sentence, which has a capital whatever it is."""

_LEAST = 4.0
"""Nats a name or figure must cost before the source's are tried: a name's usual form in the language is nearly free."""

_SHORTEST = 3
"""Letters of a name."""

_DEAREST = 3
"""Names and figures of a sentence that are questioned, and how many of the source's are tried for each."""


def restored(read: str, text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """Kinds `name` and `figure`: a costly one that is not in the text read, set to each of its that are not in this text."""
    edits = []
    for kind, ours, theirs in (
        ("name", _names(text, language), _names(read, "")),
        ("figure", _figures(text), _figures(read)),
    ):
        alone = [span for word, span in ours if word not in {other for other, _ in theirs}]
        missing = [span for word, span in theirs if word not in {other for other, _ in ours}]
        if kind == "name":
            alone = [span for span in alone if text[span.start : span.end].casefold() not in read.casefold()]
            missing = [span for span in missing if read[span.start : span.end].casefold() not in text.casefold()]
        for span in _costly(alone, tokens):
            place = span.start / len(text)
            nearest = sorted(missing, key=lambda other: (abs(other.start / len(read) - place), other.start))
            edits += [Edit(kind, span.start, span.end, read[other.start : other.end]) for other in nearest[:_DEAREST]]
    return edits


def _costly(spans: Sequence[Span], tokens: Sequence[TokenScore]) -> list[Span]:
    costs = {
        span: -sum(token.logprob for token in tokens if token.start < span.end and token.end > span.start)
        for span in spans
    }
    dear = sorted((span for span in spans if costs[span] >= _LEAST), key=lambda span: (-costs[span], span.start))
    return sorted(dear[:_DEAREST], key=lambda span: span.start)


def _names(text: str, language: str) -> list[tuple[str, Span]]:
    """Words in Latin letters with a capital inside a sentence; scripts without capitals, and other alphabets, have none to copy."""
    return [
        (match.group().casefold(), Span(*match.span()))
        for match in _WORD.finditer(text)
        if match.group()[0].isupper()
        and len(match.group()) >= _SHORTEST
        and regex.match(r"\p{Latin}", match.group())
        and match.group().casefold() not in closed_classes(language).function
        and not _OPENING.search(text[max(0, match.start() - 8) : match.start()])
    ]


def _figures(text: str) -> list[tuple[str, Span]]:
    """Figures by their digits alone: how they are grouped is the language's."""
    return [(regex.sub(r"\D", "", match.group()), Span(*match.span())) for match in _FIGURE.finditer(text)]
