"""Fit the confidence of every code on development items: isotonic regression at a stated prevalence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tqcheck.bench.run import Result

PREVALENCE = 4.0
"""Clean articles to each article with errors, as in a newsroom; articles full of planted errors flatter every confidence."""
PRIOR = 4.0
"""Pseudo-findings with which a code starts at its own raw strength: few observations must not move it far."""
HIGHEST = 0.99


def fit(results: Sequence[Result]) -> dict[str, list[tuple[float, float]]]:
    """Knots (raw, calibrated) per code. Run the bench with an empty calibration first, so that confidences are raw."""
    groups = {group: sum(result.item.group == group for result in results) for group in ("articles", "clean-articles")}
    weight = PREVALENCE * groups["articles"] / groups["clean-articles"] if groups["clean-articles"] else 1.0
    seen = defaultdict[str, list[tuple[float, float, float]]](list)
    for result in results:
        for code, raw, right in _observations(result):
            heavier = weight if result.item.group != "articles" else 1.0
            seen[code].append((raw, float(right), heavier))
    return {code: _knots(rows) for code, rows in sorted(seen.items())}


def _observations(result: Result) -> Iterable[tuple[str, float, bool]]:
    if result.item.group not in ("articles", "clean-articles", "clean"):
        return
    for outcome in result.outcomes:
        if outcome.finding is not None:
            yield outcome.finding.code, outcome.finding.confidence, outcome.gold is not None


def _knots(rows: Sequence[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Pool adjacent violators over (raw, right, weight), with the prior at each raw strength."""
    by_raw = defaultdict[float, list[tuple[float, float]]](list)
    for raw, right, weight in rows:
        by_raw[round(raw, 2)].append((right, weight))
    pools = list[list[float]]()
    for raw, values in sorted(by_raw.items()):
        total = sum(weight for _, weight in values) + PRIOR
        mean = (sum(right * weight for right, weight in values) + raw * PRIOR) / total
        pools.append([raw, raw, mean, total])
        while len(pools) > 1 and pools[-2][2] >= pools[-1][2]:
            _, high, value, mass = pools.pop()
            pools[-1] = [
                pools[-1][0],
                high,
                (pools[-1][2] * pools[-1][3] + value * mass) / (pools[-1][3] + mass),
                pools[-1][3] + mass,
            ]
    return [
        (edge, round(min(value, HIGHEST), 3)) for low, high, value, _ in pools for edge in dict.fromkeys((low, high))
    ]
