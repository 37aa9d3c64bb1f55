"""Results to tables: per code, language pair, kind of error, and what matters most: articles and clean articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from tqcheck.bench.figures import Figure, Row, alarms_per_1000_words, count, f1, precision, recall
from tqcheck.bench.match import Outcome
from tqcheck.bench.run import Result

CLEAN = ("clean", "clean-articles", "suite-good")
HEAVY = ("major", "critical")


def summarise(results: Sequence[Result]) -> dict[str, Any]:
    """The whole bench as plain data (`tqcheck-bench/1`), without what varies from run to run."""
    done = [result for result in results if not result.reason or result.outcomes]
    return {
        "schema": "tqcheck-bench/1",
        "headline": headline(done),
        "tables": {
            "code": _table(done, _codes),
            "languages": _table(done, lambda result: [result.item.pair]),
            "kind": _table(done, _kinds),
            "group": _table(done, lambda result: [result.item.group]),
        },
        "items": {result.item.id: _item(result) for result in results},
    }


def headline(results: Sequence[Result]) -> dict[str, Any]:
    """The figures that decide whether a release is good."""
    articles = [result for result in results if result.item.group == "articles"]
    clean = [result for result in results if result.item.group in ("clean", "clean-articles")]
    heavy = [count([o for o in result.outcomes if _is_heavy(o)], result.words) for result in articles]
    quiet = [count([o for o in result.outcomes if _is_heavy(o)], result.words) for result in clean]
    return {
        "articles": len(articles),
        "recall_major_critical": _plain(recall(heavy)),
        "precision_major_critical": _plain(precision(heavy)),
        "clean_articles": len(clean),
        "clean_articles_failed": sum(result.failed for result in clean),
        "major_alarms_per_1000_clean_words": _plain(alarms_per_1000_words(quiet)),
        "expected_calibration_error": calibration_error(results),
    }


def _is_heavy(outcome: Outcome) -> bool:
    severity = outcome.gold.severity if outcome.gold else outcome.finding.severity if outcome.finding else "minor"
    return severity in HEAVY


def calibration_curve(results: Iterable[Result], bins: int = 10) -> list[dict[str, float]]:
    """Per confidence bin: mean confidence, share that is right, how many; over articles and clean articles."""
    held = defaultdict[int, list[tuple[float, bool]]](list)
    for result in results:
        for outcome in result.outcomes if result.item.group in ("articles", "clean-articles", "clean") else ():
            if outcome.finding is not None:
                place = min(bins - 1, int(outcome.finding.confidence * bins))
                held[place].append((outcome.finding.confidence, outcome.gold is not None))
    return [
        {
            "confidence": round(sum(c for c, _ in rows) / len(rows), 4),
            "right": round(sum(r for _, r in rows) / len(rows), 4),
            "count": len(rows),
        }
        for _, rows in sorted(held.items())
    ]


def calibration_error(results: Iterable[Result]) -> float | None:
    """Expected calibration error: mean distance of confidence and share right, weighted by how many findings."""
    curve = calibration_curve(results)
    total = sum(point["count"] for point in curve)
    if not total:
        return None
    return round(sum(abs(point["confidence"] - point["right"]) * point["count"] for point in curve) / total, 4)


def _codes(result: Result) -> list[str]:
    return sorted({_code_of(outcome) for outcome in result.outcomes})


def _code_of(outcome: Outcome) -> str:
    return outcome.gold.code if outcome.gold else outcome.finding.code if outcome.finding else ""


def _kinds(result: Result) -> list[str]:
    return sorted({outcome.gold.kind for outcome in result.outcomes if outcome.gold})


def _table(results: Sequence[Result], names: Callable[[Result], list[str]]) -> list[dict[str, Any]]:
    rows = defaultdict[str, list[Row]](list)
    for result in results:
        for name in names(result):
            rows[name].append(count([o for o in result.outcomes if _belongs(o, name, names)], result.words))
    return [_line(name, rows[name]) for name in sorted(rows)]


def _belongs(outcome: Outcome, name: str, names: Callable[[Result], list[str]]) -> bool:
    if names is _codes:
        return _code_of(outcome) == name
    return names is not _kinds or bool(outcome.gold and outcome.gold.kind == name)


def _line(name: str, rows: Sequence[Row]) -> dict[str, Any]:
    harmonic = f1(rows)
    return {
        "name": name,
        "gold": sum(row.gold for row in rows),
        "findings": sum(row.findings for row in rows),
        "recall": _plain(recall(rows)),
        "precision": _plain(precision(rows)),
        "f1": None if harmonic is None else round(harmonic, 4),
        "alarms_per_1000_words": _plain(alarms_per_1000_words(rows)),
    }


def _plain(figure: Figure | None) -> dict[str, float] | None:
    return None if figure is None else asdict(figure)


def _item(result: Result) -> dict[str, Any]:
    outcomes = result.outcomes
    return {
        "group": result.item.group,
        "found": sorted(f"{o.gold.code} {o.gold.kind} {o.gold.span.start}" for o in outcomes if o.gold and o.finding),
        "missed": sorted(
            f"{o.gold.code} {o.gold.kind} {o.gold.span.start}" for o in outcomes if o.gold and not o.finding
        ),
        "false": sorted(f"{o.finding.code} {o.finding.text[:40]}" for o in outcomes if o.finding and not o.gold),
        **({"reason": result.reason} if result.reason else {}),
    }
