"""How much oftener findings are right that stand among many others: what `tqcheck/company.py` rests on.

    python -m corpora.measure_company

Development half, as a user runs it, every finding shown. A row for each range of confidence, a column for each range of what the other
findings of the article say (`Company.of`): the share that is right, and of how many; then where articles and clean texts lie. Clean texts
count as often as makes them four to one. Some three minutes of one core.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

from tqcheck.bench.calibrate import CLEAN, weights
from tqcheck.bench.items import load_items
from tqcheck.bench.run import run_items
from tqcheck.checks import CHECKS
from tqcheck.company import read_company
from tqcheck.config import Plan

DATA = ("corpora/articles", "corpora/putin-illusion", "corpora/clean")
SURE = (0.02, 0.04, 0.06, 0.1, 0.2, 0.3, 0.5, 0.75, 1.01)
COMPANY = (0, 18, 25, 40, 1000)
Row = tuple[float, float, bool, float]
"""Confidence, what the others say, whether it is right, how much it counts."""


def main() -> None:
    """Print the table."""
    items = [item for item in load_items([Path(name) for name in DATA]) if item.split == "dev"]
    results = run_items(items, Plan(select=tuple(CHECKS)))
    heavier = weights(results)
    rows, lowest = list[Row](), dict[str, list[float]]()
    for result in results:
        found = [(finding, gold is not None) for finding, gold in result.matched.findings]
        company = read_company([finding for finding, _ in found], result.words)
        mass = heavier.get(result.item.group, 0.0)
        rows += [(finding.confidence, company.of(finding), right, mass) for finding, right in found]
        group = "clean" if result.item.group in CLEAN else "articles"
        lowest.setdefault(group, []).append(company.rate(company.total))
    print("confidence | " + " | ".join(f"others {low}-{high}" for low, high in pairwise(COMPANY)))
    for low, high in pairwise(SURE):
        cells = [
            [row for row in rows if low <= row[0] < high and one <= row[1] < two] for one, two in pairwise(COMPANY)
        ]
        print(f"{low}-{high} | " + " | ".join(map(_share, cells)))
    for group, held in lowest.items():
        print(group, "at 1, 5, 50, 95, 99 %:", np.quantile(held, [0.01, 0.05, 0.5, 0.95, 0.99]).round(1).tolist())


def _share(rows: list[Row]) -> str:
    mass = sum(row[3] for row in rows)
    return f"{sum(row[3] for row in rows if row[2]) / mass:.2f} of {len(rows)}" if mass else "-"


if __name__ == "__main__":
    main()
