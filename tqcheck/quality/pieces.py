"""Text to word pieces with exact places: the trimmed SentencePiece-unigram vocabulary of the base model."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

START, PAD, END = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Pieces:
    """Piece ids of a text without special marks, and their code-point ranges in it, blanks at the edges left out."""

    ids: list[int]
    offsets: list[tuple[int, int]]

    def cut(self, start: int, end: int) -> Pieces:
        """Pieces [start, end)."""
        return Pieces(self.ids[start:end], self.offsets[start:end])

    def __len__(self) -> int:
        return len(self.ids)


class Vocabulary:
    """The tokenizer; loaded on first use (about a tenth of a second)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        return Tokenizer.from_str(gzip.decompress((self._folder / "vocabulary.json.gz").read_bytes()).decode("utf-8"))

    def split(self, texts: Sequence[str]) -> list[Pieces]:
        """Pieces of each text."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [Pieces(item.ids, _tighten(text, item.offsets)) for text, item in zip(texts, encoded, strict=True)]


def _tighten(text: str, offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    tight = []
    for start, end in offsets:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        tight.append((start, end))
    return tight
