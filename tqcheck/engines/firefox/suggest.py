"""What a model expects where a translation has something else, or nothing: its own continuation of what stands before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import regex
from threadpoolctl import threadpool_limits

from tqcheck.engines.firefox.network import Network, Start
from tqcheck.engines.firefox.reading import Reading

_LONGEST = 8
"""Pieces a word may have."""

_LONGEST_PHRASE = 48
"""Pieces a phrase may have."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’\-][\p{L}\p{M}\p{N}]+)*")


def expect_words(
    network: Network, reading: Reading, positions: Sequence[int], begins_word: Callable[[int], bool], end: int
) -> list[list[int]]:
    """For each position at which a word begins the pieces of one word, greedily; empty where the sentence would end."""
    found = _continue(
        network, reading, positions, lambda step, piece: piece == end or (step > 0 and begins_word(piece)), _LONGEST
    )
    return [pieces for pieces, _ in found]


def expect_phrases(
    network: Network, reading: Reading, positions: Sequence[int], end: int
) -> list[tuple[list[int], bool]]:
    """For each position the pieces that follow, greedily, and whether the sentence ends with them."""
    return _continue(network, reading, positions, lambda _, piece: piece == end, _LONGEST_PHRASE)


def cut_phrase(continued: str, ended: bool, rest: str) -> str:
    """Of a continuation what stands before it meets the rest of the translation; "" where the two do not meet.

    They meet at the rest's next words, or, where only marks are left of it, at the end of the sentence.
    """
    following = [match.group().casefold() for match in _WORD.finditer(rest)][:2]
    words = list(_WORD.finditer(continued))
    if not following:
        return continued[: words[-1].end()].strip() if ended and words else ""
    spoken = [match.group().casefold() for match in words]
    for place in range(1, len(spoken)):
        if spoken[place : place + len(following)] == following:
            return continued[: words[place].start()].rstrip()
    return ""


def _continue(
    network: Network,
    reading: Reading,
    positions: Sequence[int],
    stops: Callable[[int, int], bool],
    longest: int,
) -> list[tuple[list[int], bool]]:
    """The likeliest pieces from each position on, until one stops it: those, and whether one did."""
    places = np.array(positions)
    best, cells = reading.expected[places], tuple(layer[places] for layer in reading.cells)
    found: list[list[int]] = [[] for _ in positions]
    alive = np.ones(len(places), bool)
    with threadpool_limits(1):
        for step in range(longest):
            for index in np.flatnonzero(alive):
                piece = int(best[index])
                alive[index] = not stops(step, piece)
                if alive[index]:
                    found[index].append(piece)
            if not alive.any():
                break
            start = Start(best.astype(np.int64), places + step + 1, cells)
            after = network.decode(reading.memory, np.zeros((len(places), 1), np.int64), start)
            cells = tuple(layer[:, 0] for layer in after.cells)
            best = network.logits(after.states[:, 0]).argmax(-1)
    return [(pieces, not bool(living)) for pieces, living in zip(found, alive, strict=True)]
