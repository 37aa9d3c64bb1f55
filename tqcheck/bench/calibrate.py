"""Fit the confidence of every code on development items at a stated prevalence, and say how far confidence can be trusted."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tqcheck.bench.pooling import Pooled, Seen
from tqcheck.bench.pooling import fit as pool
from tqcheck.bench.run import Result
from tqcheck.bench.shift import Shifts, fit_shifts
from tqcheck.checks.calibration import FITTED, family
from tqcheck.company import LEAST_SHOWN, PREVALENCE
from tqcheck.judge import LEAST_MAJOR
from tqcheck.model import Finding

CLEAN = ("clean-articles", "clean")
RARE = ("TQ105", "TQ106", "TQ107", "TQ3", "TQ4")
"""Codes that articles seldom need: minimal pairs count for them as well, where they are among the items."""
PAIR = 0.5
"""How much a half of a minimal pair counts beside an article; good halves hold a trap each, so they need not outnumber the bad ones."""
NEW = ("tenth", "eleventh", "twelfth", "thirteenth")
"""Batches of development texts that no check was made on when they were run: they say how far findings in the texts of others can be
trusted. Faults that they showed were mended since, so a new batch belongs here at every fit; the thirteenth came after the last."""
HIGHEST = 0.99
GRID = (0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99)
"""Raw strengths for which a family is fitted."""


def weights(results: Sequence[Result], prevalence: float = PREVALENCE) -> dict[str, float]:
    """How often an item of each group counts, so that clean texts outnumber those with errors as stated."""
    clean = sum(result.item.group in CLEAN for result in results)
    bad = sum(result.item.group == "articles" for result in results)
    return {"articles": 1.0} | dict.fromkeys(CLEAN, prevalence * bad / clean if clean and bad else 1.0)


def observe(results: Sequence[Result]) -> list[tuple[Seen, str]]:
    """Every finding in articles and clean texts, but for neutral ones, and the article it stands in."""
    heavier = weights(results)
    return [
        (
            _seen(finding, gold is not None, heavier[result.item.group], result.item.batch in NEW),
            result.item.id.rpartition("/")[0],
        )
        for result in results
        if result.item.group in heavier
        for finding, gold in result.matched.findings
        if finding.severity != "neutral"
    ]


def observe_pairs(results: Sequence[Result]) -> list[Seen]:
    """The findings of rare codes in minimal pairs."""
    return [
        _seen(finding, gold is not None, PAIR)
        for result in results
        if result.item.group in ("suite", "suite-good")
        for finding, gold in result.matched.findings
        if finding.severity != "neutral" and finding.code.startswith(RARE)
    ]


def _seen(finding: Finding, right: bool, weight: float, new: bool = False) -> Seen:
    kind = family(finding.code, finding.witness)
    return Seen(finding.witness_key, kind, finding.confidence, right, weight, new)


def table(results: Sequence[Result], signature: str) -> dict[str, Any]:
    """The content of tqcheck/checks/calibration.json; the signature says what it was fitted on."""
    stated = f"{signature}; pooled logistic regression, {PREVALENCE:g} clean articles to one with errors"
    return {
        "schema": "tqcheck-calibration/2",
        "signature": stated,
        **fit([*(seen for seen, _ in observe(results)), *observe_pairs(results)]),
    }


def as_json(content: Mapping[str, Any]) -> str:
    """The text of the file, a code or family on a line."""
    lines = [f' "{name}": {json.dumps(content[name])}' for name in ("schema", "signature")]
    for name in ("codes", "families"):
        rows = ",\n".join(f"  {json.dumps(key)}: {json.dumps(knots)}" for key, knots in content[name].items())
        lines.append(f' "{name}": {{\n{rows}\n }}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


@dataclass(frozen=True, slots=True)
class _Fit:
    """Families whose strengths were fitted elsewhere are judged by a shift of them, the rest by the pooled regression."""

    pooled: Pooled
    shifts: dict[str, Shifts]

    def probability(self, key: str, kind: str, raw: float, *, new: bool = True) -> float:
        """Of a finding of a code or code/witness and a family, 0-1; in a text like those the checks were made on, or in a new one."""
        if kind in self.shifts:
            return self.shifts[kind].probability(key, raw, new=new)
        return self.pooled.probability(key, kind, raw, new=new)


def _fit_all(seen: Sequence[Seen]) -> _Fit:
    others = [one for one in seen if one.family not in FITTED]
    nothing = Pooled({}, np.zeros(0), np.zeros((0, 0)))
    shifts = {kind: fit_shifts([one for one in seen if one.family == kind]) for kind in FITTED}
    return _Fit(pool(others) if others else nothing, shifts)


def fit(seen: Sequence[Seen]) -> dict[str, dict[str, list[tuple[float, float]]]]:
    """Knots (raw, calibrated) per code or code/witness and per family; the findings must carry raw strengths."""
    if not seen:
        return {"codes": {}, "families": {}}
    pooled = _fit_all(seen)
    found = defaultdict[tuple[str, str], Counter[float]](Counter)
    for one in seen:
        found[one.key, one.family][round(one.raw, 2)] += 1
    grid = [(raw, 1) for raw in GRID]
    codes = {
        key: _knots(pooled, key, kind, grid if kind in FITTED else held.items())
        for (key, kind), held in sorted(found.items())
    }
    families = {kind: _knots(pooled, "", kind, grid) for kind in sorted({k for _, k in found})}
    return {"codes": codes, "families": families}


def _knots(pooled: _Fit, key: str, kind: str, held: Iterable[tuple[float, int]]) -> list[tuple[float, float]]:
    """The probability at each raw strength, pooled with its neighbours where it would fall (`held`: strength, how many findings)."""
    pools = list[tuple[float, float, float, int]]()
    for raw, count in sorted(held):
        pools.append((raw, raw, pooled.probability(key, kind, raw), count))
        while len(pools) > 1 and pools[-2][2] > pools[-1][2]:
            low, high = pools[-2:]
            mass = low[3] + high[3]
            pools[-2:] = [(low[0], high[1], (low[2] * low[3] + high[2] * high[3]) / mass, mass)]
    return [(edge, round(min(mean, HIGHEST), 3)) for low, high, mean, _ in pools for edge in dict.fromkeys((low, high))]


def left_out(observed: Sequence[tuple[Seen, str]], pairs: Sequence[Seen] = ()) -> list[Seen]:
    """Every finding with the confidence that a fit on all other articles gives it: what the fit is worth on articles it has not seen."""
    judged = list[Seen]()
    for article in sorted({name for _, name in observed}):
        pooled = _fit_all([seen for seen, name in observed if name != article] + list(pairs))
        judged += [
            replace(seen, raw=min(pooled.probability(seen.key, seen.family, seen.raw, new=seen.new), HIGHEST))
            for seen, name in observed
            if name == article
        ]
    return judged


def describe_left_out(results: Sequence[Result]) -> str:
    """One line for people: how well the fit holds on articles that it was not fitted on."""
    judged = left_out(observe(results), observe_pairs(results))
    new = [seen for seen in judged if seen.new]
    told = f"each article judged by a fit on the others: {_describe(judged)}"
    return f"{told}; in texts that no check was made on: {_describe(new)}" if new else told


def _describe(judged: Sequence[Seen]) -> str:
    sure = [seen for seen in judged if seen.raw >= LEAST_MAJOR]
    right = sum(seen.weight for seen in sure if seen.right) / (sum(seen.weight for seen in sure) or 1)
    error = expected_error(curve([seen for seen in judged if seen.raw >= LEAST_SHOWN]))
    return (
        f"expected calibration error {error}, "
        f"{right:.3f} of {len(sure)} findings right that may be major ({LEAST_MAJOR:g} sure or more)"
    )


def curve(held: Sequence[Seen], bins: int = 10) -> list[dict[str, float]]:
    """Per confidence bin: mean confidence, share that is right, how many findings; clean texts weighted to the prevalence."""
    parts = defaultdict[int, list[Seen]](list)
    for seen in held:
        parts[min(bins - 1, int(seen.raw * bins))].append(seen)
    return [_point(rows) for _, rows in sorted(parts.items())]


def curve_of(results: Sequence[Result]) -> list[dict[str, float]]:
    """The curve of the findings of a run."""
    return curve([seen for seen, _ in observe(results)])


def _point(held: Sequence[Seen]) -> dict[str, float]:
    mass = sum(seen.weight for seen in held)
    return {
        "confidence": round(sum(seen.raw * seen.weight for seen in held) / mass, 4),
        "right": round(sum(seen.weight for seen in held if seen.right) / mass, 4),
        "count": len(held),
        "weight": round(mass, 2),
    }


def expected_error(points: Sequence[Mapping[str, float]]) -> float | None:
    """Expected calibration error of a curve: mean distance of confidence and share right (Naeini et al. 2015); None if empty."""
    total = sum(point["weight"] for point in points)
    if not total:
        return None
    return round(sum(abs(point["confidence"] - point["right"]) * point["weight"] for point in points) / total, 4)
