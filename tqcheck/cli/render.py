"""`tqcheck render`: a JSON report in another format, without checking anything again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def render(
    report: Annotated[Path, typer.Argument(help="A report written by --format json; - reads standard input.")],
    format_name: Annotated[str, typer.Option("--format", "-f", help="text, html, json, sarif...")] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
    ] = None,
) -> None:
    """Render a JSON report in another format."""
    import sys

    from tqcheck.registry import choose
    from tqcheck.render import RENDERERS
    from tqcheck.render.json import read

    renderer = choose("format", format_name, RENDERERS)
    data = sys.stdin.buffer.read() if str(report) == "-" else read_report(report)
    text: str = renderer(read(data, report.as_posix()), **terminal_options(format_name, output))
    write(text, output)


def read_report(path: Path) -> bytes:
    """The bytes of a report file; `ReadError` says in one line what is wrong with it."""
    from tqcheck.errors import ReadError

    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path.as_posix()}: {error.strerror or error}; give a report written by --format json"
        ) from error


def terminal_options(format_name: str, output: Path | None) -> dict[str, bool | int]:
    """Colour and width for text on a terminal; nothing for files, pipes, other formats, or where NO_COLOR is set."""
    import os
    import shutil
    import sys

    if format_name != "text" or output is not None or not sys.stdout.isatty():
        return {}
    return {"color": not os.environ.get("NO_COLOR"), "width": shutil.get_terminal_size().columns}


def write(text: str, output: Path | None) -> None:
    """Write a report as UTF-8, whatever the locale; `ConfigError` where the file cannot be written."""
    import sys

    from tqcheck.errors import ConfigError

    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
    except OSError as error:
        raise ConfigError(f"{output.as_posix()}: cannot be written ({error.strerror or error})") from error
