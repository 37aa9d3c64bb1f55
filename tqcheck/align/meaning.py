"""Meaning evidence: cosines of sentence vectors, read against what unrelated sentences of the same document show."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

RELATED_MEAN, RELATED_SPREAD = 4.0, 1.6
"""Where translations lie, in standard deviations of unrelated sentence pairs above their mean."""

BEST, WORST = 8.0, -8.0
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

    def cut(self, source: tuple[int, int], target: tuple[int, int]) -> Meaning:
        """The same evidence for a range of source and a range of target segments."""
        return replace(
            self,
            source=self.source[source[0] : source[1]],
            target=self.target[target[0] : target[1]],
            source_weights=self.source_weights[source[0] : source[1]],
            target_weights=self.target_weights[target[0] : target[1]],
        )

    def nats(self, cosines: Array) -> Array:
        """Log-likelihood ratio of cosines: related against unrelated, both normal, the rise kept monotone."""
        height = (cosines - self.mean) / self.spread
        related = -((height - RELATED_MEAN) ** 2) / (2 * RELATED_SPREAD**2) - np.log(RELATED_SPREAD)
        peak = RELATED_MEAN * 1.6
        ratio = np.where(height > peak, BEST, related + np.minimum(height, peak) ** 2 / 2)
        return np.clip(ratio, WORST, BEST)


def compare_meaning(
    source: NDArray[np.float32], target: NDArray[np.float32], source_weights: Array, target_weights: Array
) -> Meaning:
    """Vectors of both sides, centred on their own side's mean (languages sit apart), with the null measured on a sample of pairs."""
    left, right = _centre(source), _centre(target)
    cosines = left[:: max(1, len(left) // 256)] @ right[:: max(1, len(right) // 256)].T
    middle = float(np.median(cosines))
    spread = max(0.03, 1.4826 * float(np.median(np.abs(cosines - middle))))
    return Meaning(left, right, source_weights, target_weights, middle, spread)


def _centre(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    if len(vectors) > 3:
        vectors = vectors - vectors.mean(axis=0)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)
