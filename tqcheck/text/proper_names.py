"""Capitalised words of a document that can only be names: they stand in capitals where the language would not write one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.model import Segment


@dataclass(frozen=True, slots=True)
class NameUse:
    """One use of a capitalised word: its segment, offsets, and whether a sentence may begin there."""

    segment: Segment
    start: int
    end: int
    word: str
    initial: bool
    before: str
    after: str


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?<![\p{L}\p{M}\p{N}#@_])\p{Lu}[\p{L}\p{M}]*+(?:['’ʼ\-‐‑]\p{L}[\p{L}\p{M}]*+)*+")


_END = frozenset(".!?…:;\"“”„«»‘’'()[]—–-•|/\n\ufffc")


def name_uses(segments: Iterable[Segment]) -> Iterator[NameUse]:
    """Every capitalised word of the segments, with the capitalised words that touch it."""
    for segment in segments:
        matches = list(_pattern().finditer(segment.text))
        for index, match in enumerate(matches):
            lead = segment.text[: match.start()].rstrip()
            initial = not lead or lead[-1] in _END
            before = _touching(matches, index - 1, segment.text, match.start(), left=True)
            after = _touching(matches, index + 1, segment.text, match.end(), left=False)
            yield NameUse(segment, match.start(), match.end(), match[0], initial, before, after)


def _touching(matches: list[regex.Match[str]], index: int, text: str, edge: int, *, left: bool) -> str:
    if not 0 <= index < len(matches):
        return ""
    match = matches[index]
    gap = text[match.end() : edge] if left else text[edge : match.start()]
    return match[0] if gap in (" ", "\u00a0", ". ") else ""
