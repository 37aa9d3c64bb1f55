"""The word a model expects where a translation has another: its own continuation of what stands before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from tqcheck.engines.firefox.forced import Sentence, read_batches
from tqcheck.engines.firefox.network import Decoded, Memory, Network, Start

_LONGEST = 8
"""Pieces a word may have."""


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence and the positions (in pieces) at which words begin that are asked for."""

    sentence: Sentence
    positions: tuple[int, ...]


def suggest_pieces(
    network: Network, questions: Sequence[Question], begins_word: Callable[[int], bool], end: int
) -> list[list[list[int]]]:
    """For each question and position the pieces of one word, greedily; empty where the sentence would end."""
    results: list[list[list[int]]] = [[] for _ in questions]
    with threadpool_limits(1):
        for rows, memory, decoded in read_batches(network, [question.sentence for question in questions]):
            for place, row in enumerate(rows):
                question = questions[row]
                if question.positions:
                    results[row] = _continue(network, memory, decoded, place, question, begins_word, end)
    return results


def _continue(
    network: Network,
    memory: Memory,
    decoded: Decoded,
    place: int,
    question: Question,
    begins_word: Callable[[int], bool],
    end: int,
) -> list[list[int]]:
    positions = np.array(question.positions)
    states = decoded.states[place, positions]
    cells = tuple(layer[place, positions] for layer in decoded.cells)
    own = memory.repeat(np.full(len(positions), place))
    words: list[list[int]] = [[] for _ in positions]
    alive = np.ones(len(positions), bool)
    for step in range(_LONGEST):
        best = network.logits(states).argmax(-1)
        for index in np.flatnonzero(alive):
            piece = int(best[index])
            alive[index] = piece != end and not (step and begins_word(piece))
            if alive[index]:
                words[index].append(piece)
        if not alive.any():
            break
        start = Start(best.astype(np.int64), positions + step + 1, cells)
        after = network.decode(own, np.zeros((len(positions), 1), np.int64), start)
        states, cells = after.states[:, 0], tuple(layer[:, 0] for layer in after.cells)
    return words
