"""A progress bar with an estimate, on standard error, only when that is a terminal and there is something to wait for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def follow(items: Iterable[T], total: int, *, quiet: bool) -> Iterator[T]:
    """The items as they come."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, total=total, description="checking", console=console, transient=True)
