"""Fit the confidence of every code on development items: isotonic regression at a stated prevalence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from tqcheck.bench.run import Result

CLEAN = ("clean-articles", "clean")
PREVALENCE = 4.0
"""Clean articles to each article with errors, as in a newsroom; articles full of planted errors flatter every confidence."""
PRIOR = 4.0
"""Pseudo-findings with which a code starts at its own raw strength: few observations must not move it far."""
MEASURED = ("TQ2", "TQ601", "TQ602", "TQ604", "TQ7")
"""Families judged on evidence of models and aligners. Their raw strengths were tuned on the same half, so their pseudo-findings stand at
one half: a confidence that few findings support stays below the gate's. A rule's own strength rests on far more text."""
HIGHEST = 0.99


def weights(results: Sequence[Result], prevalence: float = PREVALENCE) -> dict[str, float]:
    """How often an item of each group counts, so that clean texts outnumber those with errors as stated."""
    clean = sum(result.item.group in CLEAN for result in results)
    bad = sum(result.item.group == "articles" for result in results)
    return {"articles": 1.0} | dict.fromkeys(CLEAN, prevalence * bad / clean if clean and bad else 1.0)


def observe(results: Sequence[Result]) -> list[tuple[str, float, bool, float]]:
    """(code or code/witness, confidence, right, weight) of every finding in articles and clean texts, but for neutral ones."""
    heavier = weights(results)
    return [
        (finding.witness_key, finding.confidence, gold is not None, heavier[result.item.group])
        for result in results
        if result.item.group in heavier
        for finding, gold in result.matched.findings
        if finding.severity != "neutral"
    ]


def table(results: Sequence[Result], signature: str) -> dict[str, Any]:
    """The content of tqcheck/checks/calibration.json; the signature says what it was fitted on."""
    stated = f"{signature}; isotonic, {PREVALENCE:g} clean articles to one with errors, prior {PRIOR:g}"
    return {"schema": "tqcheck-calibration/1", "signature": stated, "codes": fit(results)}


def fit(results: Sequence[Result]) -> dict[str, list[tuple[float, float]]]:
    """Knots (raw, calibrated) per code. The findings must carry raw strengths: run with an empty calibration."""
    seen = defaultdict[str, list[tuple[float, bool, float]]](list)
    for code, raw, right, weight in observe(results):
        seen[code].append((raw, right, weight))
    return {code: _knots(rows, 0.5 if code.startswith(MEASURED) else None) for code, rows in sorted(seen.items())}


def _knots(rows: Sequence[tuple[float, bool, float]], expected: float | None) -> list[tuple[float, float]]:
    """Pool adjacent violators over (raw, right, weight); the prior, at `expected` or else at the raw strength, is shared among them."""
    by_raw = defaultdict[float, list[tuple[bool, float]]](list)
    for raw, right, weight in rows:
        by_raw[round(raw, 2)].append((right, weight))
    pools = list[tuple[float, float, float, float]]()
    for raw, values in sorted(by_raw.items()):
        prior = PRIOR * len(values) / len(rows)
        total = sum(weight for _, weight in values) + prior
        mean = raw if expected is None else expected
        pools.append((raw, raw, (sum(weight for right, weight in values if right) + mean * prior) / total, total))
        while len(pools) > 1 and pools[-2][2] >= pools[-1][2]:
            low, high = pools[-2:]
            mass = low[3] + high[3]
            pools[-2:] = [(low[0], high[1], (low[2] * low[3] + high[2] * high[3]) / mass, mass)]
    return [(edge, round(min(mean, HIGHEST), 3)) for low, high, mean, _ in pools for edge in dict.fromkeys((low, high))]


def curve(results: Sequence[Result], bins: int = 10) -> list[dict[str, float]]:
    """Per confidence bin: mean confidence, share that is right, how many findings; clean texts weighted to the prevalence."""
    held = defaultdict[int, list[tuple[float, bool, float]]](list)
    for _, confidence, right, weight in observe(results):
        held[min(bins - 1, int(confidence * bins))].append((confidence, right, weight))
    return [_point(rows) for _, rows in sorted(held.items())]


def _point(rows: Sequence[tuple[float, bool, float]]) -> dict[str, float]:
    mass = sum(weight for _, _, weight in rows)
    return {
        "confidence": round(sum(confidence * weight for confidence, _, weight in rows) / mass, 4),
        "right": round(sum(weight for _, right, weight in rows if right) / mass, 4),
        "count": len(rows),
        "weight": round(mass, 2),
    }


def expected_error(points: Sequence[Mapping[str, float]]) -> float | None:
    """Expected calibration error of a curve: mean distance of confidence and share right (Naeini et al. 2015); None if empty."""
    total = sum(point["weight"] for point in points)
    if not total:
        return None
    return round(sum(abs(point["confidence"] - point["right"]) * point["weight"] for point in points) / total, 4)
