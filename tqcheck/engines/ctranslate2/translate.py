"""The `ctranslate2` translator: a local directory in the form of transformers, converted once, run in 8 bits."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tqcheck.engines.careful import Manner, translate_carefully
from tqcheck.engines.ctranslate2.convert import convert
from tqcheck.engines.transformers.directory import ModelDirectory, read_directory
from tqcheck.engines.transformers.hub import find_model
from tqcheck.engines.transformers.model import speaking
from tqcheck.engines.transformers.pieces import Cutter, read_cutters
from tqcheck.errors import ConfigError, EngineError, MissingEngineError
from tqcheck.model import Translation

BEAMS = 4
_BATCH = 2048
"""Pieces a batch, padding counted."""

_LONGEST = 512
_QUANTIZATIONS = ("int8", "int8_float32", "int16", "float32")
_END = "</s>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a directory is run with: width of the beam, processor threads (0 = up to four), kind of numbers."""

    beams: int = BEAMS
    threads: int = 0
    quantization: str = "int8"


class Ctranslate2Translator:
    """One directory; it is converted, and the model loaded, on first use."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        if find_spec("ctranslate2") is None:
            raise MissingEngineError("the ctranslate2 engine needs ctranslate2: pip install 'tqcheck[ctranslate2]'")
        self.directory: ModelDirectory = read_directory(folder)
        self.settings = settings

    def __reduce__(self) -> tuple[Any, ...]:
        return Ctranslate2Translator, (self.directory.folder, self.settings)

    @property
    def signature(self) -> str:
        """Library version, directory name, fingerprint of its files, kind of numbers, beams."""
        return f"{self.revision}|beams {self.settings.beams}"

    @cached_property
    def revision(self) -> str:
        """The signature without what only generation depends on."""
        from importlib.metadata import version

        name = f"{self.directory.folder.resolve().name}@{self.directory.fingerprint()}"
        return f"ctranslate2 {version('ctranslate2')}|{name}|{self.settings.quantization}"

    @cached_property
    def cutters(self) -> tuple[Cutter, Cutter]:
        """Cut texts into the source's and the target's pieces."""
        found = read_cutters(self.directory)
        if found is None:
            raise EngineError(
                f"{self.directory.folder} holds no vocabulary that can be read: copy its tokenizer files too"
            )
        return found

    @cached_property
    def model(self) -> Any:
        """The loaded model, on the GPU if there is one."""
        import ctranslate2

        home = convert(self.directory, self.settings.quantization)
        with speaking(self.directory):
            return ctranslate2.Translator(
                str(home),
                device="cuda" if ctranslate2.get_cuda_device_count() else "cpu",
                compute_type=self.settings.quantization,
                intra_threads=self.settings.threads or min(4, os.cpu_count() or 1),
            )

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The directions the directory states; None where it states none."""
        return self.directory.pairs()

    def details(self) -> list[str]:
        """One line for the reader: languages, size, folder."""
        pairs = sorted(self.pairs() or ())
        ways = ", ".join("->".join(pair) for pair in pairs[:8]) or "any pair"
        size = sum(path.stat().st_size for path in self.directory.folder.iterdir() if path.is_file()) / 1e6
        return [f"{ways}, {self.directory.kind}, {size:.1f} MB before conversion, {self.directory.folder}"]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text."""
        self.directory.check_direction(source, target)
        first = self.first(target)

        def run(pieces: Sequence[str]) -> list[str | None]:
            return list(self._write([self.read(piece, source, target) for piece in pieces], first))

        manner = Manner(unreadable=self.cutters[0].unknown_share)
        return translate_carefully(texts, source, target, run, self.signature, manner)

    def read(self, text: str, source: str, target: str) -> list[str]:
        """A source sentence as the encoder wants it: pieces, end mark, and the language's token before them."""
        marian = self.directory.kind == "marian" or self.directory.target_first
        token = self.directory.token(target if marian else source)
        return [*([token] if token else []), *self.cutters[0].names(text)[:_LONGEST], _END]

    def first(self, target: str) -> list[str]:
        """What an output begins with: the token of its language, for families that name it there."""
        named = self.directory.kind != "marian" and not self.directory.target_first
        token = self.directory.token(target) if named else ""
        return [token] if token else []

    def _write(self, sentences: list[list[str]], first: list[str]) -> list[str]:
        longest = max((len(sentence) for sentence in sentences), default=0)
        # the library sorts by length and cuts the batches itself
        with speaking(self.directory):
            results = self.model.translate_batch(
                sentences,
                target_prefix=[first] * len(sentences) if first else None,
                beam_size=self.settings.beams,
                max_batch_size=_BATCH,
                batch_type="tokens",
                max_decoding_length=min(_LONGEST, 30 + 3 * longest),
            )
        special = {_END, "<unk>", "<pad>", "<s>", *self.directory.tokens.values()}
        written = ("".join(piece for piece in result.hypotheses[0] if piece not in special) for result in results)
        return [text.replace("\u2581", " ").strip() for text in written]


def create(settings: Mapping[str, Any]) -> Ctranslate2Translator:
    """Factory for the engine table; `model` = the directory; `beams`, `threads` and `quantization` are optional."""
    if not settings.get("model"):
        raise ConfigError("name the directory of a saved model: ctranslate2:PATH")
    quantization = str(settings.get("quantization", "int8"))
    if quantization not in _QUANTIZATIONS:
        raise ConfigError(f"quantization {quantization!r} must be one of {', '.join(_QUANTIZATIONS)}")
    chosen = Settings(
        beams=int(settings.get("beams", BEAMS)), threads=int(settings.get("threads", 0)), quantization=quantization
    )
    return Ctranslate2Translator(find_model(str(settings["model"])), chosen)
