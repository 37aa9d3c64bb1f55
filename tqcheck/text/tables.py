"""Reads the data tables that lie beside the code, each once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `data/NAME.toml`."""
    return tomllib.loads(files("tqcheck.text.data").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def table_if_any(name: str) -> dict[str, Any]:
    """The TOML table `data/NAME.toml`; empty where there is none, as for a language that a folder of tables does not hold."""
    return table(name) if files("tqcheck.text.data").joinpath(f"{name}.toml").is_file() else {}
