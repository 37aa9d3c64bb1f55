"""Words that render each other whatever the sentence: links from the vectors of single words, read without their context.

Contextual links lean towards words that have the same part in the sentence, so they follow an exchange of participants; these do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.vectors import unit
from tqcheck.model import Link, Pair, Segment, Span
from tqcheck.text.function_words import closed_classes
from tqcheck.text.locale_facts import primary
from tqcheck.text.segment import words

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder

LEAST, CLEAR = 0.33, 0.06
"""Least centred cosine of a link, and by how much it must exceed what else either word could render."""
_SHORTEST = 3
_UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})
"""Languages whose words are not set apart: single characters say too little."""
_SAMPLE = 150
"""Closed-class words whose mean stands for what all words of a language share."""

Array = NDArray[np.float32]


def link_lexically(pairs: Sequence[Pair], embedder: Embedder) -> list[tuple[Link, ...]]:
    """Links of the content words of each pair that has both sides; strength = centred cosine, 0-1. All pairs share their languages."""
    languages = pairs[0].source_language, pairs[0].target_language
    if {primary(language) for language in languages} & _UNSPACED:
        return [()] * len(pairs)
    sides = [[_content(_side(pair, number), languages[number]) for pair in pairs] for number in (0, 1)]
    vectors = [_read(texts, language, embedder) for texts, language in zip(sides, languages, strict=True)]
    return [_link(one, other, *vectors) for one, other in zip(*sides, strict=True)]


def _side(pair: Pair, number: int) -> Segment | None:
    return pair.target if number else pair.source


def _content(segment: Segment | None, language: str) -> list[tuple[Span, str]]:
    """The words of a side that may name something, each once: a word that comes twice renders nothing for certain."""
    if segment is None:
        return []
    grammar, text = closed_classes(language).function, segment.text
    found = [(span, text[span.start : span.end].casefold()) for span in words(text)]
    kept = [
        (span, word)
        for span, word in found
        if word not in grammar and len(word) >= _SHORTEST and not any(map(str.isdigit, word))
    ]
    spoken = [word for _, word in kept]
    return [(span, word) for span, word in kept if spoken.count(word) == 1]


def _read(texts: Sequence[list[tuple[Span, str]]], language: str, embedder: Embedder) -> dict[str, Array]:
    """Centred unit vectors of all words: half of the centre is theirs, half that of the language's grammar words."""
    known = sorted({word for text in texts for _, word in text})
    grammar = sorted(closed_classes(language).function)[:_SAMPLE]
    if not known:
        return {}
    rows = [vectors.mean(axis=0) for _, vectors in embedder.token_vectors([*known, *grammar])]
    own = np.stack(rows[: len(known)])
    shared = np.stack(rows[len(known) :]) if grammar else own
    centred = unit(own - (own.mean(axis=0) + shared.mean(axis=0)) / 2)
    return dict(zip(known, centred, strict=True))


def _link(
    source: list[tuple[Span, str]], target: list[tuple[Span, str]], ours: dict[str, Array], theirs: dict[str, Array]
) -> tuple[Link, ...]:
    if not source or not target:
        return ()
    cosines = np.stack([ours[word] for _, word in source]) @ np.stack([theirs[word] for _, word in target]).T
    found = list[Link]()
    for row, column in enumerate(cosines.argmax(axis=1)):
        best = float(cosines[row, column])
        rivals = np.concatenate([np.delete(cosines[row], column), np.delete(cosines[:, column], row)])
        if best >= LEAST and best >= float(rivals.max(initial=-1.0)) + CLEAR:
            found.append(Link(source[row][0], target[column][0], round(min(best, 1.0), 3)))
    return tuple(found)
