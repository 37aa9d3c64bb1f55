"""How much likelier edits of a translation are, and how much likelier a translation is for another source."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from threadpoolctl import threadpool_limits

from tqcheck.engines.firefox.network import Array, Ids, Memory, Network, Start
from tqcheck.engines.firefox.reading import Reading, batches, pad

Pieces = tuple[int, ...]


def weigh_edits(network: Network, reading: Reading, edits: Sequence[Pieces]) -> list[float]:
    """How many nats each edited translation, end mark included, is likelier than the one that was read.

    Only what follows the common beginning is decoded, and only the entries that are likely anywhere in the sentence compete.
    """
    target = reading.sentence.target
    entries = _entries(reading, edits)
    base = _restricted(network, reading.states, np.array(target), entries)
    gains = [0.0] * len(edits)
    shared = [_common(target, edit) for edit in edits]
    with threadpool_limits(1):
        for rows in batches([len(edit) - start for edit, start in zip(edits, shared, strict=True)]):
            suffixes, lengths = pad([edits[row][shared[row] :] for row in rows])
            offsets = np.array([shared[row] for row in rows])
            states = _decode_after(network, reading, suffixes, offsets)
            scores = _restricted(network, states, suffixes, entries)
            for place, row in enumerate(rows):
                edited = float(scores[place, : lengths[place]].sum())
                gains[row] = round(edited - float(base[shared[row] :].sum()), 3)
    return gains


def weigh_sources(network: Network, asked: Sequence[tuple[Reading, Pieces]]) -> list[float]:
    """How many nats likelier each translation is when it is read off another source, end mark included."""
    results = [0.0] * len(asked)
    with threadpool_limits(1):
        for rows in batches([max(len(reading.states), len(source)) for reading, source in asked]):
            sources, lengths = pad([asked[row][1] for row in rows])
            targets, _ = pad([asked[row][0].sentence.target for row in rows])
            states = network.decode(network.encode(sources, lengths), targets).states
            for place, row in enumerate(rows):
                reading = asked[row][0]
                ids, entries = np.array(reading.sentence.target), _entries(reading, ())
                base = _restricted(network, reading.states, ids, entries)
                other = _restricted(network, states[place, : len(ids)], ids, entries)
                results[row] = round(float(other.sum()) - float(base.sum()), 3)
    return results


def _entries(reading: Reading, edits: Sequence[Pieces]) -> Ids:
    used = {piece for ids in (reading.sentence.target, *edits) for piece in ids}
    return np.union1d(reading.rivals, np.fromiter(used, np.int64))


def _decode_after(network: Network, reading: Reading, suffixes: Ids, offsets: Ids) -> Array:
    """States that predict each suffix, decoded from where the translation that was read had `offsets` pieces."""
    # nothing comes before an edit of the first word: those rows start as a sentence does
    fresh = offsets == 0
    states = np.empty((*suffixes.shape, network.width), np.float32)
    for rows in (np.flatnonzero(fresh), np.flatnonzero(~fresh)):
        if len(rows):
            places = offsets[rows]
            start = Start(
                previous=np.array(reading.sentence.target)[places - 1],
                offsets=places,
                cells=tuple(layer[places - 1] for layer in reading.cells),
            )
            shared: Memory = reading.memory
            states[rows] = network.decode(shared, suffixes[rows], start if places[0] else None).states
    return states


def _restricted(network: Network, states: Array, ids: Ids, entries: Ids) -> Array:
    """Log-probability of each id among the entries."""
    logits = network.logits(states, entries)
    logits -= logits.max(-1, keepdims=True)
    chosen = np.take_along_axis(logits, np.searchsorted(entries, ids)[..., None], -1)[..., 0]
    result: Array = chosen - np.log(np.exp(logits, out=logits).sum(-1))
    return result


def _common(first: Pieces, second: Pieces) -> int:
    """Length of the common beginning, one short of the end of either so that something is left to predict."""
    limit = min(len(first), len(second)) - 1
    return next((index for index in range(limit) if first[index] != second[index]), limit)
