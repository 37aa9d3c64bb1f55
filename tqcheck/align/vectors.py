"""Sentence vectors made comparable across languages: what all sentences of a language share is taken away."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tqcheck.text.languages import primary

Array = NDArray[np.float32]

PRIOR = 5
"""Sentences that the mean of a language is worth beside those of the document at hand."""


def unit(vectors: Array) -> Array:
    """Rows scaled to length 1."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9), np.float32)


def centre(vectors: Array, language: str, counted: int | None = None) -> Array:
    """Unit vectors less the mean of their side (its first `counted`), drawn towards that of the language where the side is short."""
    side = vectors[:counted]
    return unit(vectors - (PRIOR * language_mean(language, vectors.shape[1]) + side.sum(axis=0)) / (PRIOR + len(side)))


@lru_cache(maxsize=64)
def language_mean(language: str, width: int) -> Array:
    """Mean vector of 70 sentences of a language from the embedded model (`python -m training.centres`); of all, if unknown.

    Vectors of another width (another embedder) have no such table: zeros.
    """
    with resources.files("tqcheck.align").joinpath("data/centres.npz").open("rb") as file, np.load(file) as table:
        names = [name for name in (language, primary(language), _NEAR.get(primary(language), "")) if name in table]
        mean = table[names[0]] if names else np.mean([table[name] for name in sorted(table)], axis=0)
        return np.asarray(mean, np.float32) if len(mean) == width else np.zeros(width, np.float32)


_NEAR = {"cnr": "hr", "sh": "hr", "me": "hr", "zh": "zh-Hans", "no": "nb", "nn": "nb", "gl": "pt", "be": "ru"}
"""Languages without a mean of their own and a close one."""
