"""`engines install transformers:OWNER/NAME`: a model of the hub, fetched whole at one revision, checked and kept in the user's cache."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import regex

from tqcheck.engines.firefox.download import fetch
from tqcheck.errors import EngineError, MissingEngineError

Watch = Callable[[str, int, int], None]
"""Called with (file name, bytes so far, bytes in all)."""

_NAME = regex.compile(r"(?P<name>[\w-]+(?:\.[\w-]+)*/[\w-]+(?:\.[\w-]+)*)(?:@(?P<revision>[\w.-]+))?")
_WANTED = regex.compile(r"[^/]+\.(?:safetensors|spm|model|json)|pytorch_model[^/]*\.bin")


def models_folder() -> Path:
    """Where models of the hub lie: below TQCHECK_MODELS, or in the user's cache."""
    given = os.environ.get("TQCHECK_MODELS", "")
    if given:
        return Path(given) / "transformers"
    from platformdirs import user_cache_path

    return user_cache_path("tqcheck", appauthor=False) / "transformers"


def find_model(named: str) -> Path:
    """The directory behind a path, or behind OWNER/NAME[@REVISION] if that is installed; `MissingEngineError` names the command."""
    path = Path(named).expanduser()
    match = _NAME.fullmatch(named)
    if path.is_dir() or match is None:
        return path
    wanted = f"{match['name'].replace('/', '--')}@{(match['revision'] or '')[:12]}"
    found = sorted(models_folder().glob(wanted + "*")) if models_folder().is_dir() else []
    if len(found) > 1:
        revisions = ", ".join(item.name.rpartition("@")[2] for item in found)
        raise EngineError(
            f"{match['name']} is installed in several revisions ({revisions}): write {match['name']}@REVISION"
        )
    if not found:
        raise MissingEngineError(
            f"{named} is no folder and is not installed: run `tqcheck engines install transformers:{named}`"
        )
    return found[0]


def install_model(named: str, folder: Path | None = None, watch: Watch | None = None) -> Path:
    """Fetch OWNER/NAME[@REVISION]; the folder's name says the commit. `EngineError` when something is missing or not what it should be."""
    match = _NAME.fullmatch(named)
    if match is None:
        raise EngineError(f"{named!r} is no model of the hub: write OWNER/NAME or OWNER/NAME@REVISION")
    name, root = match["name"], f"{_endpoint()}/api/models/{match['name']}"
    commit = str(_ask(f"{root}/revision/{quote(match['revision'] or 'main')}").get("sha") or "")
    if not regex.fullmatch(r"[0-9a-f]{12,64}", commit):
        raise EngineError(f"{root} does not say the commit of {named}: check the address")
    folder = folder or models_folder()
    home = folder / f"{name.replace('/', '--')}@{commit[:12]}"
    if home.is_dir():
        return home
    files = _choose(_ask(f"{root}/tree/{commit}?recursive=true"), named)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as work:
            whole = Path(work) / "model"
            whole.mkdir()
            for entry in files:
                (whole / entry["path"]).write_bytes(_fetch(name, commit, entry, watch))
            # in one step: a half-fetched model is never found
            whole.rename(home)
    except OSError as error:
        raise EngineError(
            f"{home} cannot be written ({error.strerror or error}): free some space or name another folder"
        ) from error
    return home


def _endpoint() -> str:
    given = os.environ.get("HF_ENDPOINT", "")
    if given:
        return given.rstrip("/")
    try:
        from huggingface_hub.constants import ENDPOINT
    except ImportError as error:
        raise MissingEngineError(
            "installing from the hub needs transformers: pip install 'tqcheck[transformers]'"
        ) from error
    return str(ENDPOINT).rstrip("/")


def _ask(url: str) -> Any:
    try:
        return json.loads(fetch(url))
    except ValueError as error:
        raise EngineError(f"{url} answers something that is not JSON: check the address") from error


def _choose(tree: Any, named: str) -> list[dict[str, Any]]:
    """Weights (safetensors if there are any), vocabularies and settings, all at the top of the repository."""
    entries = [entry for entry in tree if isinstance(entry, dict)] if isinstance(tree, list) else []
    files = [entry for entry in entries if _WANTED.fullmatch(str(entry.get("path"))) and entry.get("type") == "file"]
    safe = any(entry["path"].endswith(".safetensors") for entry in files)
    chosen = [entry for entry in files if not (safe and entry["path"].endswith(".bin"))]
    names = {entry["path"] for entry in chosen}
    if "config.json" not in names or not any(name.endswith((".safetensors", ".bin")) for name in names):
        raise EngineError(f"{named} holds no weights and settings of a model that transformers could load")
    return sorted(chosen, key=lambda entry: str(entry["path"]))


def _fetch(name: str, commit: str, entry: dict[str, Any], watch: Watch | None) -> bytes:
    path = str(entry["path"])
    url = f"{_endpoint()}/{name}/resolve/{commit}/{quote(path)}"
    body = fetch(url, (lambda done, total: watch(path, done, total)) if watch else None)
    digest = str((entry.get("lfs") or {}).get("oid") or "")
    if len(body) != entry.get("size", len(body)) or (digest and sha256(body).hexdigest() != digest):
        raise EngineError(f"{url} is not what its publisher says: nothing was installed, try again")
    return body
