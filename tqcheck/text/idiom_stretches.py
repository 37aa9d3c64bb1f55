"""Where all images of an idiom stand together in a translation."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.text.word_expressions import UNSPACED

REACH, REACH_UNSPACED, REACH_SPLIT = 48, 16, 60
"""Characters within which all images of one idiom must stand, in scripts with and without spaces between words, and in `_SPLIT`."""
_SPLIT = frozenset({"de", "nl", "sv", "da", "no"})
"""Languages whose subject may stand between the verb and the rest: "Da biss der Schatzmeister des Festivals auf die Kugel"."""

Span = tuple[int, int]


def together(places: Sequence[Sequence[Span]], language: str) -> Span | None:
    """The shortest stretch that holds a place of every image, at different words; None where it is too long or one is missing."""
    if not places or not all(places):
        return None
    reach = REACH_UNSPACED if language in UNSPACED else REACH_SPLIT if language in _SPLIT else REACH
    best: Span | None = None
    for first in min(places, key=len):
        start, end = first
        for spans in places:
            apart = [span for span in spans if span == first or span[1] <= first[0] or span[0] >= first[1]]
            own = spans is min(places, key=len)
            if not own:
                apart = [span for span in apart if span != first]
            if not apart:
                break
            near = first if own else min(apart, key=lambda span: abs(span[0] - first[0]))
            start, end = min(start, near[0]), max(end, near[1])
        else:
            if end - start <= reach and (best is None or end - start < best[1] - best[0]):
                best = start, end
    return best
