"""Pairs too long for one pass: overlapping windows on both sides, and one result made of them. Nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.quality.network import LONGEST, Array, Estimates

ROOM = LONGEST - 4
"""Pieces of both sides together that one pass sees."""
OVERLAP = 0.25
"""Share of a window that its neighbour sees too; the source window is that much wider, since word order differs."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the source pieces and the stretch of the target pieces that goes with it."""

    source: range
    target: range


def windows(source: int, target: int) -> list[Window]:
    """Windows that cover all pieces of both sides; one window where the pair fits."""
    if source + target <= ROOM:
        return [Window(range(source), range(target))]
    count = 1
    while _widest(source, count) + _widest(target, count) > ROOM:
        count += 1
    return [Window(_stretch(source, index, count), _stretch(target, index, count)) for index in range(count)]


def merge(parts: Sequence[tuple[Window, Estimates]], source: int, target: int) -> Estimates:
    """One result: logits averaged where windows overlap, sentence scores weighted by length, the worst critical logit."""
    if len(parts) == 1:
        return parts[0][1]
    sides = (
        _mean([(w.source, e.source) for w, e in parts], source),
        _mean([(w.target, e.target) for w, e in parts], target + 1),
    )
    weights = np.array([max(1, len(window.target)) for window, _ in parts], np.float32)
    scores = np.stack([estimate.sentence for _, estimate in parts])
    sentence = (scores * weights[:, None]).sum(0) / weights.sum()
    sentence[2] = scores[:, 2].max()
    return Estimates(*sides, sentence)


def _mean(parts: Sequence[tuple[range, Array]], length: int) -> Array:
    heads = parts[0][1].shape[1]
    total, count = np.zeros((length, heads), np.float32), np.zeros((length, 1), np.float32)
    for stretch, logits in parts:
        # the end mark of an inner window says nothing about the end of the text
        size = len(stretch) + (stretch.stop == length - 1 and len(logits) > len(stretch))
        total[stretch.start : stretch.start + size] += logits[:size]
        count[stretch.start : stretch.start + size] += 1
    return np.asarray(total / np.maximum(count, 1), np.float32)


def _stretch(length: int, index: int, count: int) -> range:
    margin = length / count * OVERLAP
    start, end = length * index / count - margin, length * (index + 1) / count + margin
    return range(max(0, round(start)), min(length, round(end)))


def _widest(length: int, count: int) -> int:
    return max(len(_stretch(length, index, count)) for index in range(count))
