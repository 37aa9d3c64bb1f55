"""How large the inputs of the big matrices get, channel by channel: what the fixed scales of the shipped graphs are made from.

Fixed scales make a result independent of its batch and cost nothing while running. A few channels hold values ten times as large as
all others (Dettmers et al. 2022, LLM.int8()): they are scaled down first, or multiplied apart in full precision.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.batches import collate, load, pack
from training.encoder import Encoder, Layer, QualityModel, load_base
from training.examples import Example
from training.paths import BASE

Array = NDArray[np.float32]
PARTS = ("mlqe", "mqm", "bio", "twin")
EACH = 100
MARGIN = 1.15
"""Texts that were not measured go a little further."""
USUAL = 0.98
"""Share of the channels that the scale is made for; the others are scaled down to it."""
APART = 4
"""Channels of a layer's inner states that are multiplied apart."""


@dataclass(frozen=True, slots=True)
class Scaling:
    """How an input is put into 8 bits: divided by ``factors`` (columns) where given, cut to lowest..highest.

    The channels ``apart`` take no part in the 8-bit product.
    """

    lowest: float
    highest: float
    factors: Array | None = None
    apart: tuple[int, ...] = ()


def scaling(name: str, largest: Array) -> Scaling:
    """The scaling of the input of a matrix, from the largest absolute value of each of its channels."""
    limit = largest * MARGIN
    if name.endswith(".down"):  # after GELU nothing is below -0.17
        apart = np.sort(np.argsort(-limit)[:APART])
        return Scaling(-0.18, float(np.delete(limit, apart).max()), apart=tuple(int(index) for index in apart))
    usual = float(np.quantile(limit, USUAL))
    if name.endswith((".up", ".out", "token_inner")):
        return Scaling(-usual, usual, np.maximum(limit / usual, 1).astype(np.float32))
    return Scaling(-float(limit.max()), float(limit.max()))


def sample(seed: int = 4) -> list[Example]:
    """Pairs of all parts and languages, and as many single texts."""
    rng, found = random.Random(seed), []
    for part in PARTS:
        found += [example for item in rng.sample(load(part), EACH) for example in item]
    alone = [replace(e, source=e.source[:0], tokens=e.tokens[len(e.source) :], severity=0) for e in found]
    return [replace(example, severity=0) for example in found] + alone


def dense_layers(encoder: Encoder, prefix: str = "layers") -> Iterator[tuple[str, nn.Linear]]:
    """The big matrices of the encoder by the names that they ship under."""
    for index, layer in enumerate(encoder.layers):
        assert isinstance(layer, Layer)
        for name in ("qkv", "out", "up", "down"):
            yield f"{prefix}.{index}.{name}", getattr(layer, name)


@torch.inference_mode()
def largest_inputs(model: QualityModel, prefix: str = "layers") -> dict[str, Array]:
    """By matrix, the largest absolute value of each input channel over the sample."""
    found: dict[str, torch.Tensor] = {}

    def watch(name: str, layer: nn.Linear) -> None:
        def note(_: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            values = inputs[0][mask].abs().amax(0)
            found[name] = torch.maximum(found[name], values) if name in found else values

        layer.register_forward_pre_hook(note)

    for name, layer in (*dense_layers(model.encoder, prefix), ("token_inner", model.token_inner)):
        watch(name, layer)
    for examples in pack([(example,) for example in sample()], 2048):
        batch = collate(examples)
        mask = batch.mask
        model(batch.ids, mask, batch.segments)
    return {name: values.numpy() for name, values in found.items()}


def scalings(model: QualityModel) -> dict[str, Scaling]:
    """The scalings of all matrices of the model."""
    return {name: scaling(name, values) for name, values in largest_inputs(model).items()}


def extra_scalings(model: QualityModel, extra: range) -> dict[str, Scaling]:
    """The scalings of the base layers that only vectors need."""
    base = QualityModel(model.encoder.shape)
    load_base(base, BASE / "encoder.npz", np.load(BASE / "pieces.npy"))
    wanted = tuple(f"extra.{index}." for index in extra)
    largest = largest_inputs(base, "extra")
    return {name: scaling(name, values) for name, values in largest.items() if name.startswith(wanted)}
