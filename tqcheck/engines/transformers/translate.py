"""The `transformers` translator: a model in a local directory, run by torch; nothing is downloaded."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tqcheck.engines.careful import Manner, translate_carefully
from tqcheck.engines.masking import mask
from tqcheck.engines.splitting import split_text
from tqcheck.engines.transformers.directory import read_directory
from tqcheck.engines.transformers.hub import find_model
from tqcheck.engines.transformers.model import LoadedModel, load_model, require_packages
from tqcheck.engines.transformers.pieces import Cutter, read_cutters
from tqcheck.errors import ConfigError
from tqcheck.model import Translation

BEAMS = 4
"""Width of the beam; the setting `beams` changes it."""


class TransformersTranslator:
    """One directory; the model is loaded on first use."""

    def __init__(self, folder: Path, *, beams: int = BEAMS, threads: int = 0) -> None:
        require_packages()
        self.directory = read_directory(folder)
        self._beams, self._threads = beams, threads or min(4, os.cpu_count() or 1)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.directory.folder, self._beams, self._threads)

    @property
    def signature(self) -> str:
        """Library version, directory name, fingerprint of its files, beams."""
        return f"{self.revision}|beams {self._beams}"

    @cached_property
    def revision(self) -> str:
        """The signature without what only generation depends on."""
        from importlib.metadata import version

        name = self.directory.folder.resolve().name
        return f"transformers {version('transformers')}|{name}@{self.directory.fingerprint()}"

    @cached_property
    def model(self) -> LoadedModel:
        """The loaded model; `EngineError` when the files are damaged."""
        return load_model(self.directory, beams=self._beams, threads=self._threads)

    @cached_property
    def cutters(self) -> tuple[Cutter, Cutter] | None:
        """Cut texts into the source's and the target's pieces; None where the directory does not tell their places."""
        return read_cutters(self.directory)

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The directions the directory states; None where it states none."""
        return self.directory.pairs()

    def details(self) -> list[str]:
        """One line for the reader: languages, folder."""
        pairs = sorted(self.pairs() or ())
        ways = ", ".join("->".join(pair) for pair in pairs[:8]) or "any pair"
        return [f"{ways}, {self.directory.kind}, {self.directory.folder}"]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text; `logprobs` where the text went through in whole sentences as written."""
        said: dict[str, tuple[float, ...]] = {}

        def run(pieces: Sequence[str]) -> list[str | None]:
            results = self.model.translate(pieces, source, target)
            said.update({piece: result.logprobs for piece, result in zip(pieces, results, strict=True)})
            return [result.text for result in results]

        self.directory.check_direction(source, target)
        manner = Manner(unreadable=self.cutters[0].unknown_share) if self.cutters else Manner()
        results = translate_carefully(texts, source, target, run, self.signature, manner)
        return [
            replace(result, logprobs=_logprobs(text, source, said)) for text, result in zip(texts, results, strict=True)
        ]


def create(settings: Mapping[str, Any]) -> TransformersTranslator:
    """Factory for the engine table; `model` = the directory, `beams` and `threads` are optional."""
    return TransformersTranslator(
        named_folder(settings), beams=int(settings.get("beams", BEAMS)), threads=int(settings.get("threads", 0))
    )


def named_folder(settings: Mapping[str, Any]) -> Path:
    """The directory of `transformers:PATH` or `transformers:OWNER/NAME`; `ConfigError` where none is named."""
    if not settings.get("model"):
        raise ConfigError("name the directory of a saved model: transformers:PATH, or OWNER/NAME of an installed one")
    return find_model(str(settings["model"]))


def _logprobs(text: str, source: str, said: Mapping[str, tuple[float, ...]]) -> tuple[float, ...] | None:
    found = [said.get(mask(piece.text).text) for piece in split_text(text, source) if piece.text]
    known = [item for item in found if item is not None]
    return tuple(score for item in known for score in item) if found and len(known) == len(found) else None


def _restore(folder: Path, beams: int, threads: int) -> TransformersTranslator:
    return TransformersTranslator(folder, beams=beams, threads=threads)
