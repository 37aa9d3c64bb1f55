"""Times of day with minutes: 17:30, 17h30, 21 h 52, 5.30 pm, 17.30 Uhr, klo 14.05, 午後5時30分."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_TIME = regex.compile(
    r"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-4])"
    r"(?P<mark>:|\.|[ \u00a0\u202f]?h[ \u00a0\u202f]?|[ \u00a0]?Uhr[ \u00a0]|[時点點]|시[ ]?)"
    r"(?P<minutes>[0-5]\d)(?![\d%]|[.,:]\d|[ \u00a0\u202f]000)",
    regex.IGNORECASE,
)
_HALF = regex.compile(r"[ \u00a0\u202f]?(?P<half>[ap])\.?[ \u00a0]?m\b", regex.IGNORECASE)
_AFTER = regex.compile(
    r"[ \u00a0](?:train|bus|ferry|flight|boat|tram|service|express)\b|[ \u00a0\u202f]?(?:Uhr|uur|hod|час|ч\b|год\b|h\b|hrs?\b|giờ|น\.)"
    r"|[ \u00a0]?(?:-|–|tot|bis|do|til|till|a|à|al|до|i|и)[ \u00a0]?[0-2]?\d\.[0-5]\d[ \u00a0]?(?:Uhr|uur|час|ч\b|sat|h\b|hod|kl)",
    regex.IGNORECASE,
)
_BEFORE = regex.compile(
    r"(?:\b(?:klo|kl|kell|ore|alle|às|à|ura|u|o|at|um|saat|у|в|во|о|об|a las|w|ve"
    r"|(?:board|catch|caught|miss|take|took)\p{L}* the)\.?|午[前後]|[上下]午|오[전후])[ \u00a0]?$",
    regex.IGNORECASE,
)
_REACH = 16
"""Characters before a time in which a word says that it is one."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """Offsets of hour and minutes, the hours they may mean on either clock, and the minute."""

    start: int
    hour_end: int
    minute_start: int
    end: int
    hours: tuple[int, ...]
    minute: int


def find_clock_times(text: str) -> Iterator[ClockTime]:
    """Times of day in a text whose digits are ASCII; a figure with a point needs a word beside it that says it is a time."""
    for match in _TIME.finditer(text):
        half = _HALF.match(text, match.end())
        if match["mark"] == "." and not (
            half
            or _AFTER.match(text, match.end())
            or _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        ):
            continue
        hour = int(match["hour"])
        yield ClockTime(
            match.start(),
            match.end("hour"),
            match.start("minutes"),
            match.end(),
            _hours(hour, half),
            int(match["minutes"]),
        )


def _hours(hour: int, half: regex.Match[str] | None) -> tuple[int, ...]:
    if half is None:
        return (hour, hour - 12) if hour > 12 else (hour, hour + 12)
    if hour == 12:
        return (12,) if half["half"] in "pP" else (0, 24)
    return (hour, hour + 12) if half["half"] in "pP" else (hour,)
