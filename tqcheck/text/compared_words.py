"""Qualities compared in Chinese: 比, what they are compared with, then the quality, which alone is too short to be sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from tqcheck.text.concepts import Entry

FRAME = "~"
"""What stands in an entry for the words between."""
_LONGEST = 14
"""Letters that are compared with, at most."""


def find_compared(text: str, framed: Mapping[str, Sequence[tuple[str, Entry]]]) -> Iterator[tuple[int, int, Entry]]:
    """Where the qualities of framed entries stand, nearest to the word that opens the frame; `framed`: opener -> (quality, entry)."""
    for opener, closings in framed.items():
        for match in _openers(opener).finditer(text):
            found = _nearest(match.group("rest"), closings)
            if found is not None:
                at, closing, entry = found
                start = match.start("rest") + at
                yield start, start + len(closing), entry


@cache
def _openers(opener: str) -> regex.Pattern[str]:
    """An opener that is no piece of another word (比赛, 百分比, 相比之下), and the letters of its clause."""
    return regex.compile(
        rf"(?<![分对无可评占]){opener}(?![赛如例较利喻分拟重值武亚方])(?P<rest>[\p{{L}}\p{{N}}“”《》]{{2,{_LONGEST + 4}}})"
    )


def _nearest(rest: str, closings: Sequence[tuple[str, Entry]]) -> tuple[int, str, Entry] | None:
    """The first quality behind at least one word; where several begin there, the longest."""
    places = [
        (place, -len(closing), closing, entry) for closing, entry in closings if (place := _ending(rest, closing))
    ]
    if not places:
        return None
    place, _, closing, entry = min(places, key=lambda item: item[:3])
    return place, closing, entry


def _ending(rest: str, closing: str) -> int:
    """Where a quality stands at the end of a clause, or before what says by how much; 0 where it does not."""
    found = regex.search(
        rf"(?<=.){closing}(?=得多|了|一些|一点|很多|许多|出|\p{{Nd}}|[一二两三四五六七八九十百千数]|[的，。]|$)", rest
    )
    return found.start() if found else 0
