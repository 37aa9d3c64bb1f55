"""How much of each word the other side carries: a partial transport between the word vectors of a pair, and of the pairs beside it.

Each word has a capacity of one, so a word that another renders is taken: an added phrase finds no partner, though its words may be like
many. What a word keeps of its capacity stays unsaid. Sinkhorn iterations with a place for what has no partner (Sarlin et al. 2020,
"SuperGlue"; Arase et al. 2023, "Unbalanced Optimal Transport for Unbalanced Word Alignment").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.vectors import unit
from tqcheck.model import Shares, Span, WordShare
from tqcheck.quality.units import units

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]
Words = tuple[list[Span], Vectors]
"""Spans of words and their centred unit vectors (words, width)."""
Heads = Sequence[frozenset[str]]
"""Per word, what the dictionary says that it can render; nothing where it does not know."""

SOFTNESS, NOTHING = 0.1, 0.15
"""Width of the transport in cosines, and the cosine at which a word is as well left without a partner."""

BESIDE = 0.06, 0.35
"""The same for what is left in a pair and in those beside it: only words that clearly render each other stand elsewhere."""

DISTANCE = 0.15
"""How much the cosine of two words loses when they stand at opposite ends of their sentences."""

RENDERED, DENIED = 0.6, 0.1
"""Cosine that two words have at least where the dictionary says that they render each other; what theirs loses where it knows both and
says nothing of the kind."""

CHANCE, BACKGROUND = 0.25, 0.5
"""Cosine that a word reaches in any passage, and how much of what it reaches beyond that in this article is taken away."""

PASSAGES = 12
"""Passages of the article that say what a word reaches anywhere."""

ROUNDS = 6


def read_units(texts: Sequence[str], found: Sequence[tuple[Sequence[tuple[int, int]], Vectors]]) -> list[Words]:
    """The words of the texts of one side of an article, centred on their mean; `found` are the pieces of each and their vectors."""
    known = [vectors for _, vectors in found if len(vectors)]
    middle = np.concatenate(known).mean(axis=0) if known else np.zeros(0, np.float32)
    return [pool_units(text, *pieces, middle) for text, pieces in zip(texts, found, strict=True)]


def pool_units(text: str, pieces: Sequence[tuple[int, int]], vectors: Vectors, middle: Vectors) -> Words:
    """The words of a text, marks left out; in scripts without spaces the pieces of the vocabulary."""
    found = [one for one in units(text, pieces) if any(map(str.isalnum, text[one.start : one.end]))]
    if not found:
        return [], np.zeros((0, vectors.shape[1] if vectors.ndim == 2 else 0), np.float32)
    counts = np.array([len(one.pieces) for one in found])
    rows = vectors[np.concatenate([one.pieces for one in found])]
    means = np.add.reduceat(rows, np.cumsum(counts) - counts, axis=0) / counts[:, None]
    return [Span(one.start, one.end) for one in found], unit(np.asarray(means - middle, np.float32))


def share_out(
    sources: Sequence[Words], targets: Sequence[Words], heads: tuple[Sequence[Heads], Sequence[Heads]] | None = None
) -> list[Shares]:
    """The shares of every pair, in order of the article; time grows with the words. `heads`: of the words of either side."""
    usual = [_usual(one, other) for one, other in ((sources, targets), (targets, sources))]
    known = heads or tuple([[frozenset[str]()] * len(spans) for spans, _ in side] for side in (sources, targets))
    plans = [
        _transport(
            _nearness(ours[1], theirs[1], here, there, said, told), np.ones(len(ours[0])), np.ones(len(theirs[0]))
        )
        for ours, theirs, here, there, said, told in zip(sources, targets, *usual, *known, strict=True)
    ]
    own = [[plan.sum(axis=1) for plan in plans], [plan.sum(axis=0) for plan in plans]]
    found = [
        [share + _beside(row, side, own, (sources, targets), usual[side], known) for row, share in enumerate(own[side])]
        for side in (0, 1)
    ]
    return [
        Shares(_told(ours[0], one), _told(theirs[0], other))
        for ours, theirs, one, other in zip(sources, targets, *found, strict=True)
    ]


def _told(spans: Sequence[Span], shares: Floats) -> tuple[WordShare, ...]:
    return tuple(
        WordShare(span.start, span.end, round(min(float(share), 1.0), 3))
        for span, share in zip(spans, shares, strict=True)
    )


def _nearness(ours: Vectors, theirs: Vectors, here: Floats, there: Floats, said: Heads, told: Heads) -> Floats:
    apart = np.abs(np.linspace(0, 1, len(ours))[:, None] - np.linspace(0, 1, len(theirs))[None, :])
    alike = _told_by_dictionary(ours @ theirs.T - here[:, None] - there[None, :], said, told)
    return np.asarray(alike - DISTANCE * apart, np.float64)


def _told_by_dictionary(alike: Floats, said: Heads, told: Heads) -> Floats:
    """How near words are where the dictionary knows both: at least so much if they render each other, less if they do not."""
    found = np.array(alike, np.float64)
    known = np.array([bool(one) for one in said], bool)
    for column, one in enumerate(told):
        if one:
            rows = [row for row, other in enumerate(said) if not one.isdisjoint(other)]
            nearest = np.maximum(found[rows, column], RENDERED)
            found[known, column] -= DENIED
            found[rows, column] = nearest
    return found


def _transport(
    nearness: Floats, ours: Floats, theirs: Floats, softness: float = SOFTNESS, nothing: float = NOTHING
) -> Floats:
    """What each word gives to each: no more than its capacity, and less the less they are alike."""
    kernel = np.exp((nearness - nothing) / softness)
    given, taken = ours, theirs
    for _ in range(ROUNDS):
        given = ours / (kernel @ taken + 1)
        taken = theirs / (kernel.T @ given + 1)
    return np.asarray(given[:, None] * kernel * taken, np.float64)


def _usual(words: Sequence[Words], others: Sequence[Words]) -> list[Floats]:
    """Per word, what it reaches in the passages of the article, beyond chance and weighted."""
    chosen = sorted({round(place) for place in np.linspace(0, len(others) - 1, min(len(others), PASSAGES))})
    kept = [row for row in chosen if len(others[row][0])]
    flat = np.concatenate([others[row][1] for row in kept]) if kept else None
    edges = np.cumsum([0, *(len(others[row][0]) for row in kept)])[:-1]
    found = list[Floats]()
    for row, (spans, vectors) in enumerate(words):
        rest = [place for place, other in enumerate(kept) if other != row]
        if flat is None or not rest or not len(spans):
            found.append(np.zeros(len(spans)))
            continue
        best = np.maximum.reduceat(vectors @ flat.T, edges, axis=1)[:, rest]
        found.append(np.asarray(BACKGROUND * (best.mean(axis=1) - CHANCE), np.float64))
    return found


def _beside(
    row: int,
    side: int,
    own: Sequence[Sequence[Floats]],
    words: tuple[Sequence[Words], Sequence[Words]],
    usual: Sequence[Floats],
    heads: Sequence[Sequence[Heads]],
) -> Floats:
    """What the pairs before and after carry of a side's words that their own pair does not: a clause that moved to the next sentence."""
    left = 1 - own[side][row]
    near = [place for place in (row - 1, row + 1) if 0 <= place < len(own[side]) and len(words[1 - side][place][0])]
    if not near or not len(left):
        return np.zeros(len(left))
    theirs = np.concatenate([words[1 - side][place][1] for place in near])
    room = np.concatenate([1 - own[1 - side][place] for place in near])
    told = [one for place in near for one in heads[1 - side][place]]
    nearness = _told_by_dictionary(words[side][row][1] @ theirs.T - usual[row][:, None], heads[side][row], told)
    return np.asarray(_transport(nearness, left, room, *BESIDE).sum(axis=1), np.float64)
