"""Precision, recall, F1 and false-alarm rates with bootstrap intervals over items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from tqcheck.bench.items import Gold
from tqcheck.bench.match import Matched
from tqcheck.model import Finding

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
    """Counts of one item: found and all known errors, right and all findings, words; `weight` counts its findings so often."""

    found: int
    gold: int
    right: int
    findings: int
    words: int
    weight: float = 1.0


def count(
    matched: Matched,
    words: int,
    error: Callable[[Gold], bool] = lambda _: True,
    finding: Callable[[Finding], bool] = lambda _: True,
    weight: float = 1.0,
) -> Row:
    """The counts of one item, of the errors and findings that are wanted."""
    errors = [found is not None for gold, found in matched.errors if error(gold)]
    findings = [gold is not None for found, gold in matched.findings if finding(found)]
    return Row(sum(errors), len(errors), sum(findings), len(findings), words, weight)


def recall(rows: Sequence[Row]) -> Figure | None:
    """Share of the known errors that were found; None where there are none."""
    return _ratio(rows, lambda row: row.found, lambda row: row.gold)


def precision(rows: Sequence[Row]) -> Figure | None:
    """Share of the findings that are right, items weighted; None where there are none."""
    return _ratio(rows, lambda row: row.right * row.weight, lambda row: row.findings * row.weight)


def f1(rows: Sequence[Row]) -> float | None:
    """Harmonic mean of precision and recall; None where either has nothing to count."""
    sharp, full = precision(rows), recall(rows)
    if sharp is None or full is None:
        return None
    return 2 * sharp.value * full.value / (sharp.value + full.value) if sharp.value + full.value else 0.0


def alarms_per_1000_words(rows: Sequence[Row]) -> Figure | None:
    """Findings that are not right per 1000 words of the translation."""
    return _ratio(rows, lambda row: 1000 * (row.findings - row.right), lambda row: row.words)


def share(marks: Sequence[bool]) -> Figure | None:
    """How many of the items are so."""
    return recall([Row(int(mark), 1, 0, 0, 0) for mark in marks])


def plain(figure: Figure | None) -> dict[str, Any] | None:
    """A figure as plain data; None stays None."""
    return None if figure is None else asdict(figure)


def _ratio(rows: Sequence[Row], over: Callable[[Row], float], under: Callable[[Row], float]) -> Figure | None:
    top = np.array([over(row) for row in rows], dtype=np.float64)
    bottom = np.array([under(row) for row in rows], dtype=np.float64)
    if not bottom.sum():
        return None
    some = bottom > 0
    held = [top[some | (top > 0)], bottom[some | (top > 0)]]
    picks = np.random.default_rng(SEED).integers(0, len(held[0]), size=(ROUNDS, len(held[0])))
    totals = held[1][picks].sum(axis=1)
    values = np.sort((held[0][picks].sum(axis=1) / np.where(totals, totals, 1))[totals > 0])
    low, high = values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
    counted = round(float(top.sum() / bottom.sum()), 4)
    return Figure(counted, round(float(low), 4), round(float(high), 4), round(float(bottom.sum())))
