"""Step 6: write the files that ship: word vectors and base layers in 4 bits (lossless), trained layers in 7, tokenizer, graphs.

``--run`` names a run of ``train.py``; without it the untrained base is written, which serves the embedder alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray

from training.encoder import QualityModel, Shape, load_base, restore
from training.graph import external_names, lower_graph, upper_graph
from training.paths import BASE, RUNS, SHIPPED
from training.ranges import Scaling, extra_scalings, scalings

Array = NDArray[np.float32]
Stored = dict[str, NDArray[np.generic]]
BLOCK = 32
# base layers above the frozen ones that only the embedder uses
EXTRA = 2
LARGEST_FILE, LARGEST_SUM = 16_000_000, 32_000_000
DENSE = ("qkv", "out", "up", "down")


def word_table(pieces: NDArray[np.int64]) -> NDArray[np.uint8]:
    """One row a piece: 12 half-precision scales (24 bytes), then 192 bytes of codes, low nibble first."""
    with np.load(BASE / "encoder.npz") as tensors:
        codes, scales = tensors["word.codes"][pieces], tensors["word.scales"][pieces]
    return np.concatenate([np.ascontiguousarray(scales).view(np.uint8), codes[:, 0::2] | codes[:, 1::2] << 4], axis=1)


def four_bits(weight: Array) -> dict[str, NDArray[np.generic]]:
    """Q4_0: packed codes (rows, columns / 2), low nibble first, and scales (rows, columns / 32); exact for base weights."""
    blocks = weight.reshape(weight.shape[0], -1, BLOCK)
    largest = np.take_along_axis(blocks, np.abs(blocks).argmax(-1)[..., None], -1)
    scales = (largest / -8).astype(np.float16)
    safe = np.where(scales == 0, 1, scales).astype(np.float32)
    codes = np.clip(np.rint(blocks / safe) + 8, 0, 15).astype(np.uint8)
    if np.abs((codes.astype(np.float32) - 8) * scales.astype(np.float32) - blocks).max() > 1e-6:
        raise SystemExit("quantise: a base layer is not on the 4-bit grid; was it trained?")
    flat = codes.reshape(weight.shape)
    return {"nibbles": flat[:, 0::2] | flat[:, 1::2] << 4, "scales": scales[..., 0]}


def seven_bits(weight: Array) -> dict[str, NDArray[np.generic]]:
    """Codes -64..63 (rows, columns) and one scale a row."""
    scales = np.maximum(np.abs(weight).max(1, keepdims=True) / 63, 1e-12)
    return {"bytes": np.rint(weight / scales).astype(np.int8), "scales": scales[:, 0].astype(np.float32)}


def model_of(run: str | None, weights: str = "model") -> QualityModel:
    """The network of a run (its last weights, or their `average`), or the base with untrained heads."""
    pieces = np.load(BASE / "pieces.npy")
    if run:
        return restore(RUNS / run / f"{weights}.pt", BASE / "encoder.npz", pieces)
    model = QualityModel(Shape(layers=9, frozen=4, vocabulary=len(pieces)))
    load_base(model, BASE / "encoder.npz", pieces)
    return model


def fixed_matrices(
    tensors: Mapping[str, Array], base: Mapping[str, Array], shape: Shape, plans: Mapping[str, Scaling]
) -> Stored:
    """The matrices in 4 bits; the embedder's extra layers go by the name `extra.N`, what multiplies the columns of one by `columns`."""
    stored: dict[str, dict[str, NDArray[np.generic]]] = {}
    for name in DENSE:
        for index in range(shape.frozen):
            stored[f"layers.{index}.{name}"] = four_bits(tensors[f"layers.{index}.{name}.weight"])
        for index in range(shape.frozen, shape.frozen + EXTRA):
            stored[f"extra.{index}.{name}"] = four_bits(base[f"layers.{index}.{name}.weight"])
    for name, parts in stored.items():
        factors = columns(plans[name], parts["nibbles"].shape[1] * 2)
        if (factors != 1).any():
            parts["columns"] = factors
    return flat(stored)


def trained_matrices(tensors: Mapping[str, Array], shape: Shape, plans: Mapping[str, Scaling]) -> Stored:
    """The matrices in 7 bits."""
    stored = {}
    trained = [f"layers.{index}.{name}" for index in range(shape.frozen, shape.layers) for name in DENSE]
    for name in (*trained, "token_inner"):
        weight = tensors[f"{name}.weight"]
        stored[name] = seven_bits(weight * columns(plans[name], weight.shape[1]))
    stored["sentence_inner"] = seven_bits(tensors["sentence_inner.weight"])
    return flat(stored)


def flat(stored: Mapping[str, Mapping[str, NDArray[np.generic]]]) -> Stored:
    return {f"{name}.{part}": array for name, parts in stored.items() for part, array in parts.items()}


def columns(plan: Scaling, count: int) -> Array:
    """What a matrix's columns are multiplied by: the inverse of what its input is, nought where channels are kept apart."""
    factors = np.ones(count, np.float32) if plan.factors is None else plan.factors.copy()
    factors[list(plan.apart)] = 0
    return factors


def write(model: QualityModel, folder: Path, lower: Path | None = None) -> None:
    """All files of the shipped model but its calibration and its language table.

    With `lower`, the frozen layers, their graphs and scales are taken from that folder: vectors for alignment stay bit for bit.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shape = model.encoder.shape
    tensors = {name.removeprefix("encoder."): value.detach().numpy() for name, value in model.state_dict().items()}
    plans = scalings(model)
    factors = kept_layers(lower, folder) if lower else base_layers(model, tensors, plans, folder)
    # two files, so that a new training run leaves the bigger half of the repository's blobs as they are
    trained = {**trained_matrices(tensors, shape, plans), **factors}
    np.savez_compressed(folder / "trained.npz", **trained)  # type: ignore[arg-type]
    onnx.save(upper_graph(tensors, range(shape.frozen, shape.layers), shape.heads, plans), folder / "upper.onnx")
    names = ("lower", "extra", "upper")
    graphs = {name: onnx.load(folder / f"{name}.onnx", load_external_data=False) for name in names}
    used = {name: external_names(graph) for name, graph in graphs.items()}
    (folder / "graphs.json").write_text(json.dumps(used) + "\n", encoding="utf-8")
    np.save(folder / "words.npy", word_table(np.load(BASE / "pieces.npy")))
    np.save(folder / "positions.npy", tensors["position"].astype(np.float16))
    compact = gzip.compress((BASE / "vocabulary.json").read_bytes(), 9, mtime=0)
    (folder / "vocabulary.json.gz").write_bytes(compact)


def base_layers(
    model: QualityModel, tensors: Mapping[str, Array], plans: Mapping[str, Scaling], folder: Path
) -> Stored:
    """Write the frozen layers and those that only vectors need, with their graphs; what multiplies their columns."""
    shape = model.encoder.shape
    with np.load(BASE / "encoder.npz") as file:
        base = {name: file[name] for name in file.files if name.startswith("layers.")}
    between = range(shape.frozen, shape.frozen + EXTRA)
    plans = {**plans, **extra_scalings(model, between)}
    found = fixed_matrices(tensors, base, shape, plans)
    factors = {name: array for name, array in found.items() if name.endswith(".columns")}
    stored = {name: array for name, array in found.items() if name not in factors}
    np.savez_compressed(folder / "base.npz", **stored)  # type: ignore[arg-type]
    extra = {name.replace("layers.", "extra."): value for name, value in base.items()}
    onnx.save(lower_graph(tensors, range(shape.frozen), shape.heads, plans), folder / "lower.onnx")
    onnx.save(lower_graph(extra, between, shape.heads, plans, "extra"), folder / "extra.onnx")
    return factors


def kept_layers(lower: Path, folder: Path) -> Stored:
    """Copy the same from a folder; what multiplies their columns there."""
    if lower != folder:
        for name in ("base.npz", "lower.onnx", "extra.onnx"):
            shutil.copy(lower / name, folder / name)
    with np.load(lower / "base.npz") as base, np.load(lower / "trained.npz") as trained:
        fixed = {name.removesuffix(".nibbles") for name in base.files if name.endswith(".nibbles")}
        return {f"{name}.columns": trained[f"{name}.columns"] for name in fixed if f"{name}.columns" in trained}


def check_sizes(folder: Path) -> None:
    """Print the sizes; stop if a file or the sum is over the limit."""
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    print(json.dumps({**sizes, "sum": sum(sizes.values())}))
    if max(sizes.values()) > LARGEST_FILE or sum(sizes.values()) > LARGEST_SUM:
        raise SystemExit("quantise: over 16 MB a file or 32 MB in all; use a smaller vocabulary or fewer bits")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", help="name of the training run")
    parser.add_argument(
        "--weights", choices=("model", "average"), default="model", help="the last ones, or their average"
    )
    parser.add_argument("--output", type=Path, default=SHIPPED)
    parser.add_argument("--lower", type=Path, help="folder whose frozen layers, graphs and scales are kept as they are")
    options = parser.parse_args()
    write(model_of(options.run, options.weights), options.output, options.lower)
    check_sizes(options.output)


if __name__ == "__main__":
    main()
