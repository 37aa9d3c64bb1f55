"""The shipped weights as a network that can be trained further: the way back from `quantise.py`, but for the rounding."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.encoder import QualityModel, Shape, load_base
from training.paths import BASE, SHIPPED

Array = NDArray[np.float32]
LAYERS, FROZEN = 9, 4


def shipped_model(folder: Path = SHIPPED, dropout: float = 0.0) -> QualityModel:
    """The network of the files that ship; its trained matrices carry the error of their 7 bits."""
    pieces = np.load(BASE / "pieces.npy")
    model = QualityModel(Shape(LAYERS, FROZEN, vocabulary=len(pieces)), dropout)
    load_base(model, BASE / "encoder.npz", pieces)
    found = Reader(folder).tensors()
    model.encoder.freeze()
    wanted = {name for name, p in model.named_parameters() if p.requires_grad and not name.startswith("shares")}
    unread = wanted - found.keys()
    if unread:
        raise SystemExit(f"shipped: {folder / 'upper.onnx'} was made by another graph.py; not found: {sorted(unread)}")
    model.load_state_dict({name: torch.tensor(value) for name, value in found.items()}, strict=False)
    return model


class Reader:
    """Reads `trained.npz` and the constants of `upper.onnx`, node by node, in the order in which `graph.py` makes them."""

    def __init__(self, folder: Path) -> None:
        self.graph = onnx.load(folder / "upper.onnx", load_external_data=False).graph
        inside = (t for t in self.graph.initializer if t.data_location != onnx.TensorProto.EXTERNAL)
        self.constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in inside}
        self.makers = {output: node for node in self.graph.node for output in node.output}
        with np.load(folder / "trained.npz") as file:
            self.stored = {name: file[name] for name in file.files}
        self.found: dict[str, Array] = {"sentence_inner.weight": self.matrix("sentence_inner")}

    def tensors(self) -> dict[str, Array]:
        """Every trained tensor by its name in `QualityModel`."""
        norms = iter([f"encoder.layers.{i}.norm{place}" for i in range(FROZEN, LAYERS) for place in (1, 2)])
        for node in self.graph.node:
            given = [self.constants.get(name) for name in node.input]
            if node.op_type == "MatMulIntegerToFloat":
                self.dense(node)
            elif node.op_type == "LayerNormalization":
                name = next(norms)
                self.found |= {f"{name}.weight": given[1], f"{name}.bias": given[2]}
            elif node.op_type in ("MatMul", "Add") and given[1] is not None:
                self.exact(node, given[1])
            elif node.op_type == "Gather" and node.input[1] == "segments":
                self.found["encoder.segment"] = given[0]
        return self.found

    def matrix(self, name: str) -> Array:
        return np.asarray(self.stored[f"{name}.bytes"] * self.stored[f"{name}.scales"][:, None], np.float32)

    def dense(self, node: onnx.NodeProto) -> None:
        """An 8-bit product: its weight, divided by what its input is multiplied with, and its bias (of a third, for `qkv`)."""
        name = node.input[1].rstrip("012").rstrip(".")
        key = name if name == "token_inner" else f"encoder.{name}"
        bias = self.constants[node.input[6]]
        if f"{key}.bias" in self.found:
            bias = np.concatenate([self.found[f"{key}.bias"], bias])
        self.found[f"{key}.bias"] = bias
        before = self.makers[self.makers[node.input[0]].input[0]]
        factors = self.constants.get(before.input[1]) if before.op_type == "Mul" else None
        self.found[f"{key}.weight"] = self.matrix(name) * (1 if factors is None else factors)
        self.last = key

    def exact(self, node: onnx.NodeProto, value: Array) -> None:
        """What is multiplied or added in full precision: the channels set apart, and the small layers of the heads."""
        if node.op_type == "Add":
            names = {5: "token_out.bias", 384: "sentence_inner.bias", 4: "sentence_out.bias", 8: "shares.bias"}
            self.found[names[len(value)]] = value
        elif self.last.endswith(".down"):
            apart = self.constants[self.makers[node.input[0]].input[1]]
            self.found[f"{self.last}.weight"][:, apart] = value.T
        else:
            names = {5: "token_out.weight", 4: "sentence_out.weight", 8: "shares.weight"}
            self.found[names[value.shape[1]]] = value.T
