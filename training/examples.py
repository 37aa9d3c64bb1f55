"""What one training example is, and how character labels become piece labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from training.encoder import SENTENCE_HEADS, TOKEN_HEADS

EDIT, ERROR, MAJOR, GAP, OMITTED = range(len(TOKEN_HEADS))
ADEQUACY, PENALTY, CRITICAL, EFFORT = range(len(SENTENCE_HEADS))
UNKNOWN_LABEL = -1.0
Labels = NDArray[np.float16]


@dataclass(slots=True)
class Example:
    """Piece ids of both sides and their labels.

    ``tokens``: (source + target + 1, 5) probabilities in 0..1, -1 = unknown; rows are the source pieces, the target
    pieces and the end mark (which carries the gap after the last piece). ``sentence``: 4 values, NaN = unknown.
    ``group`` names the mixture part, ``severity`` orders a damaged twin below its clean one (0 = clean or real data).
    """

    group: str
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    tokens: Labels
    sentence: NDArray[np.float32]
    severity: int = 0

    def __len__(self) -> int:
        return len(self.source) + len(self.target) + 4


def blank(source: Encoding, target: Encoding) -> Labels:
    """Labels that say nothing."""
    return np.full((len(source.ids) + len(target.ids) + 1, len(TOKEN_HEADS)), UNKNOWN_LABEL, np.float16)


def character_mask(text: str, ranges: Iterable[Sequence[int]]) -> NDArray[np.float32]:
    """1 on the characters of the ranges, 0 elsewhere."""
    mask = np.zeros(len(text), np.float32)
    for start, end in ranges:
        mask[start:end] = 1
    return mask


def project(encoding: Encoding, values: NDArray[np.float32], text: str) -> NDArray[np.float32]:
    """The largest value over each piece's characters, white space apart; a piece of mere space takes its own."""
    result = np.zeros(len(encoding.ids), np.float32)
    for index, (start, end) in enumerate(encoding.offsets):
        while start < end - 1 and text[start].isspace():
            start += 1
        if start < end:
            result[index] = values[start:end].max()
    return result


def gap_piece(encoding: Encoding, position: int) -> int:
    """Index of the piece that follows a gap at this code point (the number of pieces for a gap at the end)."""
    for index, (_, end) in enumerate(encoding.offsets):
        if end > position:
            return index
    return len(encoding.ids)


def sentence(**known: float) -> NDArray[np.float32]:
    """Sentence targets by head name, the others unknown."""
    return np.array([known.get(name, np.nan) for name in SENTENCE_HEADS], np.float32)
