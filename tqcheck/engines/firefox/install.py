"""`engines install` for the firefox engine: the two directions an article needs, checked and put in place as a whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tqcheck.engines.firefox.catalogue import RemoteFile, RemoteModel, choose, read_catalogue
from tqcheck.engines.firefox.download import fetch
from tqcheck.engines.firefox.store import cache_folder
from tqcheck.errors import EngineError

Watch = Callable[[str, int, int], None]
"""Called with (file name, bytes so far, bytes in all)."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What one direction came to: the model used, "sr" asked and "hr" given included, or why there is none."""

    asked: tuple[str, str]
    model: RemoteModel | None
    folder: Path | None
    fresh: bool


def install_pair(
    source: str, target: str, *, folder: Path | None = None, records_url: str = "", watch: Watch | None = None
) -> list[Installed]:
    """For an article `source`-`target`: the reverse direction (back-translation), then the forward one (scoring, gloss).

    A direction that nobody publishes is said in the result; `EngineError` when neither exists or something cannot be fetched.
    """
    folder = folder or cache_folder()
    catalogue = read_catalogue(records_url)
    results = [_install(way, choose(catalogue, *way), folder, watch) for way in ((target, source), (source, target))]
    if not any(result.model for result in results):
        known = sorted({language for pair in catalogue for language in pair})
        raise EngineError(f"no model exists for {source}-{target}; languages published: {', '.join(known)}")
    return results


def _install(asked: tuple[str, str], model: RemoteModel | None, folder: Path, watch: Watch | None) -> Installed:
    if model is None:
        return Installed(asked, None, None, False)
    home = folder / f"{model.source}-{model.target}"
    if all((home / _plain(file.name)).is_file() for file in model.files) and _stamp(home) == model.version:
        return Installed(asked, model, home, False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as work:
            for file in model.files:
                (Path(work) / _plain(file.name)).write_bytes(_fetch_file(file, watch))
            (Path(work) / "version").write_text(model.version, encoding="utf-8")
            # the folder changes in one step: a half-fetched model is never found
            shutil.rmtree(home, ignore_errors=True)
            Path(work).rename(home)
            Path(work).mkdir()
    except OSError as error:
        raise EngineError(
            f"{home} cannot be written ({error.strerror or error}): free some space or name another folder"
        ) from error
    return Installed(asked, model, home, True)


def _fetch_file(file: RemoteFile, watch: Watch | None) -> bytes:
    from fxtranslate import discovery

    body = fetch(file.url, (lambda done, total: watch(file.name, done, total)) if watch else None)
    if not body.startswith(b"\x28\xb5\x2f\xfd"):
        return _check(file, body)
    try:
        return bytes(discovery.verify_and_decompress(body, file.digest or None))
    except ValueError as error:
        raise EngineError(
            f"{file.url} is not what its publisher says ({error}): nothing was installed, try again"
        ) from error


def _check(file: RemoteFile, body: bytes) -> bytes:
    import hashlib

    found = hashlib.sha256(body).hexdigest()
    if file.digest and found != file.digest:
        raise EngineError(
            f"{file.url} is not what its publisher says (SHA-256 {found[:12]}...): nothing was installed, try again"
        )
    return body


def _plain(name: str) -> str:
    # a published name may not lead out of the folder
    return Path(name.removesuffix(".zst")).name


def _stamp(home: Path) -> str:
    path = home / "version"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
