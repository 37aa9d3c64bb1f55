"""Anchor evidence: how much likelier shared and missing keys are if two segments translate each other than if they do not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.features import RELIABILITY

COMMON = 0.5
"""Keys in more than this share of the segments of either side tell nothing (unless they are punctuation)."""

STRANGE = {"u": -1.5, "n": -1.2, "a": -0.4, "4": -0.15}
"""Nats by class for a key (of more than one sign) that the other document has nowhere."""

Array = NDArray[np.float64]
Rates = tuple[float, float, float]
"""Nats of a key: both sides hold it, the source alone does, the target alone does."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Log-likelihood ratios in nats of key sets, each key counted once however many segments are merged.

    Attributes:
        source_keys, target_keys: per segment, its keys that occur on both sides.
        places: key -> sorted target segments that hold it.
        rates: key -> its nats.
        source_strange, target_strange: nats (<= 0) per segment for keys that the whole other side lacks: a reason to leave it unpaired.
    """

    source_keys: tuple[tuple[str, ...], ...]
    target_keys: tuple[tuple[str, ...], ...]
    places: dict[str, list[int]]
    rates: dict[str, Rates]
    source_strange: Array
    target_strange: Array
    _alone: dict[int, Array] = field(default_factory=dict)
    _windows: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    def score(self, rows: range, width: int, low: int, high: int) -> Array:
        """Nats of the source segments `rows`, merged, against each `width` merged target segments that begin in [low, high)."""
        keys = self.source_keys[rows.start]
        if len(rows) > 1:
            keys = tuple({key: None for row in rows for key in self.source_keys[row]})
        alone = sum(self.rates[key][1] for key in keys) + self.source_strange[rows.start : rows.stop].sum()
        values = self._alone_target(width)[low:high] + alone
        shared, gains = list[int](), list[float]()
        for key in keys:
            hit, lost, unasked = self.rates[key]
            windows = self._windows_with(key, width)
            found = windows[bisect_left(windows, low) : bisect_left(windows, high)]
            shared += found
            gains += [hit - lost - unasked] * len(found)
        np.add.at(values, np.array(shared, np.int64) - low, gains)
        return np.asarray(values)

    def _windows_with(self, key: str, width: int) -> list[int]:
        """Sorted starts of the windows of `width` target segments of which one holds the key."""
        if (key, width) not in self._windows:
            starts = {place - step for place in self.places[key] for step in range(width)}
            self._windows[key, width] = sorted(starts)
        return self._windows[key, width]

    def _alone_target(self, width: int) -> Array:
        """Nats of each window of target segments whose keys all stand alone; entry i is the window [i, i + width)."""
        if width not in self._alone:
            windows = zip(*(self.target_keys[step:] for step in range(width)), strict=False)
            known = [
                sum(self.rates[key][2] for key in dict.fromkeys(key for keys in window for key in keys))
                for window in windows
            ]
            strange = np.convolve(self.target_strange, np.ones(width), "valid")[: len(known)]
            self._alone[width] = np.array(known, np.float64) + strange
        return self._alone[width]

    def take(self, source: Sequence[int], target: Sequence[int]) -> Anchors:
        """The same rates for some source and some target segments (ascending indices), counted anew from 0."""
        theirs = tuple(self.target_keys[index] for index in target)
        places = _places(theirs)
        return Anchors(
            source_keys=tuple(tuple(key for key in self.source_keys[index] if key in places) for index in source),
            target_keys=theirs,
            places=places,
            rates=self.rates,
            source_strange=self._unmet(source, places),
            target_strange=self.target_strange[list(target)],
        )

    def _unmet(self, source: Sequence[int], places: Container[str]) -> Array:
        """Strangeness of source segments where keys that the other side holds elsewhere now stand alone for certain."""
        lost = [sum(self.rates[key][1] for key in self.source_keys[index] if key not in places) for index in source]
        return np.asarray(self.source_strange[list(source)] + np.array(lost, np.float64))


def weigh_anchors(
    source: Sequence[frozenset[str]], target: Sequence[frozenset[str]], reliability: dict[str, float] | None = None
) -> Anchors:
    """Weights from how often each key occurs on either side, as in naive Bayes; keys of one side only tell nothing.

    `reliability` overrides the chance of a key class for single keys (the learnt lexicon).
    """
    places = _places(target)
    counts = Counter(key for keys in source for key in keys)
    rates: dict[str, Rates] = {}
    for key, count in counts.items():
        if key in places and (key[0] in '?!:("' or max(count / len(source), len(places[key]) / len(target)) <= COMMON):
            chance = (reliability or {}).get(key) or RELIABILITY[key[0]]
            rates[key] = _rates(chance, count, len(source), len(places[key]), len(target))
    return Anchors(
        source_keys=tuple(tuple(sorted(key for key in keys if key in rates)) for keys in source),
        target_keys=tuple(tuple(sorted(key for key in keys if key in rates)) for keys in target),
        places={key: places[key] for key in rates},
        rates=rates,
        source_strange=_strangeness(source, places),
        target_strange=_strangeness(target, counts),
    )


def _strangeness(side: Sequence[frozenset[str]], known: Container[str]) -> Array:
    """Nats of the keys that the other side lacks everywhere; only classes that a translation seldom drops count."""
    return np.array(
        [sum(STRANGE.get(key[0], 0.0) * (len(key) > 2) for key in keys if key not in known) for keys in side],
        np.float64,
    )


def _places(segments: Sequence[Iterable[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, keys in enumerate(segments):
        for key in sorted(keys):
            places[key].append(index)
    return places


def _rates(chance: float, source_count: int, source_size: int, target_count: int, target_size: int) -> Rates:
    source_rate = (source_count + 0.5) / (source_size + 1)
    target_rate = (target_count + 0.5) / (target_size + 1)
    joint = min(chance * min(source_rate, target_rate), 0.98 * source_rate, 0.98 * target_rate)
    joint = max(joint, source_rate * target_rate)
    hit = np.log(joint / (source_rate * target_rate))
    lost = np.log((source_rate - joint) / (source_rate * (1 - target_rate)))
    unasked = np.log((target_rate - joint) / (target_rate * (1 - source_rate)))
    return float(hit), float(min(lost, 0.0)), float(min(unasked, 0.0))
