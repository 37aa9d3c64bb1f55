"""Precision, recall, F1 and false-alarm rates with bootstrap intervals over items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.bench.match import Outcome

ROUNDS = 1000
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Figure:
    """A share or rate with its 95 % bootstrap interval and what it was counted on."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of one group of items: found and all gold errors, right and all findings, words."""

    found: int
    gold: int
    right: int
    findings: int
    words: int


def count(outcomes: Sequence[Outcome], words: int) -> Row:
    """The counts of one item."""
    gold = [outcome for outcome in outcomes if outcome.gold is not None]
    findings = [outcome for outcome in outcomes if outcome.finding is not None]
    hits = sum(outcome.finding is not None for outcome in gold)
    return Row(hits, len(gold), hits, len(findings), words)


def recall(rows: Sequence[Row]) -> Figure | None:
    """Share of the gold errors that were found; None where there are none."""
    return _ratio(rows, lambda row: row.found, lambda row: row.gold)


def precision(rows: Sequence[Row]) -> Figure | None:
    """Share of the findings that are right; None where there are none."""
    return _ratio(rows, lambda row: row.right, lambda row: row.findings)


def f1(rows: Sequence[Row]) -> float | None:
    """Harmonic mean of precision and recall; None where either has nothing to count."""
    sharp, full = precision(rows), recall(rows)
    if sharp is None or full is None:
        return None
    return 2 * sharp.value * full.value / (sharp.value + full.value) if sharp.value + full.value else 0.0


def alarms_per_1000_words(rows: Sequence[Row]) -> Figure | None:
    """Findings that are not right per 1000 words of the translation."""
    return _ratio(rows, lambda row: 1000 * (row.findings - row.right), lambda row: row.words)


def _ratio(rows: Sequence[Row], over: Callable[[Row], int], under: Callable[[Row], int]) -> Figure | None:
    top = np.array([over(row) for row in rows], dtype=np.float64)
    bottom = np.array([under(row) for row in rows], dtype=np.float64)
    if not bottom.sum():
        return None
    picks = np.random.default_rng(SEED).integers(0, len(rows), size=(ROUNDS, len(rows)))
    totals = bottom[picks].sum(axis=1)
    values = np.sort((top[picks].sum(axis=1) / np.where(totals, totals, 1))[totals > 0])
    low, high = values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
    return Figure(
        round(float(top.sum() / bottom.sum()), 4), round(float(low), 4), round(float(high), 4), int(bottom.sum())
    )
