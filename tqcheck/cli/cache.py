"""`tqcheck cache info` and `tqcheck cache clear`."""

from __future__ import annotations

import typer


def info() -> None:
    """Where the cache lies, how many results it holds and how large it is."""
    from tqcheck.cache import ResultCache, default_path

    cache = ResultCache(default_path())
    found = cache.info()
    for problem in cache.problems:
        typer.echo(problem, err=True)
    if found:
        typer.echo(f"{found.path}\n{found.entries} results, {found.size / 1e6:.1f} MB")


def clear() -> None:
    """Delete everything engines have worked out; the next run works it out again."""
    from tqcheck.cache import ResultCache, default_path

    cache = ResultCache(default_path())
    found = cache.info()
    cache.clear()
    typer.echo(f"{found.entries if found else 0} results deleted")
