"""What a network says of given translations: every piece's log-probability, and what weighing edits of them starts from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from tqcheck.engines.firefox.network import Array, Ids, Memory, Network

_BATCH = 1200
"""Padded pieces a batch may hold, sources and translations together."""

_ROWS = 256
"""Positions whose scores over the whole vocabulary are held at once (256 x 32,000 float32 = 33 MB)."""

_NEGLIGIBLE = 9.0
"""An entry this many nats below the best at every position of a sentence has no part in what its edits compete for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces of a source and of a translation, end marks included."""

    source: tuple[int, ...]
    target: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A translation as the network read it.

    Attributes:
        sentence: what was read.
        memory: the encoded source, a batch of one.
        states, cells: of the decoder at every position, shapes (pieces, width).
        pieces: log-probability of every piece, end mark included (nats).
        attention: of each piece over the source's pieces, shape (pieces, source pieces).
        expected: the likeliest piece at every position.
        rivals: vocabulary entries that come near the likeliest anywhere, ascending.
    """

    sentence: Sentence
    memory: Memory
    states: Array
    cells: tuple[Array, ...]
    pieces: Array
    attention: Array
    expected: Ids
    rivals: Ids


def read_sentences(network: Network, sentences: Sequence[Sentence]) -> list[Reading]:
    """One reading per sentence, in order; it does not depend on the others beyond rounding."""
    results: dict[int, Reading] = {}
    # several threads on a processor that others use too wait for each other: measured ten times slower than one
    with threadpool_limits(1):
        for rows in batches([max(len(item.source), len(item.target)) for item in sentences]):
            sources, lengths = pad([sentences[row].source for row in rows])
            targets, _ = pad([sentences[row].target for row in rows])
            memory = network.encode(sources, lengths)
            decoded = network.decode(memory, targets)
            for place, row in enumerate(rows):
                item, length = sentences[row], len(sentences[row].target)
                states = decoded.states[place, :length].copy()
                pieces, expected, rivals = _score(network, states, np.array(item.target))
                results[row] = Reading(
                    sentence=item,
                    memory=memory.single(place, len(item.source)),
                    states=states,
                    cells=tuple(layer[place, :length].copy() for layer in decoded.cells),
                    pieces=pieces,
                    attention=decoded.attention[place, :length, : len(item.source)].copy(),
                    expected=expected,
                    rivals=rivals,
                )
    return [results[row] for row in range(len(sentences))]


def _score(network: Network, states: Array, ids: Ids) -> tuple[Array, Ids, Ids]:
    """Each id against the whole vocabulary; the likeliest id at each position; what is likely anywhere."""
    scores, expected = np.empty(len(ids), np.float32), np.empty(len(ids), np.int64)
    matter = np.zeros(network.output.shape[0], bool)
    for start in range(0, len(ids), _ROWS):
        part = slice(start, start + _ROWS)
        logits = network.logits(states[part])
        expected[part] = logits.argmax(-1)
        best = logits.max(-1, keepdims=True)
        logits -= best
        matter |= logits.max(0) > -_NEGLIGIBLE
        chosen = logits[np.arange(len(logits)), ids[part]]
        scores[part] = chosen - np.log(np.exp(logits, out=logits).sum(-1))
    return scores, expected, np.flatnonzero(matter)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of like length together, as many as keep the padded batch small enough."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: (lengths[row], row)):
        if batch and 2 * lengths[row] * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def pad(rows: Sequence[Sequence[int]]) -> tuple[Ids, Ids]:
    """Rows filled up with zeros on the right, and their lengths."""
    lengths = np.array([len(row) for row in rows], np.int64)
    padded = np.zeros((len(rows), int(lengths.max())), np.int64)
    for index, row in enumerate(rows):
        padded[index, : len(row)] = row
    return padded, lengths
