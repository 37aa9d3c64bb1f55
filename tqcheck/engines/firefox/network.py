"""The network of Mozilla's translation models in numpy: transformer encoder, SSRU decoder, tied embeddings.

Source of the architecture: Kim et al. 2019, "From Research to Production and Back: Ludicrously Fast Neural Machine Translation" (SSRU);
marian-dev `src/models/transformer.h`. Post-layer normalisation (`dan`), sinusoidal positions, the decoder starts from a zero vector.
All arrays are float32; batches are padded on the right and masked, so a result does not depend on its neighbours beyond rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tqcheck.engines.firefox.weights import Weights
from tqcheck.errors import EngineError

Array: TypeAlias = NDArray[np.float32]
Ids: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Memory:
    """An encoded batch, ready for the decoder.

    Attributes:
        keys, values: per decoder layer, shape (batch, heads, source length, width / heads).
        bias: the padding, shape (batch, 1, 1, source length): 0 for a piece, -1e9 for padding.
    """

    keys: tuple[Array, ...]
    values: tuple[Array, ...]
    bias: Array

    def single(self, row: int, length: int) -> Memory:
        """The memory of one row without its padding, as a batch of one: it serves any number of translations."""
        part = (slice(row, row + 1), slice(None), slice(length))
        keys = tuple(item[part].copy() for item in self.keys)
        return Memory(keys, tuple(item[part].copy() for item in self.values), self.bias[row : row + 1, ..., :length])


@dataclass(frozen=True, slots=True)
class Start:
    """Where decoding resumes, row by row, after a prefix that was decoded before.

    Attributes:
        previous: last piece of the prefix, shape (batch,).
        offsets: its length, shape (batch,).
        cells: per decoder layer the cell after the prefix, shape (batch, width).
    """

    previous: Ids
    offsets: Ids
    cells: tuple[Array, ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What reading a batch of translations gives.

    Attributes:
        states: before the output layer, shape (batch, length, width).
        cells: per decoder layer, same shape.
        attention: of each position over the source, shape (batch, length, source length), rows sum to 1.
    """

    states: Array
    cells: tuple[Array, ...]
    attention: Array


class Network:
    """Encodes sources and gives the states from which a given translation's pieces are predicted."""

    def __init__(self, weights: Weights) -> None:
        settings = weights.settings
        if settings.get("transformer-decoder-autoreg") != "rnn" or settings.get("dec-cell") != "ssru":
            raise EngineError("this model's architecture is not one tqcheck can score with; it can still translate")
        self._matrices = weights.matrices
        self._heads = int(settings.get("transformer-heads", "8"))
        self._encoder_depth = int(settings["enc-depth"])
        self._decoder_depth = int(settings["dec-depth"])
        matrices = weights.matrices
        self._source_table = matrices.get("encoder_Wemb", matrices.get("Wemb"))
        self._target_table = matrices.get("decoder_Wemb", matrices.get("Wemb"))
        if self._source_table is None or self._target_table is None:
            raise EngineError("this model keeps its embeddings where tqcheck does not look; it can still translate")
        self.width = int(self._target_table.shape[1])
        self.output = matrices.get("decoder_ff_logit_out_W", self._target_table)
        self.output_bias = matrices["decoder_ff_logit_out_b"].reshape(-1)

    def encode(self, ids: Ids, lengths: Ids) -> Memory:
        """Ids of shape (batch, length), each row ending in the end mark, to what the decoder looks at."""
        assert self._source_table is not None
        bias = np.where(np.arange(ids.shape[1]) < lengths[:, None], 0, -1e9).astype(np.float32)[:, None, None, :]
        x = self._source_table[ids] * np.float32(sqrt(self.width)) + _positions(ids.shape[1], self.width)
        for layer in range(1, self._encoder_depth + 1):
            name = f"encoder_l{layer}_self"
            keys, values = self._split(self._affine(x, name, "k")), self._split(self._affine(x, name, "v"))
            x, _ = self._attend(x, name, keys, values, bias)
            x = self._feed_forward(x, f"encoder_l{layer}_ffn")
        names = [f"decoder_l{layer}_context" for layer in range(1, self._decoder_depth + 1)]
        keys_of = tuple(self._split(self._affine(x, name, "k")) for name in names)
        return Memory(keys_of, tuple(self._split(self._affine(x, name, "v")) for name in names), bias)

    def decode(self, memory: Memory, ids: Ids, start: Start | None = None) -> Decoded:
        """Read given translations; the state at row i, position t predicts `ids[i, t]` from what comes before it, `start` included.

        A memory of one row serves all rows.
        """
        assert self._target_table is not None
        x = self._target_table[ids] * np.float32(sqrt(self.width))
        first = np.zeros_like(x[:, :1])
        if start is not None:
            first = self._target_table[start.previous][:, None] * np.float32(sqrt(self.width))
        offsets = np.zeros(len(ids), np.int64) if start is None else start.offsets
        places = offsets[:, None] + np.arange(ids.shape[1])
        x = np.concatenate([first, x[:, :-1]], axis=1) + _positions(int(places.max()) + 1, self.width)[places]
        cells = []
        weights = np.zeros((len(ids), 1, ids.shape[1], memory.bias.shape[-1]), np.float32)
        for layer in range(self._decoder_depth):
            name = f"decoder_l{layer + 1}"
            x, history = self._recur(x, f"{name}_rnn", start.cells[layer] if start else None)
            x, weights = self._attend(x, f"{name}_context", memory.keys[layer], memory.values[layer], memory.bias)
            x = self._feed_forward(x, f"{name}_ffn")
            cells.append(history)
        # the first head of the last layer was trained on word alignments (`transformer-guided-alignment-layer: last`)
        return Decoded(x, tuple(cells), weights[:, 0].reshape(*ids.shape, -1))

    def logits(self, states: Array, entries: Ids | None = None) -> Array:
        """Scores of all vocabulary entries, or of the chosen ones: shape (..., entries)."""
        table, bias = self.output, self.output_bias
        if entries is not None:
            table, bias = table[entries], bias[entries]
        result: Array = (states.reshape(-1, self.width) @ table.T).reshape(*states.shape[:-1], -1)
        result += bias
        return result

    def _affine(self, x: Array, name: str, part: str) -> Array:
        # one flat product: numpy runs a batch of small ones far slower
        result: Array = x.reshape(-1, x.shape[-1]) @ self._matrices[f"{name}_W{part}"]
        if (bias := self._matrices.get(f"{name}_b{part}")) is not None:
            result += bias
        return result.reshape(*x.shape[:-1], -1)

    def _normalise(self, x: Array, name: str) -> Array:
        result: Array = x - x.mean(-1, keepdims=True)
        spread = np.einsum("...i,...i->...", result, result)[..., None] / np.float32(x.shape[-1])
        result *= np.float32(1) / np.sqrt(spread + np.float32(1e-6))
        result *= self._matrices[f"{name}_ln_scale"]
        result += self._matrices[f"{name}_ln_bias"]
        return result

    def _split(self, x: Array) -> Array:
        return x.reshape(x.shape[0], x.shape[1], self._heads, -1).transpose(0, 2, 1, 3)

    def _attend(self, x: Array, name: str, keys: Array, values: Array, bias: Array) -> tuple[Array, Array]:
        # positions look at a memory that all rows share as if they were one long row
        rows = x.reshape(1, -1, x.shape[-1]) if len(keys) == 1 else x
        query: Array = self._split(self._affine(rows, name, "q")) / np.float32(sqrt(self.width // self._heads))
        weights: Array = query @ keys.transpose(0, 1, 3, 2)
        weights += bias
        weights -= weights.max(-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(-1, keepdims=True)
        mixed: Array = (weights @ values).transpose(0, 2, 1, 3).reshape(x.shape)
        return self._normalise(self._affine(mixed, name, "o") + x, f"{name}_Wo"), weights

    def _feed_forward(self, x: Array, name: str) -> Array:
        inner = self._affine(x, name, "1")
        np.maximum(inner, 0, out=inner)
        return self._normalise(self._affine(inner, name, "2") + x, f"{name}_ffn")

    def _recur(self, x: Array, name: str, cell: Array | None = None) -> tuple[Array, Array]:
        """One SSRU layer over the positions of `x`, from a cell of shape (batch, width) or from zero; and the cells at each position."""
        forget: Array = np.float32(1) / (np.float32(1) + np.exp(-self._affine(x, name, "f")))
        fresh: Array = (1 - forget) * self._affine(x, name, "")
        last: Array = np.zeros_like(x[:, 0]) if cell is None else cell
        history = np.empty_like(x)
        for time in range(x.shape[1]):
            history[:, time] = forget[:, time] * last + fresh[:, time]
            last = history[:, time]
        return self._normalise(np.maximum(history, 0) + x, f"{name}_ffn"), history


def _positions(length: int, width: int) -> Array:
    half = width // 2
    rates = np.exp(-np.arange(half) * (log(10000) / (half - 1)))
    angles = np.arange(length)[:, None] * rates[None]
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
