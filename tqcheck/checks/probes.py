"""What the probes of a pair amount to: the one reading of each suspicious place, confirmed from both sides.

Used by TQ201, TQ202 and TQ602. How strong a reading is, weights say that were fitted on development data (`probe_strength`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tqcheck.checks.linked_words import RENDERED
from tqcheck.checks.probe_candidates import Candidate, source_candidates, translation_candidates
from tqcheck.checks.probe_strength import weigh
from tqcheck.model import Article, Pair, Probe

_LEAST = 0.1
"""Strength below which a reading is none."""

_RENDERING = 0.55
"""Strength of the word link of a word that is expected from which it renders a word of the source.

Of 89 planted words 72 have such a link and none of their own; of 43 words that models would merely rather have, 11 (FLORES, dev half, pt-en
and en-pt).
"""

_EXCHANGED = 0.7
"""What the strength of an addition is multiplied by where the sentence has an omission too, and the other way round."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A suspicious place of one side and what would stand there; `strength` 0-1 = how likely it is an error.

    `alone`: the word that stands there renders nothing by the word links, and the word expected does.
    """

    kind: str
    start: int
    end: int
    replacement: str
    gain: float
    support: float
    strength: float
    alone: bool = False


def read_translation(pair: Pair, article: Article | None) -> list[Reading]:
    """Places of the translation, at most one reading a place, in order; kinds are those of the probes."""
    found = _read_added(pair, article)
    exchanged = any(reading.kind == "delete" for reading in _read_lost(pair, article))
    return [_weaken_exchanged(reading, exchanged) for reading in found]


def read_source(pair: Pair, article: Article | None) -> list[Reading]:
    """Places of the source that the translation seems to lack, in order; kinds delete and negation."""
    found = _read_lost(pair, article)
    exchanged = any(reading.kind == "delete" for reading in _read_added(pair, article))
    return [_weaken_exchanged(reading, exchanged) for reading in found]


def is_choice(reading: Reading | Probe, pair: Pair, article: Article | None) -> bool:
    """Whether the translation uses the same word for the same expected one elsewhere: that is a choice of term, no slip."""
    said = pair.target.text[reading.start : reading.end].casefold() if pair.target else ""
    return reading.kind == "word" and any(
        probe.kind == "word"
        and probe.replacement.casefold() == reading.replacement.casefold()
        and other.target is not None
        and other.target.text[probe.start : probe.end].casefold() == said
        for other in (article.pairs if article else ())
        if other.target != pair.target and other.evidence.likelihood is not None
        for probe in other.evidence.likelihood.probes
    )


def _read_added(pair: Pair, article: Article | None) -> list[Reading]:
    text = pair.target.text if pair.target else ""
    return list(_without_overlaps(_read(candidate, text) for candidate in translation_candidates(pair, article)))


def _read_lost(pair: Pair, article: Article | None) -> list[Reading]:
    text = pair.source.text if pair.source else ""
    return list(_without_overlaps(_read(candidate, text) for candidate in source_candidates(pair, article)))


def _read(candidate: Candidate, text: str) -> Reading:
    """Without the space and the commas that a deletion takes along."""
    probe, measures = candidate.probe, candidate.measures
    start, end = probe.start, probe.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    strength = weigh(candidate.kind, measures)
    alone = probe.kind == "word" and measures.link < RENDERED and measures.expected >= _RENDERING
    return Reading(probe.kind, start, end, probe.replacement, measures.gain, measures.support, strength, alone)


def _weaken_exchanged(reading: Reading, exchanged: bool) -> Reading:
    """Where words are too many on both sides they likely render each other, "anti-regime" and „en contra del régimen“."""
    if not exchanged or reading.kind != "delete":
        return reading
    return replace(reading, strength=round(reading.strength * _EXCHANGED, 3))


def _without_overlaps(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The best reading of each place: the strongest, and what both sides gain most by; faint ones are none."""
    kept: list[Reading] = []
    for reading in sorted(
        (item for item in readings if item.strength >= _LEAST),
        key=lambda item: (-item.strength, -(item.gain + item.support), item.start, item.end, item.kind),
    ):
        if all(reading.end <= other.start or reading.start >= other.end for other in kept):
            kept.append(reading)
    yield from sorted(kept, key=lambda item: (item.start, item.end))
