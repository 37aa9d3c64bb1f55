"""Assemble the ONNX graphs of the shipped runtime, node by node, around 8-bit matrix products.

Activations are quantised *row by row* while they are computed, with nodes of the graph: one scale a token, so a pair's
result does not depend on its batch (one scale a tensor, ONNX Runtime's own dynamic mode, does). Weights use 7 of the 8 bits:
sums of two products then cannot overflow 16 bits, and processors without dot-product instructions give the same result.
The big matrices stay outside the graphs, as external tensors that the runtime fills from `base.npz` and `trained.npz`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
MICROSOFT = "com.microsoft"
WIDTH = 384


def external(name: str, kind: int, *shape: int) -> onnx.TensorProto:
    """A tensor whose values the runtime supplies under its name."""
    tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
    size = int(np.prod(shape)) * (1 if kind == TensorProto.INT8 else 4)
    for key, value in (("location", "matrices"), ("offset", "0"), ("length", str(size))):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, value
    return tensor


class Builder:
    """Collects nodes and constants; methods return the name of the tensor they make."""

    def __init__(self, tensors: Mapping[str, Array], heads: int) -> None:
        self.tensors, self.heads = tensors, heads
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.count = 0
        self.one, self.middle = self.constant(np.array(1, np.float32)), self.constant(np.array(128, np.uint8))
        self.step, self.last = self.constant(np.array(1 / 127, np.float32)), self.constant(np.array([-1]))
        self.tiny = self.constant(np.array(1e-9, np.float32))

    def constant(self, value: NDArray[np.generic]) -> str:
        self.count += 1
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), f"c{self.count}"))
        return f"c{self.count}"

    def node(self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: object) -> list[str]:
        self.count += 1
        names = [f"t{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def product(self, hidden: str, name: str) -> str:
        """``hidden @ weight.T`` with both sides in 8 bits; the bias is left to the node that follows."""
        rows, columns = self.tensors[f"{name}.weight"].shape
        self.constants.append(external(name, TensorProto.INT8, columns, rows))
        self.constants.append(external(f"{name}.scale", TensorProto.FLOAT, rows))
        (size,) = self.node("ReduceMax", [*self.node("Abs", [hidden]), self.last], keepdims=1)
        (scale,) = self.node("Max", [*self.node("Mul", [size, self.step]), self.tiny])
        (even,) = self.node("Div", [hidden, scale])
        (codes,) = self.node("QuantizeLinear", [even, self.one, self.middle])
        inputs = [codes, name, self.one, f"{name}.scale", self.middle]
        (result,) = self.node("MatMulIntegerToFloat", inputs, domain=MICROSOFT)
        return self.node("Mul", [result, scale])[0]

    def bias(self, name: str) -> str:
        return self.constant(self.tensors[f"{name}.bias"])

    def gelu(self, hidden: str, name: str) -> str:
        """Dense layer with exact GELU."""
        return self.node("BiasGelu", [self.product(hidden, name), self.bias(name)], domain=MICROSOFT)[0]

    def layer(self, hidden: str, prefix: str) -> str:
        """One post-norm transformer layer."""
        qkv = self.node("Split", [self.product(hidden, f"{prefix}qkv")], 3, axis=-1, num_outputs=3)
        inputs = [*qkv, self.bias(f"{prefix}qkv"), "mask"]
        (mixed,) = self.node("MultiHeadAttention", inputs, domain=MICROSOFT, num_heads=self.heads)
        hidden = self.residual(hidden, mixed, f"{prefix}out", f"{prefix}norm1")
        return self.residual(hidden, self.gelu(hidden, f"{prefix}up"), f"{prefix}down", f"{prefix}norm2")

    def residual(self, hidden: str, inner: str, dense: str, norm: str) -> str:
        """Dense layer, add, normalise."""
        gain, shift = self.constant(self.tensors[f"{norm}.weight"]), self.bias(norm)
        inputs = [hidden, self.product(inner, dense), gain, shift, self.bias(dense)]
        return self.node("SkipLayerNormalization", inputs, domain=MICROSOFT, epsilon=1e-12)[0]

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: dict[str, str]) -> onnx.ModelProto:
        """The finished model; ``outputs`` maps shown names to tensors."""
        for name, source in outputs.items():
            self.nodes.append(helper.make_node("Identity", [source], [name]))
        values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
        graph = helper.make_graph(self.nodes, "tqcheck", inputs, values, self.constants)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def tensor(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, list(shape))


MASK = tensor("mask", TensorProto.INT32, "b", "l")


def lower_graph(
    tensors: Mapping[str, Array], layers: range, heads: int, prefix: str = "layers", width: int = WIDTH
) -> onnx.ModelProto:
    """Embeddings (batch, length, width) and mask to hidden states; a range that does not start at 0 takes hidden states."""
    builder = Builder(tensors, heads)
    hidden = "hidden"
    if layers.start == 0:
        gain, shift = builder.constant(tensors["norm.weight"]), builder.bias("norm")
        (hidden,) = builder.node("LayerNormalization", ["hidden", gain, shift], axis=-1, epsilon=1e-12)
    for index in layers:
        hidden = builder.layer(hidden, f"{prefix}.{index}.")
    return builder.model([tensor("hidden", TensorProto.FLOAT, "b", "l", width), MASK], {"states": hidden})


def upper_graph(tensors: Mapping[str, Array], layers: range, heads: int) -> onnx.ModelProto:
    """Hidden states, mask, segments and pooling weights (batch, 2, length) to token logits and sentence outputs."""
    builder = Builder(tensors, heads)
    (segment,) = builder.node("Gather", [builder.constant(tensors["segment"]), "segments"], axis=0)
    (hidden,) = builder.node("Add", ["hidden", segment])
    for index in layers:
        hidden = builder.layer(hidden, f"layers.{index}.")
    logits = output(builder, builder.gelu(hidden, "token_inner"), "token_out")
    scores = output(builder, builder.gelu(features(builder, hidden), "sentence_inner"), "sentence_out")
    inputs = [
        tensor("hidden", TensorProto.FLOAT, "b", "l", WIDTH), MASK,
        tensor("segments", TensorProto.INT64, "b", "l"), tensor("pooling", TensorProto.FLOAT, "b", 2, "l"),
    ]  # fmt: skip
    return builder.model(inputs, {"tokens": logits, "sentence": scores})


def output(builder: Builder, inner: str, name: str) -> str:
    """The last, small dense layer of a head, in full precision."""
    weight = builder.constant(builder.tensors[f"{name}.weight"].T)
    return builder.node("Add", [*builder.node("MatMul", [inner, weight]), builder.bias(name)])[0]


def features(builder: Builder, hidden: str) -> str:
    """First state, means of both sides, their distance and product."""
    first, second = builder.constant(np.array(0)), builder.constant(np.array(1))
    (start,) = builder.node("Gather", [hidden, first], axis=1)
    (means,) = builder.node("MatMul", ["pooling", hidden])
    (source,) = builder.node("Gather", [means, first], axis=1)
    (target,) = builder.node("Gather", [means, second], axis=1)
    (distance,) = builder.node("Abs", builder.node("Sub", [source, target]))
    (product,) = builder.node("Mul", [source, target])
    return builder.node("Concat", [start, source, target, distance, product], axis=-1)[0]


def external_names(model: onnx.ModelProto) -> list[str]:
    """The matrices that a graph leaves to the runtime, without their scales."""
    outside = [t.name for t in model.graph.initializer if t.data_location == TensorProto.EXTERNAL]
    return [name for name in outside if not name.endswith(".scale")]
