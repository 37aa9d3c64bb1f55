"""Length evidence (Gale and Church 1993, in log space): how likely a target length is, given the source length."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tqcheck.text.languages import primary

Array = NDArray[np.float64]

PRIOR = 5
"""Pairs of the document that the languages' own ratio is worth."""

FLOOR, SCALE = 0.014, 1.0
"""Variance of the log ratio of lengths: FLOOR + SCALE / source length, measured on the human newstest2020 (en-de, zh-en)."""

WORST = -7.0
"""Nats at which a length mismatch stops counting: translations are sometimes very free."""


@dataclass(frozen=True, slots=True)
class LengthModel:
    """Log-normal lengths: `ratio` = median log(target / source); `centre`, `spread` of log target lengths in this document."""

    ratio: float
    centre: float
    spread: float

    def score(self, source: float, target: NDArray[np.float64], merged: int = 1) -> NDArray[np.float64]:
        """Nats by which each target length is likelier as a translation of `source` letters than by itself.

        `merged` (segments of the bead less one) deepens the floor: a merger is not forgiven what a free translation is.
        """
        logs = np.log(target)
        variance = FLOOR + SCALE / source
        given = -((logs - np.log(source) - self.ratio) ** 2) / (2 * variance) - 0.5 * np.log(variance)
        alone = -((logs - self.centre) ** 2) / (2 * self.spread**2) - np.log(self.spread)
        return np.asarray(np.maximum(given, alone + WORST * merged) - alone)


def fit_lengths(source: Array, target: Array, expected: float, ratios: Sequence[float] = ()) -> LengthModel:
    """The model of a document: `expected` from the languages, outweighed by the log `ratios` of pairs of an earlier pass."""
    logs, ratio = np.log(target), expected
    if len(ratios):
        ordered = sorted(ratios)
        middle = (
            ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
        ) / 2  # numpy's median loads its masked arrays
        ratio = (PRIOR * expected + len(ordered) * middle) / (PRIOR + len(ordered))
    return LengthModel(ratio, float(logs.mean()), max(0.3, float(logs.std())))


def expected_ratio(source_language: str, target_language: str) -> float:
    """Median log ratio of lengths of translations between two languages, through English; 0 for an unknown language."""
    return (_english_ratio(target_language) or 0.0) - (_english_ratio(source_language) or 0.0)


def has_ratio(language: str) -> bool:
    """Whether it is known how long translations into a language are."""
    return _english_ratio(language) is not None


def _english_ratio(language: str) -> float | None:
    table = _table()
    code = primary(language)
    known = [name for name in (language, code, _NEAR.get(code, "")) if name in table]
    return table[known[0]] if known else None


@cache
def _table() -> dict[str, float]:
    data = tomllib.loads(resources.files("tqcheck.align").joinpath("data/lengths.toml").read_text(encoding="utf-8"))
    return {str(code): float(value) for code, value in data["english"].items()}


_NEAR = {"cnr": "sr", "sh": "sr", "me": "sr", "zh": "zh-Hans", "no": "nb", "nn": "nb", "gl": "pt", "be": "ru"}
"""Languages without an entry and a close one."""
