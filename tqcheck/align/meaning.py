"""Meaning evidence: cosines of sentence vectors, read against what unrelated sentences of the same document show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

RELATED_MEAN, RELATED_SPREAD = 3.2, 0.95
"""Where translations lie, in standard deviations of unrelated sentence pairs above their mean; a prior worth `PRIOR` pairs."""

PRIOR = 8

BEST, WORST = 9.0, -6.0
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
    height: float = RELATED_MEAN

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

    def nats(self, cosines: Array) -> Array:
        """Log-likelihood ratio of cosines, related against unrelated, both normal; the rise is kept monotone."""
        height = np.minimum((cosines - self.mean) / self.spread, self.height + 1.0)
        related = -((height - self.height) ** 2) / (2 * RELATED_SPREAD**2) - np.log(RELATED_SPREAD)
        return np.asarray(np.clip(related + height**2 / 2, WORST, BEST))


def compare_meaning(
    source: NDArray[np.float32], target: NDArray[np.float32], source_weights: Array, target_weights: Array
) -> Meaning:
    """Vectors of both sides, centred on their own side's mean (languages sit apart), with the null measured on a sample of pairs."""
    left, right = _centre(source), _centre(target)
    cosines = left[:500] @ right[:500].T
    middle = float(np.median(cosines))
    spread = max(0.03, 1.4826 * float(np.median(np.abs(cosines - middle))))
    return Meaning(
        left, right, source_weights, target_weights, middle, spread, _related_height(cosines, middle, spread)
    )


def _related_height(cosines: NDArray[np.float32], middle: float, spread: float) -> float:
    """Where translations lie in this document: the median of pairs that are each other's nearest, drawn towards the prior."""
    best = np.flatnonzero(cosines.argmax(axis=0)[cosines.argmax(axis=1)] == np.arange(len(cosines)))
    heights = (cosines[best].max(axis=1) - middle) / spread
    return float((PRIOR * RELATED_MEAN + len(heights) * np.median(heights)) / (PRIOR + len(heights)))


def _centre(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    if len(vectors) > 3:
        vectors = vectors - vectors.mean(axis=0)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)
