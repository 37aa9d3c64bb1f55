"""Results to tables: per code, language pair, kind of error and group, and the item lists that comparisons need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tqcheck.bench.calibrate import curve_of
from tqcheck.bench.figures import Row, alarms_per_1000_words, count, f1, plain, precision, recall
from tqcheck.bench.headline import headline
from tqcheck.bench.items import Gold
from tqcheck.bench.kinds import kind_rows
from tqcheck.bench.run import Result
from tqcheck.model import Finding

ON_ARTICLES = ("articles", "clean-articles", "clean")


def summarise(results: Sequence[Result]) -> dict[str, Any]:
    """The whole bench as plain data (`tqcheck-bench/1`), without what varies from run to run."""
    articles = [result for result in results if result.item.group in ON_ARTICLES]
    suite = [result for result in results if result.item.group not in ON_ARTICLES]
    return {
        "schema": "tqcheck-bench/1",
        "engines": sorted({engine for result in results for engine in result.engines.split("; ") if engine}),
        "headline": headline(results),
        "batches": by_batch(articles),
        "calibration": curve_of(results),
        "tables": {
            "code": by_code(articles),
            "suite": by_code(suite),
            "languages": [
                line(name, rows) for name, rows in _grouped(articles, lambda result: result.item.pair).items()
            ],
            "kind": [line(name, rows) for name, rows in kind_rows(articles).items()],
            "group": [line(name, rows) for name, rows in _grouped(results, lambda result: result.item.group).items()],
        },
        "items": {result.item.id: _item(result) for result in results},
    }


def by_code(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Recall of the errors that should get a code (by any finding that names them), precision of the findings that have it."""
    names = {gold.code for result in results for gold, _ in result.matched.errors}
    names |= {finding.code for result in results for finding, _ in result.matched.findings}
    return [line(name, [_of_code(result, name) for result in results]) for name in sorted(names)]


def _of_code(result: Result, code: str) -> Row:
    return count(result.matched, result.words, lambda error: error.code == code, lambda finding: finding.code == code)


def by_batch(results: Sequence[Result]) -> dict[str, Any]:
    """The headline of each batch of texts, where there are several."""
    names = sorted({result.item.batch for result in results})
    if len(names) < 2:
        return {}
    return {name: headline([result for result in results if result.item.batch == name]) for name in names}


def _grouped(results: Sequence[Result], name: Callable[[Result], str]) -> dict[str, list[Row]]:
    rows = dict[str, list[Row]]()
    for result in sorted(results, key=name):
        rows.setdefault(name(result), []).append(count(result.matched, result.words))
    return rows


def line(name: str, rows: Sequence[Row]) -> dict[str, Any]:
    """One line of a table."""
    findings = round(sum(row.findings for row in rows), 1)
    return {
        "name": name,
        "gold": sum(row.gold for row in rows),
        "findings": int(findings) if findings == int(findings) else findings,
        "recall": plain(recall(rows)),
        "precision": plain(precision(rows)),
        "f1": plain(f1(rows)),
        "alarms_per_1000_words": plain(alarms_per_1000_words(rows)),
    }


def _item(result: Result) -> dict[str, Any]:
    errors, findings = result.matched.errors, result.matched.findings
    return {
        "group": result.item.group,
        "found": sorted(_name(gold) for gold, finding in errors if finding),
        "missed": sorted(_name(gold) for gold, finding in errors if not finding),
        "false": [_alarm(finding) for finding, gold in findings if not gold],
        "failed": result.failed,
        **({"reason": result.reason} if result.reason else {}),
    }


def _alarm(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "start": finding.span.start,
        "text": finding.text[:60],
    }


def _name(gold: Gold) -> str:
    return f"{gold.code} {gold.severity} {gold.kind} {gold.span.start}"
