"""How often Python looks for garbage: seldom, since what the checks read stays, and what they make is freed without it."""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 200_000, 50, 100
"""Objects made and not yet freed, looks at the young ones, and looks at the middle-aged, after which the collector looks: with Python's own
700, 10 and 10 it looks hundreds of times while one article is judged, and finds next to nothing."""


def rest_collector() -> None:
    """Leave alone what has been read by now, and look for garbage seldom from here on."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
