"""`tqcheck config show`: the settings in force and where each comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tqcheck.cli import options as o


def show(
    path: Annotated[Path, typer.Argument(help="The file or folder whose settings are wanted.")] = Path(),
    config: o.Config = "",
    isolated: o.Isolated = False,
) -> None:
    """Print every setting with its value and its origin, one a line, as key = value  # origin."""
    from tqcheck.configuration import find_configuration, read_configuration, resolve

    if isolated:
        found = None
    elif config:
        found = read_configuration(Path(config))
    else:
        found = find_configuration(path if path.is_dir() else path.parent)
    settings = resolve(found, {})
    typer.echo(f"# paths are relative to {settings.root.as_posix()}")
    for key, value, origin in settings.origins:
        typer.echo(f"{key} = {_shown(value)}  # {origin}")


def _shown(value: object) -> str:
    if isinstance(value, tuple) and value and all(isinstance(item, tuple) for item in value):
        value = dict(value)
    return json.dumps(value, ensure_ascii=False)
