"""`tqcheck init`: write the configuration and the files of CI systems, fitted to the project; nothing is ever overwritten."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tqcheck.configuration.detect import Detected


class System(StrEnum):
    """Where the check is to run."""

    GITHUB = "github"
    GITLAB = "gitlab"
    PRE_COMMIT = "pre-commit"


_FILES = {
    System.GITHUB: ("github.yml", ".github/workflows/tqcheck.yml"),
    System.GITLAB: ("gitlab.yml", "tqcheck.gitlab-ci.yml"),
    System.PRE_COMMIT: ("pre-commit.yaml", ".pre-commit-config.yaml"),
}
_HINTS = {System.GITLAB: "include it from .gitlab-ci.yml:  include: {local: tqcheck.gitlab-ci.yml}"}


def init(
    folder: Annotated[Path, typer.Argument(help="The project.")] = Path(),
    ci: Annotated[
        list[System], typer.Option("--ci", help="Also write the file for this system; may be repeated.")
    ] = [],  # noqa: B006 - typer copies defaults
) -> None:
    """Write tqcheck.toml for the layout found, and files for CI; files that are there stay as they are."""
    from tqcheck.configuration.detect import detect

    found = detect(folder)
    _write(folder / "tqcheck.toml", _configuration(found))
    if found:
        typer.echo(f"{found.pages} translations found in {', '.join(found.languages)}; `tqcheck check` checks them all")
    else:
        typer.echo("no known layout found: fill in [[pairs]] in tqcheck.toml, or give files to `tqcheck check`")
    for system in ci:
        template, name = _FILES[system]
        _write(folder / name, files("tqcheck.cli").joinpath("templates", template).read_text(encoding="utf-8"))
        if system in _HINTS:
            typer.echo(_HINTS[system])


def _write(path: Path, text: str) -> None:
    """Write a new file; of one that exists, print what it should hold."""
    from tqcheck.errors import ConfigError

    if path.exists():
        typer.echo(f"{path.as_posix()} exists and stays as it is; what would have been written:\n\n{text}")
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"{path.as_posix()}: cannot be written ({error.strerror or error})") from error
    typer.echo(f"wrote {path.as_posix()}")


def _configuration(found: Detected | None) -> str:
    lines = ["# Settings of tqcheck; `tqcheck config show` prints all of them with their defaults."]
    if found and found.source_language:
        lines.append(f'source-language = "{found.source_language}"')
    comment = "" if found else "# "
    table = found.table if found else (("source", "docs/en/{path}"), ("translation", "docs/{lang}/{path}"))
    languages = ", ".join(f'"{code}"' for code in found.languages) if found else '"de", "fr"'
    lines += ["", f"{comment}[[pairs]]", *(f'{comment}{key} = "{value}"' for key, value in table)]
    return "\n".join([*lines, f"{comment}languages = [{languages}]"]) + "\n"
