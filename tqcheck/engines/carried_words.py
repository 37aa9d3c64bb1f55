"""Words of a text that rules carried into a near relative, and of the original: which stands for which."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tqcheck.model import Span

_MARKS = ".,;:!?…()[]«»“”\"'’‘¡¿"
_MISSING = -0.4
"""Price of a word without a counterpart, in units of similarity."""


def match_words(carried: str, original: str) -> list[tuple[Span, Span]]:
    """Each word of a carried text with the word of the original in its place: in order, relatives look alike."""
    ours, theirs = _words(carried), _words(original)
    best = [[_MISSING * (row + column) for column in range(len(theirs) + 1)] for row in range(len(ours) + 1)]
    for row, one in enumerate(ours, 1):
        for column, other in enumerate(theirs, 1):
            alike = _alike(carried[one.start : one.end], original[other.start : other.end])
            best[row][column] = max(
                best[row - 1][column - 1] + alike, best[row - 1][column] + _MISSING, best[row][column - 1] + _MISSING
            )
    pairs, row, column = list[tuple[Span, Span]](), len(ours), len(theirs)
    while row and column:
        if best[row][column] == best[row - 1][column] + _MISSING:
            row -= 1
        elif best[row][column] == best[row][column - 1] + _MISSING:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((ours[row], theirs[column]))
    return pairs[::-1]


def exchanged_word(plain: str, edited: str, original: str, span: Span) -> str:
    """The one word by which two texts differ, if it stands where the word at `span` of the original does; "" if not so."""
    ours, theirs = plain.split(), edited.split()
    changes = [
        change for change in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if change[0] != "equal"
    ]
    # an article before it may follow the new word's gender: only the word itself is asked about
    places = {own: there for there, own in match_words(plain, original)}
    asked = next((there for own, there in places.items() if own.start < span.end and own.end > span.start), None)
    if asked is None or not changes:
        return ""
    index = len(plain[: asked.start].split())
    for kind, first, last, start, end in changes:
        if kind == "replace" and first <= index < last and last - first == end - start:
            return theirs[start + index - first].strip(_MARKS)
    return ""


def places_there(carried: str, original: str, spans: Sequence[Span]) -> list[Span | None]:
    """The carried word behind each word of the original, without the marks around it; None where there is none."""
    pairs = match_words(carried, original)
    found = [
        next((there for there, own in pairs if own.start < span.end and own.end > span.start), None) for span in spans
    ]
    return [_bare(carried, span) if span is not None else None for span in found]


def _bare(text: str, span: Span) -> Span | None:
    word = text[span.start : span.end]
    bare = word.strip(_MARKS)
    start = span.start + word.find(bare)
    return Span(start, start + len(bare)) if bare else None


def exchange_word(text: str, span: Span | None, word: str) -> str:
    """The text with a word in the place of the one at `span`; "" where nothing would change."""
    if span is None or not word or word.casefold() == text[span.start : span.end].casefold():
        return ""
    return text[: span.start] + word + text[span.end :]


def _words(text: str) -> list[Span]:
    spans, place = list[Span](), 0
    for word in text.split():
        place = text.index(word, place)
        spans.append(Span(place, place + len(word)))
        place += len(word)
    return spans


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
