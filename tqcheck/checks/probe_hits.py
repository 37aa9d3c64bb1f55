"""Hits of TQ201 and TQ202 inside a sentence: words that only one side has."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.back_translation import evidence_of
from tqcheck.checks.probe_places import find_gap
from tqcheck.checks.probes import read_source, read_translation
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context

_MENDED = 1.3
"""Penalty points that a translation must gain by losing words of which the source knows nothing (FLORES dev half, seven pairs)."""

_MENDED_FULL = 2.0
"""Points beyond that at which the finding is as strong as it gets."""


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
            )


def superfluous_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words without which the embedded model estimates the translation to be better, where no engine scores the pair."""
    if pair.target is None:
        return
    for probe in pair.evidence.superfluous or ():
        text = pair.target.text[probe.start : probe.end]
        if probe.gain >= _MENDED and text.strip():
            start = probe.start + len(text) - len(text.lstrip())
            yield Hit(
                start=start,
                end=start + len(text.strip()),
                message=f"“{text.strip()}” seems to have no counterpart in the source.",
                confidence=round(0.6 + 0.35 * min((probe.gain - _MENDED) / _MENDED_FULL, 1.0), 3),
                evidence=(("gain", f"{probe.gain:.1f} penalty points without it"),),
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
            )
