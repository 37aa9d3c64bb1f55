"""What a phrase that the model would add says of an omission: the counterpart of taking words out of the source."""

from __future__ import annotations

from tqcheck.engines.probing.phrases import places_of
from tqcheck.model import Pair, Probe


def find_restored(pair: Pair, start: int, end: int) -> Probe | None:
    """The best phrase put back where the source words from `start` to `end` seem lost: both sides become likelier by it."""
    likelihood = pair.evidence.likelihood
    if likelihood is None or pair.source is None or pair.target is None:
        return None
    places = places_of(pair.source.text, pair.target.text, likelihood.links, (start, end))
    sound = [
        probe
        for probe in likelihood.probes
        if probe.kind == "phrase" and probe.start in places and probe.gain > 0 and (probe.support or 0) > 0
    ]
    return max(sound, key=lambda probe: (probe.gain + (probe.support or 0), -probe.start), default=None)


def gain_of_restoring(pair: Pair, lost: Probe) -> float:
    """Nats that both sides gain together by it; 0 without one."""
    found = find_restored(pair, lost.start, lost.end)
    return found.gain + (found.support or 0.0) if found else 0.0
