"""Runs git and says what is wrong in one line when it cannot."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tqcheck.errors import ConfigError

SHALLOW = (
    "this is a shallow clone, whose history ends before that: fetch the full depth (GitHub Actions: actions/checkout with "
    "fetch-depth: 0; GitLab: GIT_DEPTH: 0; by hand: git fetch --unshallow)"
)


def run_git(folder: Path, *arguments: str, asked: str) -> str:
    """Standard output of a git command in a folder.

    Raises:
        ConfigError: no git, or git failed; `asked` names the option or key that needs it.
    """
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace")
    except OSError as error:
        raise ConfigError(f"{asked} needs git, which cannot be run ({error.strerror or error})") from error
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ConfigError(f"{asked}: git {arguments[0]} failed in {folder.as_posix()}: {said}")
    return done.stdout


def is_shallow(folder: Path, *, asked: str) -> bool:
    """Whether the history of a clone was cut off when it was fetched."""
    return run_git(folder, "rev-parse", "--is-shallow-repository", asked=asked).strip() == "true"
