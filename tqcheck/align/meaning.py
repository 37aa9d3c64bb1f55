"""Meaning evidence: cosines of sentence vectors, read against what unrelated sentences of the same document show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.vectors import unit

Array = NDArray[np.float64]

RELATED, RELATED_SPREAD = 0.52, 0.12
"""Centred cosines of translations, as measured on news in de, zh and ar; the mean is a prior worth `PRIOR` pairs."""

UNRELATED_SPREAD = 0.185
"""Spread of centred cosines of unrelated sentences of one document; a prior worth `PRIOR` sentences."""

PRIOR = 10

BEST, WORST = 8.0, -6.0
"""Nats at which meaning stops counting."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Sentence vectors of both sides (unit length), with weights for merging neighbours, and the null distribution of cosines."""

    source: NDArray[np.float32]
    target: NDArray[np.float32]
    source_weights: Array
    target_weights: Array
    mean: float
    spread: float
    related: float = RELATED

    def score(self, rows: range, firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> Array:
        """Nats for the source segments `rows`, merged, against each target range [first, end), merged."""
        low, high = int(firsts[0]), int(ends[-1])
        left = self.source_weights[rows.start : rows.stop] @ self.source[rows.start : rows.stop]
        weighted = self.target[low:high] * self.target_weights[low:high, None]
        sums = np.concatenate([np.zeros((1, weighted.shape[1])), np.cumsum(weighted, axis=0)])
        width = high - low - len(ends) + 1
        right = sums[width:] - sums[: len(ends)]
        norms = np.linalg.norm(right, axis=1) * np.linalg.norm(left) + 1e-9
        return self.nats(right @ left / norms)

    def take(self, source: Sequence[int], target: Sequence[int]) -> Meaning:
        """The same evidence for some source and some target segments, by index."""
        ours, theirs = list(source), list(target)
        return replace(
            self,
            source=self.source[ours],
            target=self.target[theirs],
            source_weights=self.source_weights[ours],
            target_weights=self.target_weights[theirs],
        )

    def chunked(self, size: int) -> Meaning:
        """The same evidence for chunks of `size` neighbours, each with the weighted mean of its vectors."""
        source, source_weights = _chunks(self.source, self.source_weights, size)
        target, target_weights = _chunks(self.target, self.target_weights, size)
        return replace(self, source=source, target=target, source_weights=source_weights, target_weights=target_weights)

    def nats(self, cosines: Array) -> Array:
        """Log-likelihood ratio of cosines, related against unrelated, both normal; the rise is kept monotone."""
        cosines = np.minimum(cosines, self.related + RELATED_SPREAD)
        related = -(((cosines - self.related) / RELATED_SPREAD) ** 2) / 2 - np.log(RELATED_SPREAD)
        unrelated = -(((cosines - self.mean) / self.spread) ** 2) / 2 - np.log(self.spread)
        return np.asarray(np.clip(related - unrelated, WORST, BEST))


def compare_meaning(
    source: NDArray[np.float32], target: NDArray[np.float32], source_weights: Array, target_weights: Array
) -> Meaning:
    """Centred unit vectors of both sides, with the null measured on what is not each other's nearest."""
    cosines = source[:500] @ target[:500].T
    rows = np.arange(len(cosines))
    nearest = cosines.argmax(axis=1)
    mutual = cosines.argmax(axis=0)[nearest] == rows
    apart = np.ones(cosines.shape, bool)
    apart[rows[mutual], nearest[mutual]] = False
    others, size = cosines[apart], min(cosines.shape)
    spread = (PRIOR * UNRELATED_SPREAD + size * float(others.std() if others.size else 0)) / (PRIOR + size)
    best = cosines[rows[mutual], nearest[mutual]]
    related = float((PRIOR * RELATED + best.sum()) / (PRIOR + len(best)))
    return Meaning(source, target, source_weights, target_weights, -0.6 / max(2, size), spread, max(related, 0.35))


def _chunks(vectors: NDArray[np.float32], weights: Array, size: int) -> tuple[NDArray[np.float32], Array]:
    edges = np.arange(0, len(vectors), size)
    sums = np.add.reduceat(vectors * weights[:, None].astype(np.float32), edges, axis=0)
    return unit(sums), np.add.reduceat(weights, edges)
