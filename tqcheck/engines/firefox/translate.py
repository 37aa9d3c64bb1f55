"""The `firefox` translator: Mozilla's models run by `fxtranslate`, on the processor, offline."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tqcheck.engines.careful import Manner, translate_carefully
from tqcheck.engines.firefox.store import ModelFiles, installed
from tqcheck.engines.firefox.vocabulary import Vocabulary
from tqcheck.engines.languages import nearest_pair
from tqcheck.errors import EngineError
from tqcheck.model import Translation


class FirefoxTranslator:
    """Every direction that is installed; a model is loaded on first use, once a thread (the engine must not cross threads)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._files = {(files.source, files.target): files for files in installed(folder)}
        self._local = threading.local()
        self._folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return FirefoxTranslator, (self._folder,)

    @property
    def signature(self) -> str:
        """Engine version and the revisions of all installed models."""
        models = ",".join(f"{files.source}-{files.target}@{files.revision}" for files in self._files.values())
        return f"{_engine_signature()}|{models or 'no models'}"

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Directions installed."""
        return frozenset(self._files)

    def details(self) -> list[str]:
        """One line a direction: languages, size, licence, folder."""
        return [
            f"{files.source}->{files.target}, {files.size / 1e6:.0f} MB, licence {files.licence}, {files.folder}"
            for files in self._files.values()
        ]

    def signature_for(self, source: str, target: str) -> str:
        """What a translation of this pair carries: engine, direction used, revision of its weights."""
        files = self._files[self._pair(source, target)]
        return f"{_engine_signature()}|{files.source}-{files.target}@{files.revision}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text; letters the model does not know are refused, not guessed."""
        files = self._files[self._pair(source, target)]
        engine, vocabulary = self._load(files)

        def run(pieces: Sequence[str]) -> list[str | None]:
            return [_run_one(engine, piece) for piece in pieces]

        manner = Manner(unreadable=vocabulary.unknown_share)
        return translate_carefully(texts, source, target, run, self.signature_for(source, target), manner)

    def _pair(self, source: str, target: str) -> tuple[str, str]:
        pair = nearest_pair(source, target, self._files)
        if pair is None:
            raise EngineError(
                f"no translation model {source}->{target} is installed: run `tqcheck engines install {target}-{source}`"
            )
        return pair

    def _load(self, files: ModelFiles) -> tuple[Any, Vocabulary]:
        loaded: dict[Path, tuple[Any, Vocabulary]] = self._local.__dict__.setdefault("engines", {})
        if files.model not in loaded:
            loaded[files.model] = _load_engine(files)
        return loaded[files.model]


def create(settings: Mapping[str, Any]) -> FirefoxTranslator:
    """Factory for the engine table; `model` = a folder of model files in place of what is installed."""
    model = settings.get("model")
    return FirefoxTranslator(Path(model) if model else None)


def _engine_signature() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"firefox|fxtranslate {version('fxtranslate')}"
    except PackageNotFoundError:
        return "firefox|own decoder 1"


def _load_engine(files: ModelFiles) -> tuple[Any, Vocabulary]:
    try:
        from fxtranslate import Translator
    except ImportError:
        # no build for Intel macOS and for musl: the same words, eight times slower
        from tqcheck.engines.firefox.decoder import Decoder

        return Decoder(files), Vocabulary.read(files.source_vocabulary.read_bytes())
    try:
        ours, theirs = files.source_vocabulary.read_bytes(), files.target_vocabulary.read_bytes()
        lexicon = files.shortlist.read_bytes() if files.shortlist else None
        return Translator(files.model.read_bytes(), ours, theirs, lexicon), Vocabulary.read(ours)
    except (ValueError, OSError) as error:
        raise EngineError(f"the model in {files.folder} cannot be loaded ({error}): install it again") from error


def _run_one(engine: Any, text: str) -> str | None:
    try:
        return str(engine.translate(text))
    except (ValueError, UnicodeError):
        return None
    except BaseException as error:
        # a Rust panic derives from BaseException: one bad text must not end the run
        if type(error).__name__ == "PanicException":
            return None
        raise
