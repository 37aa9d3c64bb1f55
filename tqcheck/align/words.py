"""Word links from contextual token vectors: mutual best matches, then a second pass over what they left (SimAlign's itermax).

Source: Jalili Sabet et al. 2020, "SimAlign: High Quality Word Alignments Without Parallel Training Data".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.margins import measure_margins
from tqcheck.align.renderings import find_heads
from tqcheck.align.segment_vectors import read_found
from tqcheck.align.shares import read_units, share_out
from tqcheck.align.vectors import centre, unit
from tqcheck.model import Link, Pair, Shares, Span
from tqcheck.text.homoglyphs import mend_mixed_words
from tqcheck.text.segment import words

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder

FIRST, SECOND = 0.25, 0.35
"""Least centred cosine of a link in the first pass (mutual best) and in the second (best of what is left)."""

DISTANCE = 0.12
"""How much the cosine of two words loses when they stand at opposite ends of their sentences."""

Array = NDArray[np.float32]
_Words = tuple[list[Span], Array]
_Found = tuple[list[tuple[int, int]], Array]
"""Offsets of the pieces of a text, and their vectors."""
_Side = tuple[Sequence[str], Sequence[_Found]]
"""The texts of a side and what was found of each."""


@dataclass(frozen=True, slots=True)
class WordComparison:
    """What token vectors say of a pair: its word links, the centred cosine of the two sentences (-1 to 1), their margin, and its shares."""

    links: tuple[Link, ...]
    similarity: float
    margin: float | None = None
    shares: Shares | None = None


def compare_words(
    pairs: Sequence[Pair], embedder: Embedder, edited: Sequence[Pair] = (), articles: Sequence[int] = ()
) -> list[WordComparison]:
    """Links and similarity of pairs that have both sides; vectors are centred on the mean of their side over all pairs.

    Those of `edited` pairs follow; they have no part in the mean, so that what is known of a pair does not depend on them.
    With `articles`, the number of the article that each pair is of, pairs have margins too (`align.margins`), and shares (`align.shares`):
    those of an article in its order.
    """
    every = [*pairs, *edited]
    sources = [pair.source.text for pair in every if pair.source is not None]
    targets = [pair.target.text for pair in every if pair.target is not None]
    left, right = (embedder.token_vectors([mend_mixed_words(text) for text in texts]) for texts in (sources, targets))
    ours, our_means = _read(sources, len(pairs), pairs[0].source_language, left)
    theirs, their_means = _read(targets, len(pairs), pairs[0].target_language, right)
    similarities = (our_means * their_means).sum(axis=1)
    margins = _margins(pairs, articles, (sources, left), (targets, right))
    shares = _shares(pairs, articles, (sources, left), (targets, right))
    return [
        WordComparison(tuple(_link(one, other)), round(float(similarity), 3), margins.get(row), shares.get(row))
        for row, (one, other, similarity) in enumerate(zip(ours, theirs, similarities, strict=True))
    ]


def _margins(pairs: Sequence[Pair], articles: Sequence[int], source: _Side, target: _Side) -> dict[int, float]:
    """Row of a pair -> its margin among the pairs of its article."""
    found = dict[int, float]()
    for rows in _grouped(articles):
        ours, theirs = (
            read_found([texts[row] for row in rows], language, [pieces[row] for row in rows])
            for (texts, pieces), language in (
                (source, pairs[rows[0]].source_language),
                (target, pairs[rows[0]].target_language),
            )
        )
        found.update(zip(rows, measure_margins(ours, theirs), strict=True))
    return found


def _shares(pairs: Sequence[Pair], articles: Sequence[int], source: _Side, target: _Side) -> dict[int, Shares]:
    """Row of a pair -> what each of its words has on the other side."""
    found = dict[int, Shares]()
    for rows in _grouped(articles):
        ours, theirs = (
            read_units([texts[row] for row in rows], [pieces[row] for row in rows])
            for texts, pieces in (source, target)
        )
        languages = pairs[rows[0]].source_language, pairs[rows[0]].target_language
        heads = (
            [find_heads(source[0][row], spans, *languages) for row, (spans, _) in zip(rows, ours, strict=True)],
            [find_heads(target[0][row], spans, *languages[::-1]) for row, (spans, _) in zip(rows, theirs, strict=True)],
        )
        found.update(zip(rows, share_out(ours, theirs, heads), strict=True))
    return found


def _grouped(articles: Sequence[int]) -> list[list[int]]:
    """The rows of each article."""
    grouped = defaultdict[int, list[int]](list)
    for row, article in enumerate(articles):
        grouped[article].append(row)
    return list(grouped.values())


def _read(texts: Sequence[str], counted: int, language: str, found: Sequence[_Found]) -> tuple[list[_Words], Array]:
    """Per text its words with centred unit vectors, and its own centred unit vector; the first `counted` make the mean."""
    means = unit(np.stack([vectors.mean(axis=0) for _, vectors in found]))
    middle = np.concatenate([vectors for _, vectors in found[:counted]]).mean(axis=0)
    pooled = [_pool(words(text), *pieces) for text, pieces in zip(texts, found, strict=True)]
    return [(spans, unit(vectors - middle)) for spans, vectors in pooled], centre(means, language, counted)


def _pool(spans: Sequence[Span], pieces: Sequence[tuple[int, int]], vectors: Array) -> _Words:
    kept, rows = list[Span](), list[Array]()
    place = 0
    for span in spans:
        while place < len(pieces) and pieces[place][1] <= span.start:
            place += 1
        last = place
        while last < len(pieces) and pieces[last][0] < span.end:
            last += 1
        if last > place:
            kept.append(span)
            rows.append(vectors[place:last].mean(axis=0))
    width = vectors.shape[1] if vectors.ndim == 2 else 0
    return kept, np.stack(rows) if rows else np.zeros((0, width), np.float32)


def _link(source: _Words, target: _Words) -> list[Link]:
    if not source[0] or not target[0]:
        return []
    cosines = source[1] @ target[1].T
    ours, theirs = np.linspace(0, 1, len(source[0])), np.linspace(0, 1, len(target[0]))
    nearness = np.asarray(cosines - DISTANCE * np.abs(ours[:, None] - theirs[None, :]), np.float32)
    linked = _mutual(nearness, FIRST)
    linked = linked | _second_pass(nearness, linked)
    return [
        Link(source[0][row], target[0][column], round(float(np.clip(cosines[row, column], 0, 1)), 3))
        for row, column in zip(*np.nonzero(linked), strict=True)
    ]


def _mutual(nearness: Array, least: float) -> NDArray[np.bool_]:
    best = np.maximum(nearness.max(axis=1, keepdims=True), nearness.max(axis=0, keepdims=True))
    return np.asarray((nearness >= best) & (nearness >= least), np.bool_)


def _second_pass(nearness: Array, linked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mutual best among cells of which at least one word has no link yet; a word already linked counts a tenth less."""
    ours, theirs = linked.any(axis=1, keepdims=True), linked.any(axis=0, keepdims=True)
    weights = np.where(np.logical_and(ours, theirs), -1.0, np.where(np.logical_or(ours, theirs), 0.9, 1.0))
    return _mutual(np.asarray(np.where(weights < 0, -1.0, weights * nearness), np.float32), SECOND)
