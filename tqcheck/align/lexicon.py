"""A small dictionary learnt from the document pair itself: word stems that keep coming up in segments already aligned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tqcheck.align.features import Features

MINIMUM = 0.55
"""Dice coefficient, less one chance meeting, from which two stems count as translations of each other."""


def learn_lexicon(pairs: Iterable[tuple[Sequence[Features], Sequence[Features]]]) -> dict[tuple[str, str], float]:
    """(source stem, target stem) -> chance 0-1 that one shows where the other does; mutual best partners seen together twice or more.

    One meeting is discounted, so that an alignment cannot confirm itself.
    """
    left, right, together = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    groups = [(_stems(source), _stems(target)) for source, target in pairs]
    for source, target in groups:
        left.update(source)
        right.update(target)
    for source, target in groups:
        kept = [stem for stem in target if 2 <= right[stem] <= 40]
        together.update((one, other) for one in source if 2 <= left[one] <= 40 for other in kept)
    dice = {
        pair: 2 * (count - 1) / (left[pair[0]] + right[pair[1]] - 2) for pair, count in together.items() if count > 1
    }
    best_left, best_right = dict[str, float](), dict[str, float]()
    for (one, other), value in dice.items():
        best_left[one] = max(best_left.get(one, 0.0), value)
        best_right[other] = max(best_right.get(other, 0.0), value)
    return {
        (one, other): min(0.9, 0.8 * value)
        for (one, other), value in dice.items()
        if value >= MINIMUM and value == best_left[one] == best_right[other]
    }


def lexicon_keys(
    source: Sequence[Features], target: Sequence[Features], lexicon: dict[tuple[str, str], float]
) -> tuple[list[frozenset[str]], list[frozenset[str]], dict[str, float]]:
    """Anchor keys of both sides with the learnt pairs added, and the reliability of each added key."""
    by_source, by_target = dict[str, list[str]](), dict[str, list[str]]()
    for one, other in lexicon:
        by_source.setdefault(one, []).append(f"l{one}\t{other}")
        by_target.setdefault(other, []).append(f"l{one}\t{other}")
    reliability = {f"l{one}\t{other}": value for (one, other), value in lexicon.items()}
    return _with_keys(source, by_source), _with_keys(target, by_target), reliability


def _with_keys(side: Sequence[Features], keys: dict[str, list[str]]) -> list[frozenset[str]]:
    return [features.keys | {key for stem in features.stems for key in keys.get(stem, ())} for features in side]


def _stems(group: Sequence[Features]) -> list[str]:
    return sorted({stem for features in group for stem in features.stems})
