"""Figures and names of the back-translation against the source's: a second witness for what the rules see in the translation itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.checks.dates import date_mismatch
from tqcheck.checks.names import name_mismatch
from tqcheck.checks.negation_probes import carried_back
from tqcheck.checks.numbers import number_mismatch
from tqcheck.checks.units import unit_mismatch
from tqcheck.model import Hit, Pair, Run, Segment
from tqcheck.registry import Check, Context

ENGINES: tuple[Check, ...] = (number_mismatch, date_mismatch, unit_mismatch, name_mismatch)
"""The rule engines that compare a source with a text, be it the translation or what comes back from it."""

ONE, MORE = 0.3, 0.1
"""Raw strength where one engine carries the difference back, and what a second one adds: calibrated with the probes, .15 and .22."""

Difference = tuple[tuple[int, int] | None, bool, str]
"""Words of the source, whether nothing stands for them, and the digits of what does."""


def returned_differences(pair: Pair, context: Context) -> Iterator[Hit]:
    """Differences from the source that the translation has and its back-translation has, too, at the words of the first.

    What only a back-translation shows is the engine's doing and no hit, and neither is a figure of the source that comes back as
    another one than the translation has. Every hit stands on the very words of a hit of TQ101-TQ104, whose witness it is.
    """
    backs = carried_back(pair)
    if not backs or pair.source is None or pair.target is None:
        return
    for engine in ENGINES:
        direct = [hit for hit in engine.judge(pair, context) if hit.source]
        if not direct:
            continue
        returned = [_differences(engine, pair, *back) for back in backs]
        for hit in direct:
            count = sum(_difference(hit, pair.target.text) in found for found in returned)
            if count:
                yield replace(
                    hit,
                    confidence=round(ONE + MORE * (count - 1), 2),
                    severity="minor",
                    evidence=(("back_translation", backs[0][0]),),
                    witness="returned",
                )


def _differences(engine: Check, pair: Pair, back: str, language: str) -> frozenset[Difference]:
    """What an engine finds between the source and what came back, both in the source's language."""
    segment = Segment(text=back, runs=(Run(0, len(back), 0, len(back)),))
    echo = replace(pair, target=segment, target_language=language)
    context = Context(source_language=pair.source_language, target_language=language)
    return frozenset(_difference(hit, back) for hit in engine.judge(echo, context) if hit.source)


def _difference(hit: Hit, text: str) -> Difference:
    """What makes two differences one: the words of the source, whether nothing stands for them, else the digits that do."""
    seen = text[hit.start : hit.end]
    return hit.source, hit.start == hit.end, "".join(str(int(char)) for char in seen if char.isdecimal())
