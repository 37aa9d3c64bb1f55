"""The big matrices of the graphs, expanded from their stored form to the 8-bit one that the runtime multiplies with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality.files import BLOCK

Matrix = tuple[NDArray[np.int8], NDArray[np.float32]]
LARGEST_CODE = 63
"""Weights use 7 bits, so that no processor's 16-bit intermediate sums overflow."""


def read_matrices(folder: Path, names: Iterable[str]) -> dict[str, Matrix]:
    """By name: codes (columns, rows) and the scale of each row. Stored rows are outputs; the runtime wants them as columns.

    A name that ends in a digit, like `layers.0.qkv.2`, is a third of the matrix of that name (query, key, value).
    """
    found: dict[str, Matrix] = {}
    with np.load(folder / "base.npz") as base, np.load(folder / "trained.npz") as trained:
        for name in dict.fromkeys(name.rstrip("012").rstrip(".") for name in names):
            if f"{name}.bytes" in trained:
                codes, scales = trained[f"{name}.bytes"], trained[f"{name}.scales"]
            else:
                factors = trained.get(f"{name}.columns")
                codes, scales = expand(base[f"{name}.nibbles"], base[f"{name}.scales"], factors)
            if name.endswith(".qkv"):
                for part, (third, sizes) in enumerate(zip(np.split(codes, 3), np.split(scales, 3), strict=True)):
                    found[f"{name}.{part}"] = (np.ascontiguousarray(third.T), sizes)
            else:
                found[name] = (np.ascontiguousarray(codes.T), scales)
    return found


def expand(
    nibbles: NDArray[np.uint8], blocks: NDArray[np.float16], factors: NDArray[np.float32] | None = None
) -> Matrix:
    """4-bit codes with a scale for every 32 values to 7-bit codes with a scale for every row, columns multiplied first."""
    rows, half = nibbles.shape
    codes = np.empty((rows, half * 2), np.int8)
    codes[:, 0::2], codes[:, 1::2] = nibbles & 15, nibbles >> 4
    values = (codes - 8).reshape(rows, -1, BLOCK) * blocks.astype(np.float32)[..., None]
    dense = values.reshape(rows, -1) if factors is None else values.reshape(rows, -1) * factors
    scales = np.maximum(np.abs(dense).max(axis=1) / LARGEST_CODE, 1e-12).astype(np.float32)
    return np.rint(dense / scales[:, None]).astype(np.int8), scales
