"""Step 9: pairs a second of the shipped runtime, beside a 565M encoder (XLM-R large) with random weights in the same runtime."""

from __future__ import annotations

import argparse
import time

import numpy as np
import onnxruntime
from onnx import TensorProto

from tqcheck.quality import load
from tqcheck.quality.files import find_folder
from tqcheck.quality.network import Network
from training.graph import lower_graph
from training.ranges import Scaling, scaling

PIECES = 33
LARGE = {"width": 1024, "inner": 4096, "layers": 24, "heads": 16}


def random_tensors(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Weights of the big encoder, only their shapes matter."""
    width, inner = LARGE["width"], LARGE["inner"]
    shapes = {"qkv": (3 * width, width), "out": (width, width), "up": (inner, width), "down": (width, inner)}
    found = {"norm.weight": np.ones(width, np.float32), "norm.bias": np.zeros(width, np.float32)}
    for index in range(LARGE["layers"]):
        for name, shape in shapes.items():
            found[f"layers.{index}.{name}.weight"] = np.broadcast_to(np.float32(0), shape)
            found[f"layers.{index}.{name}.bias"] = np.zeros(shape[0], np.float32)
        for name in ("norm1", "norm2"):
            found[f"layers.{index}.{name}.weight"] = rng.random(width, np.float32)
            found[f"layers.{index}.{name}.bias"] = rng.random(width, np.float32)
    return found


def scalings(tensors: dict[str, np.ndarray]) -> dict[str, Scaling]:
    """Of all matrices, as for inputs with one huge channel."""
    found = {}
    for name, weight in tensors.items():
        if name.endswith(".weight") and weight.ndim == 2:
            largest = np.ones(weight.shape[1], np.float32)
            largest[0] = 30
            found[name.removesuffix(".weight")] = scaling(name.removesuffix(".weight"), largest)
    return found


def large_session(threads: int) -> onnxruntime.InferenceSession:
    """XLM-R large as the same graph builder makes it."""
    rng = np.random.default_rng(1)
    tensors = random_tensors(rng)
    model = lower_graph(tensors, range(LARGE["layers"]), LARGE["heads"], scalings(tensors), width=LARGE["width"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    values = {}
    for outside in model.graph.initializer:
        if outside.data_location == TensorProto.EXTERNAL:
            shape = tuple(outside.dims)
            small = outside.data_type == TensorProto.INT8
            values[outside.name] = rng.integers(-63, 64, shape, np.int8) if small else np.full(shape, 1e-3, np.float32)
    held = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in values.values()]
    options.add_external_initializers(list(values), held)
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


MODULES = "NumPy and ONNX Runtime being imported already"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=320)
    parser.add_argument("--alone", action="store_true", help="without the large encoder, which takes 2 GB and a minute")
    options = parser.parse_args()
    begun = time.process_time()
    load(threads=options.threads).estimator.estimate([("Да, он придёт.", "Yes, he will come.")], "ru", "en")
    print(f"loading and the first pair: {time.process_time() - begun:.2f} CPU seconds, {MODULES}")
    rng = np.random.default_rng(2)
    pairs = [
        (rng.integers(4, 60_000, PIECES).tolist(), rng.integers(4, 60_000, PIECES).tolist())
        for _ in range(options.pairs)
    ]
    network = Network(find_folder(), options.threads)
    network.estimate(pairs[:16])
    start, worked = time.perf_counter(), time.process_time()
    network.estimate(pairs)
    ours = options.pairs / (time.perf_counter() - start)
    print(
        f"shipped: {ours:.1f} pairs/s, {options.pairs / (time.process_time() - worked):.1f} a CPU second ({options.threads} threads)"
    )
    if options.alone:
        return
    session, length = large_session(options.threads), 2 * PIECES + 4
    feed = {
        "hidden": rng.standard_normal((16, length, LARGE["width"])).astype(np.float32),
        "mask": np.ones((16, length), np.int32),
    }
    session.run(None, feed)
    start = time.perf_counter()
    session.run(None, feed)
    large = 16 / (time.perf_counter() - start)
    print(
        f"565M encoder, same graphs and runtime: {large:.2f} pairs/s; the shipped model is {ours / large:.1f} times as fast"
    )


if __name__ == "__main__":
    main()
