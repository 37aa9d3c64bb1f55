"""`tqcheck cache info` and `tqcheck cache clear`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from tqcheck.cache import ResultCache


def info() -> None:
    """Where the caches lie, how many results they hold and how large they are."""
    for name, cache in _caches():
        found = cache.info()
        for problem in cache.problems:
            typer.echo(problem, err=True)
        if found:
            typer.echo(f"{found.path}\n{found.entries} {name}, {found.size / 1e6:.1f} MB")


def clear() -> None:
    """Delete everything that was worked out; the next run works it out again."""
    for name, cache in _caches():
        found = cache.info()
        cache.clear()
        typer.echo(f"{found.entries if found else 0} {name} deleted")


def _caches() -> list[tuple[str, ResultCache]]:
    from tqcheck.cache import ResultCache, default_path
    from tqcheck.remembered import outcomes_path

    return [("results", ResultCache(default_path())), ("checked files", ResultCache(outcomes_path()))]
