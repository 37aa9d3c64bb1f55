"""The files of the model: where they lie, and the tables that are read without a runtime.

A folder holds `words.npy` (4-bit word vectors), `positions.npy`, `base.npz` and `trained.npz` (the layers), three graphs and
`graphs.json` (the matrices that each uses), `vocabulary.json.gz`, `languages.npz` and `calibration.json`.
`TQCHECK_QUALITY_DIR` names another folder than the one in the package.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.errors import EngineError

VARIABLE = "TQCHECK_QUALITY_DIR"
NAMES = (
    "words.npy", "positions.npy", "base.npz", "trained.npz", "graphs.json", "lower.onnx", "extra.onnx", "upper.onnx",
    "vocabulary.json.gz", "languages.npz", "calibration.json",
)  # fmt: skip
BLOCK = 32
"""Values of a word vector that share one scale (the Q4_0 layout of ggml)."""


def find_folder(folder: Path | None = None) -> Path:
    """The folder given, else the one of the environment, else the package's own; `EngineError` if files are missing."""
    chosen = folder or Path(os.environ.get(VARIABLE) or Path(__file__).parent / "weights")
    missing = [name for name in NAMES if not (chosen / name).is_file()]
    if missing:
        raise EngineError(
            f"the quality model in {chosen} lacks {', '.join(missing)}: reinstall tqcheck or unset {VARIABLE}"
        )
    return chosen


def revision(folder: Path) -> str:
    """Eight hexadecimal digits that change with the trained weights or their calibration."""
    digest = sha256()
    for name in ("trained.npz", "calibration.json"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Word vectors in 4 bits: `rows` (pieces, 216) uint8 = 12 half-precision scales, then 192 bytes of codes, low nibble first."""

    rows: NDArray[np.uint8]
    positions: NDArray[np.float32]

    @classmethod
    def read(cls, folder: Path) -> WordTable:
        """Map the table into memory; only the rows that are looked up are ever read."""
        try:
            rows = np.load(folder / "words.npy", mmap_mode="r")
            positions = np.load(folder / "positions.npy").astype(np.float32)
        except (OSError, ValueError) as error:
            raise EngineError(f"the quality model in {folder} cannot be read: {error}") from error
        return cls(rows, positions)

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Word vectors of piece ids (...): (..., width)."""
        rows = self.rows[ids]
        width = self.positions.shape[1]
        cut = width // BLOCK * 2
        scales = np.ascontiguousarray(rows[..., :cut]).view(np.float16).astype(np.float32)
        codes = np.stack([rows[..., cut:] & 15, rows[..., cut:] >> 4], axis=-1).reshape(
            *ids.shape, width // BLOCK, BLOCK
        )
        words: NDArray[np.float32] = ((codes.astype(np.float32) - 8) * scales[..., None]).reshape(*ids.shape, width)
        return words

    def look_up(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Word plus position vectors of piece ids (batch, length): (batch, length, width)."""
        return self.vectors(ids) + self.positions[: ids.shape[1]]
