"""Greedy translation in numpy: equal to the translation engine's output, and what translates where that engine has no build.

About 4 sentences a second, so never the first choice. Architecture: see `network`; arithmetic: see `eight_bit`.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tqcheck.engines.firefox.eight_bit import Array, Product, add_in_order, exponential, positions
from tqcheck.engines.firefox.shortlist import read_shortlist
from tqcheck.engines.firefox.store import ModelFiles
from tqcheck.engines.firefox.vocabulary import Vocabulary
from tqcheck.engines.firefox.weights import Quantised, Weights, read_quantised, read_weights
from tqcheck.errors import EngineError

_LONGEST = 256
"""Pieces of an output, as the engine has it."""


class Decoder:
    """One direction."""

    def __init__(self, files: ModelFiles) -> None:
        data, ours = files.model.read_bytes(), files.source_vocabulary.read_bytes()
        theirs = files.target_vocabulary.read_bytes()
        weights, self._matrices = read_weights(data, str(files.model)), read_quantised(data)
        if weights.settings.get("dec-cell") != "ssru" or not weights.scales:
            raise EngineError(f"the model in {files.folder} is of a kind only fxtranslate runs")
        self._floats = {
            name: array.reshape(-1) for name, array in weights.matrices.items() if name not in self._matrices
        }
        self._heads = int(weights.settings.get("transformer-heads", "8"))
        self._depths = int(weights.settings["enc-depth"]), int(weights.settings["dec-depth"])
        self._source, self._target, self._shared = Vocabulary.read(ours), Vocabulary.read(theirs), ours == theirs
        self._shortlist = read_shortlist(files.shortlist.read_bytes()) if files.shortlist else None
        self._products = {
            name: Product(matrix, weights.scales[name], self._floats.get(_bias_name(name)))
            for name, matrix in self._matrices.items()
            if name in weights.scales and "Wemb" not in name
        }
        self._output_scale = _output_scale(weights)

    def translate(self, text: str) -> str:
        """One sentence."""
        pieces, unknown = self._source.encode(text), self._source.unknown
        # the library makes one piece of neighbouring letters it does not know, the engine one of each
        source = [
            piece
            for piece, (start, end) in zip(pieces.ids, pieces.spans, strict=True)
            for _ in range(max(1, end - start) if piece == unknown else 1)
        ]
        return self._target.decode(self._write([*source, self._source.end]))

    def _write(self, source: list[int]) -> list[int]:
        limit = min(2 * len(source) + 4, _LONGEST)
        memory, places = self._encode(source), positions(limit, self._width)
        entries, project = self._output(source)
        cells: list[Array] = [np.zeros((1, self._width), np.float32)] * self._depths[1]
        written: list[int] = []
        state = np.zeros((1, self._width), np.float32)
        while len(written) < limit:
            top = self._step(state + places[len(written)], memory, cells)
            piece = int(entries[int(project(top)[0].argmax())])
            if piece == self._target.end:
                break
            written.append(piece)
            state = self._embed([piece], "decoder_Wemb")
        return written

    def _encode(self, source: list[int]) -> list[tuple[Array, Array]]:
        """What the decoder looks at: keys and values of each of its layers, shape (heads, length, width / heads)."""
        x = self._embed(source, "encoder_Wemb") + positions(len(source), self._width)
        for layer in range(1, self._depths[0] + 1):
            name = f"encoder_l{layer}_self"
            x = self._attend(x, name, self._split(x, f"{name}_Wk"), self._split(x, f"{name}_Wv"))
            x = self._feed_forward(x, f"encoder_l{layer}_ffn")
        names = [f"decoder_l{layer}_context" for layer in range(1, self._depths[1] + 1)]
        return [(self._split(x, f"{name}_Wk"), self._split(x, f"{name}_Wv")) for name in names]

    def _step(self, x: Array, memory: list[tuple[Array, Array]], cells: list[Array]) -> Array:
        for layer, (keys, values) in enumerate(memory):
            name = f"decoder_l{layer + 1}"
            one = np.float32(1)
            forget = one / (one + exponential(-self._products[f"{name}_rnn_Wf"](x)))
            cells[layer] = forget * cells[layer] + (one - forget) * self._products[f"{name}_rnn_W"](x)
            x = self._normalise(np.maximum(cells[layer], 0) + x, f"{name}_rnn_ffn")
            x = self._attend(x, f"{name}_context", keys, values)
            x = self._feed_forward(x, f"{name}_ffn")
        return x

    def _attend(self, x: Array, name: str, keys: Array, values: Array) -> Array:
        query = self._split(x, f"{name}_Wq")
        scale = np.float32(1) / np.sqrt(np.float32(query.shape[-1]))
        scores = add_in_order(query[:, :, None] * keys[:, None]) * scale
        weights = exponential(scores - scores.max(-1, keepdims=True))
        weights = weights / add_in_order(weights)[..., None]
        mixed = add_in_order((weights[..., None] * values[:, None]).swapaxes(-1, -2))
        joined = mixed.transpose(1, 0, 2).reshape(x.shape)
        return self._normalise(self._products[f"{name}_Wo"](joined) + x, f"{name}_Wo")

    def _feed_forward(self, x: Array, name: str) -> Array:
        inner = np.maximum(self._products[f"{name}_W1"](x), 0)
        return self._normalise(self._products[f"{name}_W2"](inner) + x, f"{name}_ffn")

    def _normalise(self, x: Array, name: str) -> Array:
        count = np.float32(x.shape[-1])
        centred = x - add_in_order(x)[..., None] / count
        spread = np.sqrt(add_in_order(centred * centred)[..., None] / count + np.float32(1e-6))
        result: Array = self._floats[f"{name}_ln_scale"] * (centred / spread) + self._floats[f"{name}_ln_bias"]
        return result

    def _split(self, x: Array, name: str) -> Array:
        return self._products[name](x).reshape(len(x), self._heads, -1).transpose(1, 0, 2)

    def _embed(self, ids: list[int], name: str) -> Array:
        table = self._table(name)
        rows = table.values[ids].astype(np.float32) * (np.float32(1) / table.multiplier)
        scaled: Array = np.sqrt(np.float32(self._width)) * rows
        return scaled

    def _output(self, source: list[int]) -> tuple[NDArray[np.int64], Product]:
        """The entries that may be written, and the layer that scores them."""
        table, bias = self._table("decoder_Wemb"), self._floats["decoder_ff_logit_out_b"]
        if self._shortlist is None:
            return np.arange(len(table.values)), self._whole_output
        entries = self._shortlist.entries(source, shared=self._shared)
        # the engine scores a shortlist one by one, without saturation
        chosen = Quantised(table.values[entries], table.multiplier)
        return entries, Product(chosen, self._output_scale, bias[entries], saturates=False)

    @cached_property
    def _whole_output(self) -> Product:
        return Product(self._table("decoder_Wemb"), self._output_scale, self._floats["decoder_ff_logit_out_b"])

    @cached_property
    def _width(self) -> int:
        return int(self._table("decoder_Wemb").values.shape[1])

    def _table(self, name: str) -> Quantised:
        """Embeddings; a model with one vocabulary has one table for everything."""
        return self._matrices[name] if name in self._matrices else self._matrices["Wemb"]


def _bias_name(name: str) -> str:
    """encoder_l1_self_Wq -> encoder_l1_self_bq."""
    stem, _, part = name.rpartition("_W")
    return f"{stem}_b{part}"


def _output_scale(weights: Weights) -> float:
    # models with one vocabulary name the output layer's input "none"
    return weights.scales["none"] if "none" in weights.scales else weights.scales["decoder_Wemb"]
