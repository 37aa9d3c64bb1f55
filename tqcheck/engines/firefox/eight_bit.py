"""The arithmetic of the translation engine, bit for bit: 8-bit products, sums in order, functions rounded to the nearest float.

An activation is multiplied, rounded, held within 127 and shifted to be unsigned; AVX2 (`vpmaddubsw`) multiplies it with the signed weights
and adds neighbours in 16 bits, *which saturate*: left out, the outputs of a third of the sentences change. Whatever is summed outside the
products is summed from first to last, because one activation rounded to the other side changes all that follow.
Source: gemmology.h (Shift::Multiply), fxtranslate 0.5.0 `ops.rs`. Where a processor does not saturate (ARM) the engine writes other words.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tqcheck.engines.firefox.weights import Quantised

Array: TypeAlias = NDArray[np.float32]

_BOUND = np.float32(127)
_LARGEST = 2 * 127
"""Of an activation after the shift."""

_EXACT = 2**24
"""Whole numbers up to this are exact in float32."""


class Product:
    """One quantised matrix, ready to multiply activations with."""

    def __init__(self, matrix: Quantised, scale: float, bias: Array | None = None, *, saturates: bool = True) -> None:
        values = matrix.values
        outputs, self._inputs = values.shape
        self._scale = np.float32(scale)
        self._unit = np.float32(1) / (self._scale * matrix.multiplier)
        shift = np.float32(0) - (_BOUND * self._unit) * values.sum(1, dtype=np.int64).astype(np.float32)
        self._bias = shift + (np.zeros(outputs, np.float32) if bias is None else bias.reshape(-1))
        kind = np.float32 if self._inputs * _LARGEST * 127 <= _EXACT else np.float64
        self._columns = values.T.astype(kind)
        pairs = values.reshape(outputs, -1, 2).astype(np.int32)
        rows, places = np.nonzero(_LARGEST * np.abs(pairs).sum(-1) > 32767)
        self._risky = (rows, places, pairs[rows, places]) if saturates and len(rows) else None

    def __call__(self, x: Array) -> Array:
        """Shape (..., inputs) to (..., outputs)."""
        rows = x.reshape(-1, self._inputs)
        shifted = np.clip(np.rint(rows * self._scale), -_BOUND, _BOUND) + _BOUND
        sums = shifted.astype(self._columns.dtype) @ self._columns
        if self._risky is not None:
            self._saturate(shifted, sums)
        result: Array = sums.astype(np.float32) * self._unit + self._bias
        return result.reshape(*x.shape[:-1], -1)

    def _saturate(self, shifted: Array, sums: NDArray[Any]) -> None:
        """Take off what 16 bits cannot hold, at the few pairs of weights where that can happen."""
        assert self._risky is not None
        outputs, places, weights = self._risky
        pairs = (shifted.astype(np.int32).reshape(len(shifted), -1, 2)[:, places] * weights).sum(-1)
        excess = np.clip(pairs, -32768, 32767) - pairs
        rows, found = np.nonzero(excess)
        np.add.at(sums, (rows, outputs[found]), excess[rows, found])


def add_in_order(x: Array) -> Array:
    """Sum over the last axis, first to last: numpy's own sum adds in pairs."""
    total: Array = np.cumsum(x, axis=-1, dtype=np.float32)[..., -1]
    return total


def exponential(x: Array) -> Array:
    """Rounded to the nearest float; numpy's own float32 version is off by up to two units in the last place."""
    result: Array = np.exp(x.astype(np.float64)).astype(np.float32)
    return result


def positions(length: int, width: int) -> Array:
    """Sinusoidal positions, shape (length, width), frequencies and angles rounded as the engine does."""
    half, columns = width // 2, np.arange(width)
    powers = (columns % half).astype(np.float32) / np.float32(half - 1)
    rates = np.power(np.float64(np.float32(1e-4)), powers.astype(np.float64)).astype(np.float32)
    shifts = (columns // half).astype(np.float32) * np.float32(np.pi / 2)
    angles = np.arange(length, dtype=np.float32)[:, None] * rates + shifts
    result: Array = np.sin(angles.astype(np.float64)).astype(np.float32)
    return result
