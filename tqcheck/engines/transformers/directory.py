"""A model directory on disk, read without loading the model: is it one, its languages, its fingerprint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import regex

from tqcheck.engines.languages import nearest, nearest_pair, standard_code
from tqcheck.errors import ConfigError, EngineError

_READS = ("*.safetensors", "pytorch_model*.bin", "*.spm", "*.model", "*.json")
_SMALL_100 = "SMALL100Tokenizer"
_TOKEN = regex.compile(r">>(\w+)<<|__(\w+)__|([a-z]{3}_[A-Z][a-z]{3})")


@dataclass(frozen=True, slots=True)
class ModelDirectory:
    """A saved model and its tokenizer.

    Attributes:
        sources, targets: the languages stated, as BCP 47; empty = any, or a family that is not spelled out.
        tokens: for models of several languages, the language -> its token in the vocabulary (">>fra<<", "__fr__", "fra_Latn").
        kind: the `model_type` of the configuration: marian, m2m_100...
        target_first: SMaLL-100: the source sentence begins with the *target's* token, and the output with none.
    """

    folder: Path
    kind: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    tokens: dict[str, str]
    target_first: bool = False

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The directions, None = any."""
        targets = (self.tokens or self.targets) if self.kind == "marian" else self.tokens
        sources = self.sources if self.kind == "marian" else self.tokens
        if not sources or not targets:
            return None
        return frozenset((source, target) for source in sources for target in targets if source != target)

    def check_direction(self, source: str, target: str) -> None:
        """`EngineError` where the directory says it has other languages."""
        pairs = self.pairs()
        if pairs is not None and nearest_pair(source, target, pairs) is None:
            known = ", ".join("->".join(pair) for pair in sorted(pairs)[:8])
            raise EngineError(f"the model in {self.folder} has no {source}->{target} (it has {known})")

    def token(self, language: str) -> str:
        """The token of a language; "" for a model of one direction."""
        code = nearest(language, self.tokens)
        if self.tokens and code is None:
            raise EngineError(f"the model in {self.folder} does not know the language {language}")
        return self.tokens[code] if code else ""

    def fingerprint(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of weights, vocabularies and settings."""
        digest = sha256()
        for path in sorted({path for pattern in _READS for path in self.folder.glob(pattern)}):
            digest.update(path.name.encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        return digest.hexdigest()[:16]


def read_directory(folder: Path) -> ModelDirectory:
    """What a directory holds; `ConfigError` when it holds no translation model."""
    if not folder.is_dir():
        raise ConfigError(
            f"{folder} is no directory: transformers:PATH wants a saved model (config.json, weights, tokenizer)"
        )
    if not any(path for pattern in _READS[:2] for path in folder.glob(pattern)):
        raise ConfigError(
            f"{folder} holds no weights (*.safetensors or pytorch_model.bin): save or copy the whole model there"
        )
    config, tokenizer = _read(folder / "config.json"), _read(folder / "tokenizer_config.json")
    if not config.get("is_encoder_decoder", config.get("model_type") == "marian"):
        raise ConfigError(f"{folder} holds a {config.get('model_type', 'nameless')} model, which does not translate")
    return ModelDirectory(
        folder=folder,
        kind=str(config.get("model_type", "")),
        sources=_languages(tokenizer.get("source_lang")),
        targets=_languages(tokenizer.get("target_lang")),
        tokens=_tokens(folder, tokenizer) or _unlisted_tokens(config, tokenizer),
        target_first=tokenizer.get("tokenizer_class") == _SMALL_100,
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        record = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} cannot be read ({error}): copy the model again") from error
    return record if isinstance(record, dict) else {}


def _tokens(folder: Path, tokenizer: dict[str, Any]) -> dict[str, str]:
    vocabulary = _read(folder / "tokenizer.json").get("added_tokens") or []
    entries = [str(item.get("content")) for item in vocabulary] + list(_read(folder / "vocab.json"))
    special = [
        entry
        for record in (tokenizer, _read(folder / "special_tokens_map.json"))
        for field in ("additional_special_tokens", "extra_special_tokens")
        for entry in record.get(field) or ()
    ]
    found: dict[str, str] = {}
    for entry in [*entries, *map(str, special)]:
        if match := _TOKEN.fullmatch(entry):
            found.setdefault(standard_code(next(filter(None, match.groups()))), entry)
    # a language asked for without a script or region gets the first form the model has
    return {code.split("-")[0]: entry for code, entry in reversed(found.items())} | found


def _unlisted_tokens(config: dict[str, Any], tokenizer: dict[str, Any]) -> dict[str, str]:
    """M2M100's tokenizer computes its tokens and saves none of them."""
    if tokenizer.get("tokenizer_class") not in ("M2M100Tokenizer", _SMALL_100) or config.get("model_type") != "m2m_100":
        return {}
    import tomllib
    from importlib.resources import files

    data = files("tqcheck.engines.transformers") / "data" / "m2m100.toml"
    codes = tomllib.loads(data.read_text(encoding="utf-8")).get(tokenizer.get("language_codes") or "m2m100", [])
    return {standard_code(code): f"__{code}__" for code in codes}


def _languages(stated: object) -> tuple[str, ...]:
    """Languages of a field such as "en", "fra" or "deu+eng"; none for a family ("roa", "zls", "mul")."""
    codes = [standard_code(code) for code in str(stated or "").split("+") if code]
    return tuple(codes) if all(_is_language(code) for code in codes) else ()


def _is_language(code: str) -> bool:
    from babel import Locale

    first = code.split("-")[0]
    return first != "mul" and first in Locale("en").languages
