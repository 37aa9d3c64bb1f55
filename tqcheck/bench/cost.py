"""Time and memory of a run: printed, never stored, because they differ from machine to machine."""

from __future__ import annotations

import sys
import time


class Cost:
    """A clock that starts when it is made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def describe(self, items: int) -> str:
        """One line: wall and processor seconds, items per second, peak memory where the system tells it."""
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        rate = f", {items / cpu:.1f} items per processor second" if items and cpu else ""
        return f"{items} items in {wall:.0f} s ({cpu:.0f} s of processor time{rate}){_peak()}"


def _peak() -> str:
    try:
        import resource
    except ImportError:  # not on Windows
        return ""
    unit = 1 if sys.platform == "darwin" else 1024
    return f", peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20:.0f} MiB"
