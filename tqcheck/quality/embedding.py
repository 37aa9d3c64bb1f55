"""Sentence and token vectors from the frozen lower layers: comparable across languages once each side is centred."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality.network import LONGEST, Network
from tqcheck.quality.pieces import Pieces, Vocabulary

Array = NDArray[np.float32]
ROOM = LONGEST - 2
"""Pieces of a text that one pass sees."""
REMEMBERED = 512
"""Texts whose vectors are kept for the next question, some 60 KB each."""


class LowerLayerEmbedder:
    """Vectors of single texts; a text longer than one pass is read in passes and averaged, nothing is cut off."""

    def __init__(self, vocabulary: Vocabulary, network: Network, signature: str) -> None:
        self._vocabulary = vocabulary
        self._network = network
        self.signature = signature
        self._known: dict[str, tuple[Pieces, Array]] = {}

    def embed(self, texts: Sequence[str]) -> Array:
        """Mean of the piece vectors of each text, unit length: (texts, width). An empty text is all zeros."""
        vectors = [states.mean(axis=0) if len(states) else None for _, states in self._states(texts)]
        width = next((len(vector) for vector in vectors if vector is not None), 0)
        table = (
            np.stack([np.zeros(width, np.float32) if vector is None else vector for vector in vectors])
            if vectors
            else _none()
        )
        return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9), np.float32)

    def token_vectors(self, texts: Sequence[str]) -> list[tuple[list[tuple[int, int]], Array]]:
        """Per text, the code-point ranges of its pieces and their vectors, unit length: (pieces, width)."""
        results = []
        for pieces, states in self._states(texts):
            lengths = np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9) if len(states) else 1.0
            results.append((pieces.offsets, np.asarray(states / lengths, np.float32)))
        return results

    def _states(self, texts: Sequence[str]) -> list[tuple[Pieces, Array]]:
        """Of each text; an article is read once, though it is aligned by sentence first and by word later."""
        known = {text: self._known[text] for text in texts if text in self._known}
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(fresh, self._read(fresh), strict=True))
        self._known.update(known)
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return [known[text] for text in texts]

    def _read(self, texts: Sequence[str]) -> list[tuple[Pieces, Array]]:
        split = self._vocabulary.split(texts)
        passes = [
            (owner, pieces.ids[at : at + ROOM])
            for owner, pieces in enumerate(split)
            for at in range(0, len(pieces), ROOM)
        ]
        found: list[Array] = [_none()] * len(passes)
        for index, states in self._network.states([ids for _, ids in passes]):
            found[index] = states
        grouped: list[list[Array]] = [[] for _ in split]
        for (owner, _), states in zip(passes, found, strict=True):
            grouped[owner].append(states)
        return [
            (pieces, np.concatenate(parts) if parts else _none()) for pieces, parts in zip(split, grouped, strict=True)
        ]


def _none() -> Array:
    return np.zeros((0, 0), np.float32)
