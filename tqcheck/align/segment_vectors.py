"""What the embedder reads of a side's segments: centred sentence vectors and weighted piece vectors, from one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.coverage import Pieces, weigh_pieces
from tqcheck.align.vectors import centre, language_mean, unit
from tqcheck.text.homoglyphs import mend_mixed_words

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder

PRIOR = 60
"""Pieces that the mean of a language is worth beside those of the document at hand."""


@dataclass(frozen=True, slots=True)
class SegmentVectors:
    """Centred unit vectors of the segments (segments, width), and the pieces of each."""

    sentences: NDArray[np.float32]
    pieces: tuple[Pieces, ...]


def read_vectors(texts: Sequence[str], language: str, embedder: Embedder) -> SegmentVectors:
    """The vectors of all segments of one side, each side centred on its own mean."""
    return read_found(texts, language, embedder.token_vectors([mend_mixed_words(text) for text in texts]))


def read_found(
    texts: Sequence[str], language: str, found: Sequence[tuple[list[tuple[int, int]], NDArray[np.float32]]]
) -> SegmentVectors:
    """The same of texts whose pieces (offsets, vectors) are known."""
    width = next((vectors.shape[1] for _, vectors in found if len(vectors)), 1)
    blank = np.zeros(width, np.float32)
    sentences = np.stack([vectors.mean(axis=0) if len(vectors) else blank for _, vectors in found])
    total = sum((vectors.sum(axis=0) for _, vectors in found if len(vectors)), blank)
    middle = (PRIOR * language_mean(language, width) + total) / (PRIOR + sum(len(vectors) for _, vectors in found))
    return SegmentVectors(
        centre(unit(sentences), language), tuple(weigh_pieces(texts, found, np.asarray(middle, np.float32)))
    )
