"""Texts cut into a model's own pieces, with the place of each, read from the files beside the model: no torch, no transformers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tqcheck.engines.firefox.vocabulary import Pieces, Vocabulary
from tqcheck.engines.transformers.directory import ModelDirectory
from tqcheck.errors import EngineError

Cut: TypeAlias = Callable[[str], tuple[Sequence[str], Sequence[tuple[int, int]]]]
"""A text -> its pieces by name, and their code-point ranges."""

_UNKNOWN = "<unk>"


@dataclass(frozen=True, slots=True)
class Cutter:
    """One side's vocabulary; `numbers` are the model's ids of the pieces."""

    cut: Cut = field(repr=False)
    numbers: Mapping[str, int] = field(repr=False)

    def names(self, text: str) -> list[str]:
        """The pieces, those the model does not know as "<unk>"."""
        return [name if name in self.numbers else _UNKNOWN for name in self.cut(text)[0]]

    def encode(self, text: str) -> Pieces:
        """The pieces by id, with their ranges."""
        return Pieces(tuple(self.numbers[name] for name in self.names(text)), tuple(self.cut(text)[1]))

    def unknown_share(self, text: str) -> float:
        """Share of the text's letters and digits that no piece covers, 0-1."""
        letters = sum(letter.isalnum() for letter in text)
        missed = sum(
            sum(letter.isalnum() for letter in text[start:end])
            for name, (start, end) in zip(self.names(text), self.cut(text)[1], strict=True)
            if name == _UNKNOWN
        )
        return missed / letters if letters else 0.0


def read_cutters(directory: ModelDirectory) -> tuple[Cutter, Cutter] | None:
    """Those of the source and of the target; None where the directory keeps its vocabulary in a form that tells no places."""
    folder = directory.folder
    try:
        if directory.kind == "marian" and (folder / "target.spm").exists():
            own = folder / "target_vocab.json"
            numbers = _read_numbers(folder / "vocab.json")
            theirs = _read_numbers(own) if own.exists() else numbers
            return (
                Cutter(_read_sentencepiece(folder / "source.spm"), numbers),
                Cutter(_read_sentencepiece(folder / "target.spm"), theirs),
            )
        if (folder / "tokenizer.json").exists():
            both = _read_tokenizer(folder / "tokenizer.json")
            return both, both
        if (folder / "sentencepiece.bpe.model").exists() and (folder / "vocab.json").exists():
            numbers = _read_numbers(folder / "vocab.json")
            both = Cutter(_read_sentencepiece(folder / "sentencepiece.bpe.model"), numbers)
            return both, both
    except (OSError, ValueError, KeyError) as error:
        raise EngineError(f"the vocabulary in {folder} cannot be read ({error}): copy the model again") from error
    return None


def _read_numbers(path: Path) -> dict[str, int]:
    numbers = dict(json.loads(path.read_text(encoding="utf-8")))
    if _UNKNOWN not in numbers:
        raise ValueError(f"{path.name} has no {_UNKNOWN}")
    return numbers


def _read_sentencepiece(path: Path) -> Cut:
    vocabulary = Vocabulary.read(path.read_bytes())

    def cut(text: str) -> tuple[Sequence[str], Sequence[tuple[int, int]]]:
        pieces = vocabulary.encode(text)
        return [str(vocabulary.processor.id_to_piece(piece)) for piece in pieces.ids], pieces.spans

    return cut


def _read_tokenizer(path: Path) -> Cutter:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))

    def cut(text: str) -> tuple[Sequence[str], Sequence[tuple[int, int]]]:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        places = zip(encoding.tokens, encoding.offsets, strict=True)
        return encoding.tokens, [_own_range(text, name, *place) for name, place in places]

    return Cutter(cut, tokenizer.get_vocab(with_added_tokens=True))


def _own_range(text: str, name: str, start: int, end: int) -> tuple[int, int]:
    """Without white space; a bare mark of a word's beginning has no letters of its own."""
    while start < end and text[start].isspace():
        start += 1
    return start, start if name == "\u2581" else end
