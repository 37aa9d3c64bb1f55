"""A SentencePiece vocabulary as the translation models use it, with the place of every piece in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tqcheck.errors import EngineError


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text cut into vocabulary entries, the end mark not counted: ids, and code-point ranges in the text as given."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Cuts texts into pieces and puts pieces back together."""

    processor: Any = field(repr=False)

    @classmethod
    def read(cls, data: bytes) -> Vocabulary:
        """From the bytes of a `.spm` file; `EngineError` when they are something else."""
        from sentencepiece import SentencePieceProcessor

        try:
            return cls(SentencePieceProcessor(model_proto=data))
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError("a vocabulary file is damaged: install the model again") from error

    @property
    def end(self) -> int:
        """Id of the end-of-sentence mark."""
        return int(self.processor.eos_id())

    @property
    def unknown(self) -> int:
        """Id of what stands for letters without an entry."""
        return int(self.processor.unk_id())

    @property
    def size(self) -> int:
        """Number of entries."""
        return int(self.processor.get_piece_size())

    def encode(self, text: str) -> Pieces:
        """Pieces with spans; a piece that normalisation made out of several characters spans them all."""
        mapping = self.processor.encode(text, return_type="offset_mapping")
        spans = []
        for start, end in mapping["offsets"]:
            while start < end and text[start].isspace():
                start += 1
            spans.append((start, end))
        return Pieces(tuple(mapping["ids"]), tuple(spans))

    def unknown_share(self, text: str) -> float:
        """Share of the text's letters and digits that no entry covers, 0-1."""
        pieces, unknown = self.encode(text), self.unknown
        letters = sum(letter.isalnum() for letter in text)
        missed = sum(
            sum(letter.isalnum() for letter in text[start:end])
            for id_, (start, end) in zip(pieces.ids, pieces.spans, strict=True)
            if id_ == unknown
        )
        return missed / letters if letters else 0.0

    def begins_word(self, piece: int) -> bool:
        """Whether an entry starts with the mark of a word's beginning, or is punctuation."""
        entry = str(self.processor.id_to_piece(piece))
        return entry.startswith("\u2581") or not any(letter.isalnum() for letter in entry)

    def decode(self, ids: list[int]) -> str:
        """The text of the pieces."""
        return str(self.processor.decode(ids))
