"""A saved model converted once for CTranslate2, kept in the user's cache under the fingerprint of its files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from tqcheck.engines.transformers.directory import ModelDirectory
from tqcheck.engines.transformers.model import require_packages, speaking
from tqcheck.errors import EngineError

_NUMBERS = "shared_vocabulary.json"


def converted_folder() -> Path:
    """Where conversions lie: below TQCHECK_MODELS, or in the user's cache."""
    given = os.environ.get("TQCHECK_MODELS", "")
    if given:
        return Path(given) / "ctranslate2"
    from platformdirs import user_cache_path

    return user_cache_path("tqcheck", appauthor=False) / "ctranslate2"


def convert(directory: ModelDirectory, quantization: str) -> Path:
    """The folder of the converted model; made on first use (needs the extra `transformers`), found again afterwards.

    `EngineError` when the files are damaged, the model is one that CTranslate2 would run differently, or nothing can be written.
    """
    home = converted_folder() / f"{directory.folder.resolve().name}-{directory.fingerprint()}-{quantization}"
    if (home / "model.bin").is_file():
        return home
    require_packages()
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent, prefix=".new-") as work:
            with speaking(directory):
                _check_padding(directory)
                _make_converter(directory).convert(f"{work}/model", quantization=quantization)
            # in one step: a half-converted model is never found; another process may have been faster
            if not home.exists():
                (Path(work) / "model").rename(home)
    except OSError as error:
        raise EngineError(
            f"{home} cannot be written ({error.strerror or error}): free some space or name another folder in TQCHECK_MODELS"
        ) from error
    return home


def _make_converter(directory: ModelDirectory) -> Any:
    from ctranslate2.converters import TransformersConverter
    from transformers import M2M100Tokenizer

    class Converter(TransformersConverter):  # type: ignore[misc]
        """The library's, with the languages of models whose tokenizer does not say them."""

        def load_tokenizer(self, tokenizer_class: Any, name: str, **settings: Any) -> Any:
            kind = M2M100Tokenizer if directory.target_first else tokenizer_class
            tokenizer = kind.from_pretrained(name, local_files_only=True, **settings)
            return _Named(tokenizer, _unsaved_tokens(directory, tokenizer))

    return Converter(str(directory.folder))


def _unsaved_tokens(directory: ModelDirectory, tokenizer: Any) -> list[str]:
    """Language tokens beyond the vocabulary, in the order of their ids."""
    numbers, tokens = tokenizer.get_vocab(), set(directory.tokens.values())
    return sorted(tokens - set(numbers), key=tokenizer.convert_tokens_to_ids)


class _Named:
    """A tokenizer that lists its language tokens where the converter looks for them."""

    def __init__(self, tokenizer: Any, tokens: list[str]) -> None:
        self._tokenizer, self._tokens = tokenizer, tokens

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tokenizer, name)

    @property
    def special_tokens_map(self) -> dict[str, Any]:
        known = dict(self._tokenizer.special_tokens_map)
        return known | {"additional_special_tokens": [*known.get("additional_special_tokens", ()), *self._tokens]}


def _check_padding(directory: ModelDirectory) -> None:
    """CTranslate2 starts a Marian decoder from zeros, the library from the padding's embedding: only where that is zero they agree."""
    if directory.kind != "marian":
        return
    from transformers import MarianMTModel

    network = MarianMTModel.from_pretrained(directory.folder, local_files_only=True)
    table = network.get_decoder().embed_tokens.weight.detach()
    if float(table[network.config.pad_token_id].abs().max()) > 1e-6:
        raise EngineError(
            f"the model in {directory.folder} has a trained padding entry, which CTranslate2 drops: "
            f"its output would be another model's; use transformers:{directory.folder}"
        )
