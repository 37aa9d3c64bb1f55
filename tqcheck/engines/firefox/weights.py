"""Reader of Marian's binary model format as Mozilla ships it (`model.*.bin`).

Layout, little-endian: u64 version (1), u64 count; per tensor u64 name length, type, rank, data length; the names, zero-terminated;
the shapes, i32; u64 padding and that many bytes; the data. Quantised matrices (type 0x4101, "intgemm8") are int8, stored
transposed (all but the embedding), with one float32 multiplier after the last element: real value = int8 / multiplier.
Source: marian-dev `src/common/binary.cpp`, `src/common/types.h`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from tqcheck.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FLOAT32, _INTGEMM8, _INT8 = 0x0404, 0x4101, 0x0101
_EMBEDDINGS = frozenset({"Wemb", "encoder_Wemb", "decoder_Wemb"})


@dataclass(frozen=True, slots=True)
class Weights:
    """A model in memory.

    Attributes:
        matrices: name -> float32 array, matrices as (input, output), embeddings as (vocabulary, width).
        scales: name of a quantised matrix -> multiplier its input is quantised with (`*_QuantMultA`), where the file has one.
        settings: the training configuration the file carries, flat `key: value` lines.
    """

    matrices: dict[str, NDArray[np.float32]]
    scales: dict[str, float]
    settings: dict[str, str]


@dataclass(frozen=True, slots=True)
class Quantised:
    """A matrix as the file has it.

    Attributes:
        values: int8, shape (output, input); embeddings (vocabulary, width).
        multiplier: real value = int8 / multiplier.
    """

    values: NDArray[np.int8]
    multiplier: np.float32


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    type: int
    shape: tuple[int, ...]
    data: memoryview


def read_weights(data: bytes, name: str = "model") -> Weights:
    """Parse a model file; `EngineError` when it is no Marian binary or is cut short."""
    try:
        tensors = _read_tensors(data)
    except (struct.error, UnicodeDecodeError, ValueError) as error:
        raise EngineError(f"{name} is not a Mozilla translation model, or is damaged: install it again") from error
    matrices: dict[str, NDArray[np.float32]] = {}
    scales: dict[str, float] = {}
    settings: dict[str, str] = {}
    for tensor in tensors:
        if tensor.name == "special:model.yml":
            settings = _read_settings(bytes(tensor.data))
        elif tensor.name.endswith("_QuantMultA"):
            scales[tensor.name.removesuffix("_QuantMultA")] = _read_scale(tensor)
        elif tensor.type in (_FLOAT32, _INTGEMM8):
            matrices[tensor.name] = _to_array(tensor)
    if not matrices:
        raise EngineError(f"{name} holds no weights tqcheck can read: install it again")
    return Weights(matrices, scales, settings)


def read_quantised(data: bytes) -> dict[str, Quantised]:
    """The 8-bit matrices of a file that `read_weights` has accepted, by name."""
    import numpy as np

    found = {}
    for tensor in _read_tensors(data):
        if tensor.type == _INTGEMM8 and not tensor.name.endswith("_QuantMultA"):
            size = prod(tensor.shape)
            shape = tensor.shape if tensor.name in _EMBEDDINGS else tensor.shape[::-1]
            values = np.frombuffer(tensor.data, np.int8, size).reshape(shape)
            found[tensor.name] = Quantised(values, np.frombuffer(tensor.data[size : size + 4], "<f4")[0])
    return found


def _read_scale(tensor: _Tensor) -> float:
    """A multiplier; models with two vocabularies store that of the output layer quantised itself."""
    if tensor.type == _FLOAT32:
        return float(struct.unpack_from("<f", tensor.data)[0])
    value, multiplier = struct.unpack_from("<bf", tensor.data)
    return float(value / multiplier)


def _read_tensors(data: bytes) -> list[_Tensor]:
    version, count = struct.unpack_from("<QQ", data, 0)
    if version != 1 or count > 100_000:
        raise ValueError("version")
    offset = 16
    headers = [struct.unpack_from("<QQQQ", data, offset + 32 * index) for index in range(count)]
    offset += 32 * count
    names = []
    for length, *_ in headers:
        names.append(data[offset : offset + length - 1].decode())
        offset += length
    shapes: list[tuple[int, ...]] = []
    for _, _, rank, _ in headers:
        shapes.append(struct.unpack_from(f"<{rank}i", data, offset))
        offset += 4 * rank
    offset += 8 + struct.unpack_from("<Q", data, offset)[0]
    view, tensors = memoryview(data), []
    for name, shape, (_, kind, _, length) in zip(names, shapes, headers, strict=True):
        if offset + length > len(data):
            raise ValueError("cut short")
        tensors.append(_Tensor(name, kind, shape, view[offset : offset + length]))
        offset += length
    return tensors


def _to_array(tensor: _Tensor) -> NDArray[np.float32]:
    import numpy as np

    size = prod(tensor.shape)
    if tensor.type == _FLOAT32:
        return np.frombuffer(tensor.data, "<f4", size).reshape(tensor.shape).astype(np.float32)
    multiplier = np.frombuffer(tensor.data[size : size + 4], "<f4")[0]
    raw = np.frombuffer(tensor.data, np.int8, size).astype(np.float32)
    if tensor.name not in _EMBEDDINGS:
        raw = np.ascontiguousarray(raw.reshape(tensor.shape[::-1]).T)
    array: NDArray[np.float32] = (raw.reshape(tensor.shape) / multiplier).astype(np.float32)
    return array


def _read_settings(data: bytes) -> dict[str, str]:
    lines = data.decode("utf-8", "replace").replace("\0", "").splitlines()
    return {key.strip(): value.strip() for key, colon, value in (line.partition(":") for line in lines) if colon}
