"""Precision, recall, F1 and false-alarm rates with bootstrap intervals over items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.bench.items import Gold
from tqcheck.bench.match import Matched
from tqcheck.model import Finding

Array = NDArray[np.float64]

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
    """Counts of one item: found and all known errors, right and all findings, words; `weight` counts its findings so often.

    Findings may be a fraction, where one is shared among several kinds.
    """

    found: int
    gold: int
    right: int
    findings: float
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


def f1(rows: Sequence[Row]) -> Figure | None:
    """Harmonic mean of precision and recall, counted on the known errors; None where either has nothing to count."""
    counts = np.array([(row.found, row.gold, row.right * row.weight, row.findings * row.weight) for row in rows], float)
    if not len(rows) or not counts[:, 1].sum() or not counts[:, 3].sum():
        return None
    held = counts[counts.any(axis=1)]
    found, gold, right, findings = held[_picks(len(held))].sum(axis=1).T
    usable = (gold > 0) & (findings > 0)
    values = _harmonic(right[usable] / findings[usable], found[usable] / gold[usable])
    found, gold, right, findings = (np.array([total]) for total in held.sum(axis=0))
    return _figure(float(_harmonic(right / findings, found / gold)[0]), values, float(gold[0]))


def _harmonic(sharp: Array, full: Array) -> Array:
    both = sharp + full
    return np.asarray(2 * sharp * full / np.where(both, both, 1))


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
    picks = _picks(len(held[0]))
    totals = held[1][picks].sum(axis=1)
    values = (held[0][picks].sum(axis=1) / np.where(totals, totals, 1))[totals > 0]
    return _figure(float(top.sum() / bottom.sum()), values, float(bottom.sum()))


def _picks(items: int) -> NDArray[np.int64]:
    """Which items each round of the bootstrap draws, with replacement."""
    return np.random.default_rng(SEED).integers(0, items, size=(ROUNDS, items))


def _figure(value: float, values: Array, counted: float) -> Figure:
    ranked = np.sort(values)
    low, high = ranked[int(0.025 * len(ranked))], ranked[min(len(ranked) - 1, int(0.975 * len(ranked)))]
    return Figure(round(value, 4), round(float(low), 4), round(float(high), 4), round(counted))
