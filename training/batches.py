"""The endless, seeded stream of training batches, and how examples become tensors."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from training.encoder import END, PAD, START, TOKEN_HEADS
from training.examples import UNKNOWN_LABEL, Example
from training.paths import EXAMPLES

Item = tuple[Example, ...]
# share of the items drawn from each part; a twin is one item of two examples
MIXTURE = {"mlqe": 0.50, "mqm": 0.11, "bio": 0.08, "catastrophic": 0.09, "twin": 0.22}
# for the last quarter of a run, when the learning rate is low
FINAL_MIXTURE = {"mlqe": 0.66, "mqm": 0.08, "bio": 0.02, "catastrophic": 0.10, "twin": 0.14}
# for a short run from trained weights that is about sentence scores
SCORE_MIXTURE = {"mlqe": 0.78, "mqm": 0.06, "catastrophic": 0.10, "twin": 0.06}
# for a long one: enough of everything else that nothing is forgotten
LONG_MIXTURE = {"mlqe": 0.78, "mqm": 0.06, "catastrophic": 0.06, "twin": 0.10}
# from trained weights, about everything that the held-out figures measure
FURTHER_MIXTURE = {"mlqe": 0.64, "mqm": 0.13, "bio": 0.02, "catastrophic": 0.13, "twin": 0.08}
# the same for hours: planted errors as well, since the network has room for them
DEEP_MIXTURE = {"mlqe": 0.58, "mqm": 0.14, "bio": 0.03, "catastrophic": 0.13, "twin": 0.12}
MIXTURES = {
    "deep": DEEP_MIXTURE,
    "further": FURTHER_MIXTURE,
    "all": MIXTURE,
    "final": FINAL_MIXTURE,
    "scores": SCORE_MIXTURE,
    "long": LONG_MIXTURE,
}
SOURCELESS = 0.12
WINDOW = 1200


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors (batch, length); ``labels`` (batch, length, 5), ``sentence`` (batch, 4); ``twins`` = rows (clean, damaged)."""

    ids: Tensor
    mask: Tensor
    segments: Tensor
    labels: Tensor
    sentence: Tensor
    twins: Tensor

    def to(self, device: str) -> Batch:
        names = ("ids", "mask", "segments", "labels", "sentence", "twins")
        return Batch(*(getattr(self, name).to(device, non_blocking=True) for name in names))


def load(name: str) -> list[Item]:
    """The items of one part."""
    with (EXAMPLES / f"{name}.pickle").open("rb") as file:
        items: list[Item] = pickle.load(file)
    return items


def without_source(example: Example) -> Example:
    """The same example in target-only mode; what only the source can tell becomes unknown."""
    tokens = example.tokens[len(example.source) :].copy()
    tokens[:, TOKEN_HEADS.index("gap")] = UNKNOWN_LABEL
    return replace(example, source=example.source[:0], tokens=tokens)


def collate(examples: Sequence[Example]) -> Batch:
    """Pad examples to ``<s> source </s></s> target </s>``."""
    shape = len(examples), max(map(len, examples))
    ids, segments = np.full(shape, PAD, np.int64), np.zeros(shape, np.int64)
    labels = np.full((*shape, len(TOKEN_HEADS)), UNKNOWN_LABEL, np.float32)
    for row, example in enumerate(examples):
        here, size = len(example.source), len(example)
        ids[row, :size] = [START, *example.source, END, END, *example.target, END]
        segments[row, here + 2 : size] = 1
        labels[row, 1 : here + 1] = example.tokens[:here]
        labels[row, here + 3 : size] = example.tokens[here:]
    twins = [(i - 1, i) for i, example in enumerate(examples) if example.severity]
    sentence = torch.from_numpy(np.stack([example.sentence for example in examples]))
    tensors = [torch.from_numpy(a) for a in (ids, ids != PAD, segments, labels)]
    return Batch(*tensors, sentence, torch.tensor(twins, dtype=torch.long).reshape(-1, 2))


def pack(items: list[Item], pieces: int) -> Iterator[list[Example]]:
    """Group items of like length into batches of at most ``pieces`` pieces, padding included; twins stay together."""
    batch: list[Example] = []
    for item in sorted(items, key=lambda item: max(map(len, item))):
        longest = max(map(len, item))
        if batch and longest * (len(batch) + len(item)) > pieces:
            yield batch
            batch = []
        batch.extend(item)
    if batch:
        yield batch


class Mixture:
    """Draws items part by part without replacement, reshuffling a part when it is used up."""

    def __init__(self, seed: int, mixture: dict[str, float] = MIXTURE, sourceless: float = SOURCELESS) -> None:
        self.rng, self.sourceless = random.Random(seed), sourceless
        self.weights = mixture
        self.parts = {name: load(name) for name in mixture}
        self.decks: dict[str, list[Item]] = {name: [] for name in mixture}

    def draw(self) -> Item:
        (name,) = self.rng.choices(list(self.weights), list(self.weights.values()))
        deck = self.decks[name]
        if not deck:
            deck.extend(self.parts[name])
            self.rng.shuffle(deck)
        item = deck.pop()
        if name != "twin" and self.rng.random() < self.sourceless:
            return tuple(without_source(example) for example in item)
        return item

    def batches(self, pieces: int) -> Iterator[list[Example]]:
        """Batches without end, of at most ``pieces`` pieces."""
        while True:
            window = list(pack([self.draw() for _ in range(max(WINDOW, pieces // 8))], pieces))
            self.rng.shuffle(window)
            yield from window
