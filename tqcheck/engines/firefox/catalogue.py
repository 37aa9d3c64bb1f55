"""What Mozilla publishes: the records of its Remote Settings collection, as directions with their files."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tqcheck.engines.firefox.download import fetch
from tqcheck.engines.languages import nearest_pair
from tqcheck.errors import EngineError

_PREFERRED = ("base-memory", "base", "tiny", "")
"""Architectures, best first: base-memory gains 0.4 to 3 chrF over tiny at twice the size (notes on FLORES, 300 sentences)."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file to fetch: its name, where it lies, and the SHA-256 of its decompressed content ("" where none is published)."""

    name: str
    url: str
    digest: str


@dataclass(frozen=True, slots=True)
class RemoteModel:
    """One direction as published, its newest version in the best architecture."""

    source: str
    target: str
    version: str
    architecture: str
    files: tuple[RemoteFile, ...]


def read_catalogue(records_url: str = "") -> dict[tuple[str, str], RemoteModel]:
    """All directions; `records_url`, or TQCHECK_MODELS_URL, or fxtranslate's own default, names the collection's records."""
    try:
        from fxtranslate import discovery
    except ImportError as error:
        raise EngineError(
            "fxtranslate, which fetches models, has no build for this system: copy a folder of model files here and name it, "
            "--engine firefox:FOLDER"
        ) from error

    url = records_url or os.environ.get("TQCHECK_MODELS_URL", "") or discovery.records_url()
    body = fetch(url).decode("utf-8", "replace")
    try:
        records = discovery.parse_records(body)
    except ValueError as error:
        raise EngineError(f"{url} does not list translation models ({error}): check the address") from error
    return _models(records, _attachments(url))


def choose(catalogue: Mapping[tuple[str, str], RemoteModel], source: str, target: str) -> RemoteModel | None:
    """The model of a direction, or of its nearest (sr -> hr); None when there is none."""
    pair = nearest_pair(source, target, catalogue)
    return catalogue[pair] if pair else None


def _attachments(records_url: str) -> str:
    root = records_url.partition("/v1/")[0] + "/v1/"
    try:
        return str(json.loads(fetch(root))["capabilities"]["attachments"]["base_url"])
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{root} does not say where its attachments lie: check the address") from error


def _models(records: list[dict[str, str | None]], base: str) -> dict[tuple[str, str], RemoteModel]:
    groups: dict[tuple[str, str], dict[tuple[str, str], list[RemoteFile]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        pair = (str(record["sourceLanguage"]), str(record["targetLanguage"]))
        group = (str(record["version"] or ""), str(record.get("architecture") or ""))
        url = base.rstrip("/") + "/" + str(record["location"])
        groups[pair][group].append(RemoteFile(str(record["name"]), url, str(record.get("decompressedHash") or "")))
    models = {}
    for pair, versions in groups.items():
        usable = [group for group, files in versions.items() if _is_whole(files)]
        if usable:
            version, architecture = min(usable, key=_rank)
            files = tuple(sorted(versions[version, architecture], key=lambda file: file.name))
            models[pair] = RemoteModel(*pair, version, architecture, files)
    return models


def _is_whole(files: list[RemoteFile]) -> bool:
    names = [file.name for file in files]
    return any(name.startswith("model.") for name in names) and any("vocab." in name for name in names)


def _rank(group: tuple[str, str]) -> tuple[object, ...]:
    version, architecture = group
    # "3.0a1" is a trial version: below every release, and the higher number first
    numbers = [int("".join(filter(str.isdigit, part)) or 0) for part in version.split(".")]
    trial = any(letter.isalpha() for letter in version)
    place = _PREFERRED.index(architecture) if architecture in _PREFERRED else len(_PREFERRED)
    return trial, tuple(-number for number in numbers), place
