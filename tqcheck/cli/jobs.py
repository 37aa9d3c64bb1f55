"""File arguments to jobs: standard input, source patterns."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tqcheck.errors import ConfigError
from tqcheck.jobs import Job


def make_jobs(files: Sequence[str], source: str, stdin_filename: str) -> list[Job]:
    """One job a file, in the order given; `source` is a file, or a pattern filled in for each translation."""
    if len(files) > 1 and source and "{" not in source:
        raise ConfigError(
            f"--source {source} is one file for {len(files)} translations: give a pattern such as source/{{name}}"
        )
    return [_make_job(name, source, stdin_filename) for name in files]


def _make_job(name: str, source: str, stdin_filename: str) -> Job:
    path = stdin_filename if name == "-" else name
    data = sys.stdin.buffer.read() if name == "-" else None
    return Job(path=path, source_path=fill_pattern(source, path), data=data)


def fill_pattern(pattern: str, path: str) -> str:
    """The source path for a translation: {name}, {stem}, {suffix}, {parent} of its path put in; an unknown field is an error."""
    part = Path(path)
    fields = {"name": part.name, "stem": part.stem, "suffix": part.suffix, "parent": part.parent.as_posix()}
    try:
        return pattern.format(**fields) if "{" in pattern else pattern
    except (KeyError, ValueError, IndexError) as error:
        raise ConfigError(f"--source {pattern!r}: unknown field {error}; known: {', '.join(fields)}") from error
