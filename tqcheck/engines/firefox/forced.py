"""Log-probabilities of given translations, and of edits of them, in padded batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from tqcheck.engines.firefox.network import Array, Decoded, Ids, Memory, Network, Start

_BATCH = 1200
"""Padded pieces a batch may hold, sources and translations together: about 60 MB of scores."""

_ROWS = 256
"""Positions whose scores over the whole vocabulary are held at once (256 x 32,000 float32 = 33 MB)."""

_NEGLIGIBLE = 9.0
"""An entry this many nats below the best at every position of a sentence has no part in what its edits compete for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces of a source and of a translation, end marks included, and of the translation's edits."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    edits: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Forced:
    """What a translation gets.

    Attributes:
        pieces: log-probability of every piece, end mark included (nats).
        gains: how many nats each edit is likelier than the translation.
        attention: of each piece over the source's pieces, shape (pieces, source pieces).
    """

    pieces: Array
    gains: tuple[float, ...]
    attention: Array


def score_sentences(network: Network, sentences: Sequence[Sentence]) -> list[Forced]:
    """One result per sentence, in order; a sentence's result does not depend on the others beyond rounding."""
    results: dict[int, Forced] = {}
    # several threads on a processor that others use too wait for each other: measured ten times slower than one
    with threadpool_limits(1):
        for rows, memory, decoded in read_batches(network, sentences):
            for place, row in enumerate(rows):
                results[row] = _score_one(network, sentences[row], memory, decoded, place)
    return [results[row] for row in range(len(sentences))]


def read_batches(network: Network, sentences: Sequence[Sentence]) -> Iterator[tuple[list[int], Memory, Decoded]]:
    """Encode sources and read translations, in batches of like length: row numbers and what the network says of them."""
    for rows in _batches(sentences):
        sources, lengths = _pad([sentences[row].source for row in rows])
        targets, _ = _pad([sentences[row].target for row in rows])
        memory = network.encode(sources, lengths)
        yield rows, memory, network.decode(memory, targets)


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    order = sorted(range(len(sentences)), key=lambda row: (len(sentences[row].target), len(sentences[row].source), row))
    batch: list[int] = []
    for row in order:
        size = max(len(sentences[item].source) + len(sentences[item].target) for item in [*batch, row])
        if batch and size * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _score_one(network: Network, item: Sentence, memory: Memory, decoded: Decoded, place: int) -> Forced:
    length, ids = len(item.target), np.array(item.target, np.int64)
    states = decoded.states[place, :length]
    pieces, rivals = _score_states(network, states, ids, find_rivals=bool(item.edits))
    gains: tuple[float, ...] = ()
    if item.edits:
        cells = tuple(layer[place, :length] for layer in decoded.cells)
        gains = _score_edits(network, item, memory.repeat(np.array([place])), states, cells, rivals)
    return Forced(pieces, gains, decoded.attention[place, :length, : len(item.source)])


def _score_states(network: Network, states: Array, ids: Ids, *, find_rivals: bool) -> tuple[Array, Ids]:
    """Log-probability of each id over the whole vocabulary; and the entries that matter anywhere in the sentence."""
    scores, matter = np.empty(len(ids), np.float32), np.zeros(network.output.shape[0], bool)
    for start in range(0, len(ids), _ROWS):
        part = slice(start, start + _ROWS)
        logits = network.logits(states[part])
        best = logits.max(-1, keepdims=True)
        if find_rivals:
            matter |= (logits > best - _NEGLIGIBLE).any(0)
        chosen = logits[np.arange(len(logits)), ids[part]]
        np.exp(logits - best, out=logits)
        scores[part] = chosen - best[:, 0] - np.log(logits.sum(-1))
    return scores, np.flatnonzero(matter)


def _score_edits(
    network: Network, item: Sentence, memory: Memory, states: Array, cells: tuple[Array, ...], rivals: Ids
) -> tuple[float, ...]:
    """Gain of each edit: only what follows the common beginning is decoded, and only the sentence's own entries compete."""
    used = {piece for edit in (item.target, *item.edits) for piece in edit}
    entries = np.union1d(rivals, np.fromiter(used, np.int64))
    base = _restricted(network, states, np.array(item.target), entries)
    gains = np.zeros(len(item.edits))
    shared = [_common(item.target, edit) for edit in item.edits]
    order = sorted(range(len(shared)), key=lambda row: (len(item.edits[row]) - shared[row], row))
    for rows in _rows_of(order, [len(item.edits[row]) - shared[row] for row in range(len(shared))]):
        suffixes, lengths = _pad([item.edits[row][shared[row] :] for row in rows])
        offsets = np.array([shared[row] for row in rows])
        start = Start(
            previous=np.array([item.target[offset - 1] for offset in offsets]),
            offsets=offsets,
            cells=tuple(layer[offsets - 1] for layer in cells),
        )
        # nothing comes before an edit of the first word: those rows start as a sentence does
        decoded = _decode_from(network, memory, suffixes, start)
        for place, row in enumerate(rows):
            ids = suffixes[place, : lengths[place]]
            edited = _restricted(network, decoded[place, : lengths[place]], ids, entries)
            gains[row] = float(edited.sum()) - float(base[shared[row] :].sum())
    return tuple(round(float(gain), 3) for gain in gains)


def _decode_from(network: Network, memory: Memory, ids: Ids, start: Start) -> Array:
    fresh = start.offsets == 0
    whole = memory.repeat(np.zeros(len(ids), np.int64))
    if not fresh.any():
        return network.decode(whole, ids, start).states
    states = np.empty((*ids.shape, network.width), np.float32)
    for rows, resume in ((np.flatnonzero(fresh), False), (np.flatnonzero(~fresh), True)):
        if len(rows):
            part = Start(start.previous[rows], start.offsets[rows], tuple(layer[rows] for layer in start.cells))
            states[rows] = network.decode(whole.repeat(rows), ids[rows], part if resume else None).states
    return states


def _restricted(network: Network, states: Array, ids: Ids, entries: Ids) -> Array:
    logits = network.logits(states, entries)
    best = logits.max(-1, keepdims=True)
    chosen = logits[np.arange(len(ids)), np.searchsorted(entries, ids)]
    result: Array = chosen - best[:, 0] - np.log(np.exp(logits - best).sum(-1))
    return result


def _rows_of(order: list[int], lengths: list[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for row in order:
        if batch and lengths[row] * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _common(first: tuple[int, ...], second: tuple[int, ...]) -> int:
    """Length of the common beginning, one short of the end of either so that something is left to predict."""
    limit = min(len(first), len(second)) - 1
    return next((index for index in range(limit) if first[index] != second[index]), limit)


def _pad(rows: Sequence[Sequence[int]]) -> tuple[Ids, Ids]:
    lengths = np.array([len(row) for row in rows], np.int64)
    padded = np.zeros((len(rows), int(lengths.max())), np.int64)
    for index, row in enumerate(rows):
        padded[index, : len(row)] = row
    return padded, lengths
