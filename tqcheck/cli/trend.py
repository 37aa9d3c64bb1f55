"""`tqcheck report trend`: past JSON reports of a folder as one HTML overview."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def trend(
    directory: Annotated[Path, typer.Argument(help="Folder of reports written by --format json.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
    ] = None,
) -> None:
    """Draw score and findings of past JSON reports, ordered and labelled by file name."""
    from tqcheck.cli.render import read_report, write
    from tqcheck.errors import ReadError
    from tqcheck.render.html.trend import render_trend
    from tqcheck.render.json import read

    if not directory.is_dir():
        raise ReadError(f"{directory.as_posix()}: not a folder; give the folder that holds your JSON reports")
    paths = sorted(directory.glob("*.json"))
    if not paths:
        raise ReadError(f"{directory.as_posix()}: holds no .json file; write reports there with --report json=FILE")
    write(render_trend([(path.stem, read(read_report(path), path.as_posix())) for path in paths]), output)
