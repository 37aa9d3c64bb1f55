"""Hits of TQ201 and TQ202 inside a sentence: words that only one side has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.checks.back_translation import evidence_of, witness_of
from tqcheck.checks.probe_places import find_gap
from tqcheck.checks.probes import Reading, read_source, read_translation
from tqcheck.checks.restored_phrases import find_restored
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
    """Words of the source that the translation does not render, at the gap where they would stand.

    Two witnesses: taken out of the source, the words are not missed; put back into the translation, they are welcome. Both together are
    "restored", the first alone "deletion", the second alone "phrase".
    """
    if pair.source is None or pair.target is None:
        return
    told = set[int]()
    for reading in read_source(pair, context.article):
        if reading.kind == "delete":
            restored = find_restored(pair, reading.start, reading.end)
            gap = restored.start if restored else find_gap(pair, reading.start)
            told.add(gap)
            yield _lost(pair, reading, gap, (reading.start, reading.end), restored.replacement if restored else "")
    for reading in read_translation(pair, context.article):
        if reading.kind == "phrase" and reading.start not in told:
            yield _lost(pair, reading, reading.start, None, reading.replacement)


def _lost(pair: Pair, reading: Reading, gap: int, source: tuple[int, int] | None, phrase: str) -> Hit:
    text = pair.source.text if pair.source else ""
    phrase = phrase.strip(" ,;:")
    said = (
        f"The source's “{text[slice(*source)]}” is not in the translation"
        if source
        else "The translation lacks something"
    )
    return Hit(
        start=gap,
        end=gap,
        source=source,
        message=f"{said}: “{phrase}” is expected here." if phrase else f"{said}.",
        confidence=reading.strength,
        evidence=evidence_of(pair, replace(reading, replacement=phrase)),
        witness=witness_of(pair, "phrase" if source is None else "restored" if phrase else "deletion"),
    )
