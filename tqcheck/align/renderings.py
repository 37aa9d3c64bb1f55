"""What the dictionary says of the words of a pair: what each can render, and how many find it on the other side."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.model import Pair, Span
from tqcheck.text.bilingual import read_both, read_headwords
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.locale_facts import primary


def find_heads(text: str, spans: Sequence[Span], language: str, other: str) -> list[frozenset[str]]:
    """What each word of a text (spans in order) can render by the dictionary between its language and the other one."""
    found = [frozenset[str]()] * len(spans)
    place = 0
    for start, end, heads in sorted(
        read_headwords(text, primary(language), primary(other)), key=lambda reading: reading[0]
    ):
        while place < len(spans) and spans[place].end <= start:
            place += 1
        for row in range(place, len(spans)):
            if spans[row].start >= end:
                break
            found[row] |= heads
    return found


def count_rendered(pair: Pair) -> tuple[int, int]:
    """Of the English words of a pair that the dictionary knows: how many the other side may render, and how many it does not.

    Both 0 where no dictionary serves the pair.
    """
    if pair.source is None or pair.target is None:
        return 0, 0
    languages = primary(pair.source_language), primary(pair.target_language)
    here, there = read_both((pair.source.text, languages[0]), (pair.target.text, languages[1]))
    english, other = (here, there) if languages[0] == ENGLISH else (there, here)
    spoken = frozenset[str]().union(*(found for *_, found in other))
    rendered = sum(bool(found & spoken) for *_, found in english)
    return rendered, len(english) - rendered
