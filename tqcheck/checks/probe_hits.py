"""Hits of TQ201 and TQ202 inside a sentence: words that only one side has."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.back_translation import evidence_of, witness_of
from tqcheck.checks.probe_places import find_gap
from tqcheck.checks.probes import read_source, read_translation
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context


def added_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words of the translation that render nothing of the source; nothing where no engine scores the pair."""
    if pair.source is None or pair.target is None:
        return
    for reading in read_translation(pair, context.article):
        if reading.kind == "delete" and not reading.replacement.strip():
            start, end = reading.start, reading.end
            yield Hit(
                start=start,
                end=end,
                message=f"“{pair.target.text[start:end]}” has no counterpart in the source.",
                confidence=reading.strength,
                evidence=evidence_of(pair, reading),
                witness=witness_of(pair, "deletion"),
            )


def lost_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words of the source that the translation does not render, at the gap where they would stand."""
    if pair.source is None or pair.target is None:
        return
    for reading in read_source(pair, context.article):
        if reading.kind == "delete":
            start, end = reading.start, reading.end
            gap = find_gap(pair, start)
            yield Hit(
                start=gap,
                end=gap,
                source=(start, end),
                message=f"The source's “{pair.source.text[start:end]}” is not in the translation.",
                confidence=reading.strength,
                evidence=evidence_of(pair, reading),
                witness=witness_of(pair, "deletion"),
            )
