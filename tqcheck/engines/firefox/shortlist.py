"""The lexical shortlist (`lex.*.s2t.bin`): which entries may stand in the translation of a sentence.

Layout, little-endian: u64 magic, checksum, `first`, `best`, number of offsets, number of candidates; the offsets, u64, one for each source
entry; the candidates, u32. Source: marian-dev `src/data/shortlist.cpp`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tqcheck.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HEADER = 6
_MULTIPLE = 8
"""The engine's products take columns in blocks of this many."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The `first` commonest entries, and for source entry i the candidates `offsets[i]` to `offsets[i + 1]`."""

    first: int
    offsets: NDArray[np.uint64]
    candidates: NDArray[np.uint32]

    def entries(self, source: Sequence[int], *, shared: bool) -> NDArray[np.int64]:
        """Sorted ids that may be written for source ids; `shared` = both sides have one vocabulary, so words may be copied."""
        import numpy as np

        wanted = set(range(self.first))
        for piece in source:
            if shared:
                wanted.add(piece)
            if piece + 1 < len(self.offsets):
                wanted.update(self.candidates[int(self.offsets[piece]) : int(self.offsets[piece + 1])].tolist())
        filler = self.first
        while len(wanted) % _MULTIPLE:
            wanted.add(filler)
            filler += 1
        return np.array(sorted(wanted), np.int64)


def read_shortlist(data: bytes) -> Shortlist:
    """Parse the file; `EngineError` when it is cut short."""
    import numpy as np

    try:
        _, _, first, _, offsets, candidates = (int(value) for value in np.frombuffer(data, "<u8", _HEADER))
        start = 8 * (_HEADER + offsets)
        return Shortlist(
            first, np.frombuffer(data, "<u8", offsets, 8 * _HEADER), np.frombuffer(data, "<u4", candidates, start)
        )
    except ValueError as error:
        raise EngineError("a shortlist file is damaged: install the model again") from error
