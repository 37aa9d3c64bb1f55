"""Assemble the ONNX graphs of the shipped runtime, node by node, around 8-bit matrix products.

Activations are put into 8 bits with *fixed* scales (see ``ranges.py``), so a pair's result does not depend on its batch (one scale a
tensor, ONNX Runtime's own dynamic mode, does), and no time goes into finding scales. Weights use 7 of the 8 bits: sums of two
products then cannot overflow 16 bits, and processors without dot-product instructions give the same result.
The big matrices stay outside the graphs, as external tensors that the runtime fills from `base.npz` and `trained.npz`.
Normalising is left to the plain operator: the fused one with the addition inside is six times slower (ONNX Runtime 1.32).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.ranges import Scaling

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

    def __init__(self, tensors: Mapping[str, Array], heads: int, scalings: Mapping[str, Scaling]) -> None:
        self.tensors, self.heads, self.scalings = tensors, heads, scalings
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.count = 0

    def constant(self, value: NDArray[np.generic]) -> str:
        self.count += 1
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), f"c{self.count}"))
        return f"c{self.count}"

    def node(self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: object) -> list[str]:
        self.count += 1
        names = [f"t{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def codes(self, hidden: str, name: str) -> list[str]:
        """The input of a matrix in 8 bits, its scale and its zero."""
        plan = self.scalings[name]
        if plan.factors is not None:
            (hidden,) = self.node("Mul", [hidden, self.constant((1 / plan.factors).astype(np.float32))])
        step = (plan.highest - plan.lowest) / 255
        zero = self.constant(np.array(round(-plan.lowest / step), np.uint8))
        scale = self.constant(np.array(step, np.float32))
        return [*self.node("QuantizeLinear", [hidden, scale, zero]), scale, zero]

    def matrix(self, name: str, rows: int, columns: int) -> list[str]:
        """A matrix that the runtime supplies, (columns, rows), and the scales of its rows."""
        self.constants.append(external(name, TensorProto.INT8, columns, rows))
        self.constants.append(external(f"{name}.scale", TensorProto.FLOAT, rows))
        return [name, f"{name}.scale"]

    def product(self, codes: list[str], matrix: list[str], bias: Array) -> str:
        """``hidden @ weight.T + bias`` with both sides in 8 bits."""
        (hidden, scale, zero), (weight, scales) = codes, matrix
        inputs = [hidden, weight, scale, scales, zero, "", self.constant(bias)]
        return self.node("MatMulIntegerToFloat", inputs, domain=MICROSOFT)[0]

    def dense(self, hidden: str, name: str) -> str:
        """A dense layer; the channels that its scaling sets apart are multiplied in full precision."""
        weight = self.tensors[f"{name}.weight"]
        result = self.product(self.codes(hidden, name), self.matrix(name, *weight.shape), self.tensors[f"{name}.bias"])
        apart = list(self.scalings[name].apart)
        if apart:
            (few,) = self.node("Gather", [hidden, self.constant(np.array(apart))], axis=-1)
            (share,) = self.node("MatMul", [few, self.constant(weight[:, apart].T)])
            (result,) = self.node("Add", [result, share])
        return result

    def attention(self, hidden: str, name: str) -> str:
        """Query, key and value from one input, as three products, and the attention over them."""
        rows, columns = self.tensors[f"{name}.weight"].shape
        codes, biases = self.codes(hidden, name), np.split(self.tensors[f"{name}.bias"], 3)
        parts = [
            self.product(codes, self.matrix(f"{name}.{part}", rows // 3, columns), bias)
            for part, bias in enumerate(biases)
        ]
        return self.node("MultiHeadAttention", [*parts, "", "mask"], domain=MICROSOFT, num_heads=self.heads)[0]

    def gelu(self, hidden: str) -> str:
        return self.node("Gelu", [hidden], domain=MICROSOFT)[0]

    def layer(self, hidden: str, prefix: str) -> str:
        """One post-norm transformer layer."""
        mixed = self.attention(hidden, f"{prefix}qkv")
        hidden = self.normalise(self.node("Add", [hidden, self.dense(mixed, f"{prefix}out")])[0], f"{prefix}norm1")
        inner = self.dense(self.gelu(self.dense(hidden, f"{prefix}up")), f"{prefix}down")
        return self.normalise(self.node("Add", [hidden, inner])[0], f"{prefix}norm2")

    def normalise(self, hidden: str, name: str) -> str:
        inputs = [hidden, self.constant(self.tensors[f"{name}.weight"]), self.constant(self.tensors[f"{name}.bias"])]
        return self.node("LayerNormalization", inputs, axis=-1, epsilon=1e-12)[0]

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
    tensors: Mapping[str, Array],
    layers: range,
    heads: int,
    scalings: Mapping[str, Scaling],
    prefix: str = "layers",
    width: int = WIDTH,
) -> onnx.ModelProto:
    """Embeddings (batch, length, width) and mask to hidden states; a range that does not start at 0 takes hidden states."""
    builder = Builder(tensors, heads, scalings)
    hidden = builder.normalise("hidden", "norm") if layers.start == 0 else "hidden"
    for index in layers:
        hidden = builder.layer(hidden, f"{prefix}.{index}.")
    return builder.model([tensor("hidden", TensorProto.FLOAT, "b", "l", width), MASK], {"states": hidden})


def upper_graph(
    tensors: Mapping[str, Array], layers: range, heads: int, scalings: Mapping[str, Scaling]
) -> onnx.ModelProto:
    """Hidden states, mask, segments and pooling weights (batch, 2, length) to token logits and sentence outputs."""
    builder = Builder(tensors, heads, scalings)
    (segment,) = builder.node("Gather", [builder.constant(tensors["segment"]), "segments"], axis=0)
    (hidden,) = builder.node("Add", ["hidden", segment])
    for index in layers:
        hidden = builder.layer(hidden, f"layers.{index}.")
    inner = builder.gelu(builder.dense(hidden, "token_inner"))
    logits = output(builder, inner, "token_out")
    whole = output(builder, builder.gelu(exact(builder, features(builder, hidden), "sentence_inner")), "sentence_out")
    (scores,) = builder.node("Add", [whole, shares(builder, inner)])
    inputs = [
        tensor("hidden", TensorProto.FLOAT, "b", "l", WIDTH), MASK,
        tensor("segments", TensorProto.INT64, "b", "l"), tensor("pooling", TensorProto.FLOAT, "b", 2, "l"),
    ]  # fmt: skip
    return builder.model(inputs, {"tokens": logits, "sentence": scores})


def exact(builder: Builder, hidden: str, name: str) -> str:
    """A dense layer in full precision, for one row a pair; only its weights are in 7 bits."""
    weight, scales = builder.matrix(name, *builder.tensors[f"{name}.weight"].shape)
    (dense,) = builder.node("Mul", [*builder.node("Cast", [weight], to=TensorProto.FLOAT), scales])
    (result,) = builder.node("MatMul", [hidden, dense])
    return builder.node("Add", [result, builder.constant(builder.tensors[f"{name}.bias"])])[0]


def output(builder: Builder, inner: str, name: str) -> str:
    """The last, small dense layer of a head, in full precision."""
    weight = builder.constant(builder.tensors[f"{name}.weight"].T)
    bias = builder.constant(builder.tensors[f"{name}.bias"])
    return builder.node("Add", [*builder.node("MatMul", [inner, weight]), bias])[0]


def shares(builder: Builder, inner: str) -> str:
    """Mean over the translation of what its pieces add to the sentence heads, and the same over the source."""
    first, second, added = (
        builder.constant(np.array(0)),
        builder.constant(np.array(1)),
        output(builder, inner, "shares"),
    )
    here, there = builder.node("Split", [*builder.node("MatMul", ["pooling", added])], 2, axis=-1, num_outputs=2)
    (target,) = builder.node("Gather", [here, second], axis=1)
    (source,) = builder.node("Gather", [there, first], axis=1)
    return builder.node("Add", [target, source])[0]


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
