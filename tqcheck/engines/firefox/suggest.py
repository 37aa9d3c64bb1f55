"""The word a model expects where a translation has another: its own continuation of what stands before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from threadpoolctl import threadpool_limits

from tqcheck.engines.firefox.network import Network, Start
from tqcheck.engines.firefox.reading import Reading

_LONGEST = 8
"""Pieces a word may have."""


def expect_words(
    network: Network, reading: Reading, positions: Sequence[int], begins_word: Callable[[int], bool], end: int
) -> list[list[int]]:
    """For each position at which a word begins the pieces of one word, greedily; empty where the sentence would end."""
    places = np.array(positions)
    best, cells = reading.expected[places], tuple(layer[places] for layer in reading.cells)
    words: list[list[int]] = [[] for _ in positions]
    alive = np.ones(len(places), bool)
    with threadpool_limits(1):
        for step in range(_LONGEST):
            for index in np.flatnonzero(alive):
                piece = int(best[index])
                alive[index] = piece != end and not (step and begins_word(piece))
                if alive[index]:
                    words[index].append(piece)
            if not alive.any():
                break
            start = Start(best.astype(np.int64), places + step + 1, cells)
            after = network.decode(reading.memory, np.zeros((len(places), 1), np.int64), start)
            cells = tuple(layer[:, 0] for layer in after.cells)
            best = network.logits(after.states[:, 0]).argmax(-1)
    return words
