"""Two directions at once: each has its own model, and matrix products leave the interpreter free."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from tqcheck.engines.probing.direction import Direction

T = TypeVar("T")


def side_by_side(directions: Sequence[Direction], one: Callable[[], T], other: Callable[[], T]) -> tuple[T, T]:
    """Both results; on two threads where the scorers are two that say they may (`concurrent`) and there are two cores to use."""
    scorers = [direction.scorer for direction in directions]
    able = all(getattr(scorer, "concurrent", False) for scorer in scorers) and scorers[0] is not scorers[1]
    if not able or _cores() < 2:
        return one(), other()
    from threadpoolctl import threadpool_limits

    # the limit is the process's: set here once, so that neither thread lifts it while the other still works
    with threadpool_limits(1), ThreadPoolExecutor(2) as pool:
        first, second = pool.submit(one), pool.submit(other)
        return first.result(), second.result()


def _cores() -> int:
    """Cores this process may use: `OMP_NUM_THREADS` if set, else what the system grants."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted):
        return int(wanted)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
