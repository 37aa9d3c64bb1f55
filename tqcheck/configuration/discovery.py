"""Finds the configuration that holds for a file: the nearest `tqcheck.toml` or `pyproject.toml` with `[tool.tqcheck]` above it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqcheck.errors import ConfigError

NAMES = ("tqcheck.toml", ".tqcheck.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file as read: its path, and its settings by key; `root` is the folder that its paths are relative to."""

    path: Path
    values: Mapping[str, Any]

    @property
    def root(self) -> Path:
        """The folder of the file."""
        return self.path.parent


def find_configuration(start: Path) -> ConfigFile | None:
    """The nearest configuration at or above a folder; None where there is none. The nearest wins whole, nothing is merged."""
    folder = start.absolute()
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if path.is_file() and (found := _read_if_ours(path)) is not None:
                return found
    return None


def read_configuration(path: Path) -> ConfigFile:
    """The file that `--config` names; `ConfigError` if it cannot be read or a pyproject.toml says nothing about tqcheck."""
    found = _read_if_ours(path.absolute())
    if found is None:
        raise ConfigError(f"{path.as_posix()} has no [tool.tqcheck] table")
    return found


def _read_if_ours(path: Path) -> ConfigFile | None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.as_posix()}: cannot be read ({error})") from error
    shared = path.name == "pyproject.toml"
    if shared and "tool.tqcheck" not in text:
        return None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path.as_posix()}: not valid TOML ({error})") from error
    if not shared:
        return ConfigFile(path, values)
    own = values.get("tool", {}).get("tqcheck")
    return None if own is None else ConfigFile(path, own)
