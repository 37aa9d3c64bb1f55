"""Inference: padded batches of piece ids through the graphs, on ONNX Runtime.

The graphs put activations into 8 bits with fixed scales, so a text's result does not depend on what shares its batch. `lower`
holds the frozen base layers, `extra` the base layers that only vectors need, `upper` the trained layers and the heads.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality.files import WordTable
from tqcheck.quality.matrices import read_matrices
from tqcheck.quality.pieces import END, PAD, START

Array = NDArray[np.float32]
LONGEST = 512
"""Positions that the network knows, marks included."""
BATCH_PIECES = 512
"""Pieces in a batch, padding included: enough to keep one core busy, small enough for its cache."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """Raw outputs for one pair: logits (rows, 5) of the source pieces and of the target pieces plus the end mark; sentence (4,)."""

    source: Array
    target: Array
    sentence: Array


class Network:
    """The graphs of a model folder; each is loaded when first needed."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self._folder = folder
        self._threads = threads

    @cached_property
    def _words(self) -> WordTable:
        return WordTable.read(self._folder)

    @cached_property
    def _lower(self) -> Any:
        return self._session("lower")

    @cached_property
    def _extra(self) -> Any:
        return self._session("extra")

    @cached_property
    def _upper(self) -> Any:
        return self._session("upper")

    def _session(self, name: str) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads or idle_cores()
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # the graphs come fused; the next level would put in a slower normalising operator, and takes time to load
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        # spinning threads make two busy processes on one machine ten times slower
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        values: dict[str, NDArray[np.generic]] = {}
        for matrix, (codes, scales) in read_matrices(self._folder, self._graphs[name]).items():
            values[matrix], values[f"{matrix}.scale"] = codes, scales
        held = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in values.values()]
        options.add_external_initializers(list(values), held)
        return onnxruntime.InferenceSession(self._folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])

    @cached_property
    def _graphs(self) -> dict[str, list[str]]:
        """The matrices that each graph uses."""
        stored: dict[str, list[str]] = json.loads((self._folder / "graphs.json").read_text(encoding="utf-8"))
        return stored

    def states(self, texts: Sequence[Sequence[int]]) -> Iterator[tuple[int, Array]]:
        """(index, vectors of its pieces) of single texts, each (pieces, width); texts beyond one pass are the caller's to cut."""
        rows = [[START, *ids[: LONGEST - 2], END] for ids in texts]
        for batch in batches([len(row) for row in rows]):
            ids = pad([rows[index] for index in batch])
            mask = (ids != PAD).astype(np.int32)
            (hidden,) = self._lower.run(None, {"hidden": self._words.look_up(ids), "mask": mask})
            (hidden,) = self._extra.run(None, {"hidden": hidden, "mask": mask})
            for place, index in enumerate(batch):
                yield index, hidden[place, 1 : len(rows[index]) - 1]

    def estimate(self, pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[Estimates]:
        """Raw outputs of (source ids, target ids), each pair at most :data:`LONGEST` - 4 pieces; no source = target-only mode."""
        rows = [[START, *source, END, END, *target, END] for source, target in pairs]
        results: list[Estimates | None] = [None] * len(rows)
        for batch in batches([len(row) for row in rows]):
            ids = pad([rows[index] for index in batch])
            cuts = [len(pairs[index][0]) for index in batch]
            tokens, sentence = self._run(ids, np.array(cuts))
            for place, index in enumerate(batch):
                cut, end = cuts[place], len(rows[index])
                results[index] = Estimates(tokens[place, 1 : cut + 1], tokens[place, cut + 3 : end], sentence[place])
        return [result for result in results if result is not None]

    def _run(self, ids: NDArray[np.int64], cuts: NDArray[np.int64]) -> tuple[Array, Array]:
        mask = ids != PAD
        segments = (np.arange(ids.shape[1]) >= cuts[:, None] + 2) & mask
        content = mask & (ids > END)
        sides = np.stack([content & ~segments, content & segments], axis=1).astype(np.float32)
        pooling = sides / np.maximum(sides.sum(-1, keepdims=True), 1)
        small = mask.astype(np.int32)
        (hidden,) = self._lower.run(None, {"hidden": self._words.look_up(ids), "mask": small})
        feed = {"hidden": hidden, "mask": small, "segments": segments.astype(np.int64), "pooling": pooling}
        tokens, sentence = self._upper.run(["tokens", "sentence"], feed)
        return tokens, sentence


def batches(lengths: Sequence[int], pieces: int = BATCH_PIECES) -> Iterator[list[int]]:
    """Indices grouped by length, longest first, at most `pieces` positions a batch, padding included."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def pad(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Rows of one length, filled up with the padding mark."""
    ids = np.full((len(rows), max(map(len, rows))), PAD, np.int64)
    for place, row in enumerate(rows):
        ids[place, : len(row)] = row
    return ids


def idle_cores() -> int:
    """Cores to use: `OMP_NUM_THREADS` if set, else half of what this process may use, at least one, at most four."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted):
        return int(wanted)
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(4, available // 2 if available > 2 else available))
