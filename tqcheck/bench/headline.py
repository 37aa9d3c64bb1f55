"""The figures that decide whether a release is good."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Any

from tqcheck.bench.calibrate import CLEAN, curve_of, expected_error, weights
from tqcheck.bench.figures import Figure, Row, alarms_per_1000_words, count, plain, precision, recall, share
from tqcheck.bench.match import fits
from tqcheck.bench.run import Result
from tqcheck.config import Plan
from tqcheck.model import SEVERITIES, Finding

HEAVY = ("major", "critical")
EVIDENCE = {
    "rules": ("TQ1", "TQ3", "TQ4", "TQ5", "TQ8"),
    "completeness": ("TQ2",),
    "model": ("TQ601", "TQ7"),
    "translation": ("TQ602", "TQ603", "TQ604"),
}
"""What a finding rests on, by code; each may raise .5 major false alarms per 1000 clean words."""


def headline(results: Sequence[Result]) -> dict[str, Any]:
    """Recall on articles with errors, false alarms on clean ones, and how far confidence can be trusted."""
    articles = [result for result in results if result.item.group == "articles"]
    clean = [result for result in results if result.item.group in CLEAN]
    return {
        "articles": len(articles),
        "articles_failed": plain(share([result.failed for result in articles])),
        "recall_major_critical": plain(recall([_heavy(result) for result in articles])),
        "recall_major_critical_at_gate": plain(recall([_at_gate(result) for result in articles])),
        "precision_major": plain(precision([_heavy(result) for result in articles])),
        "precision_major_at_prevalence": plain(precision(_weighted(results))),
        "severity_agreement": plain(_severity_agreement(articles)),
        "clean_articles": len(clean),
        "clean_articles_failed": plain(share([result.failed for result in clean])),
        "major_alarms_per_1000_clean_words": plain(alarms_per_1000_words([_heavy(result) for result in clean])),
        **{f"of_which_{name}": plain(_alarms_of(clean, codes)) for name, codes in EVIDENCE.items()},
        "all_alarms_per_1000_clean_words": plain(
            alarms_per_1000_words([count(result.matched, result.words) for result in clean])
        ),
        "expected_calibration_error": expected_error(curve_of(results)),
        "not_judged_in_full": sum(bool(result.reason) for result in results),
    }


def _is_heavy(finding: Finding) -> bool:
    return finding.severity in HEAVY


def _heavy(result: Result, weight: float = 1.0) -> Row:
    """Errors that are major or critical, found by any finding; findings that are major or critical."""
    return count(result.matched, result.words, lambda gold: gold.severity in HEAVY, _is_heavy, weight)


def _weighted(results: Sequence[Result]) -> list[Row]:
    heavier = weights(results)
    return [_heavy(result, heavier[result.item.group]) for result in results if result.item.group in heavier]


def _at_gate(result: Result) -> Row:
    """An error counts as found only where a finding on it would stop publication."""
    heavy = [gold for gold, _ in result.matched.errors if gold.severity in HEAVY]
    found = [finding for finding, _ in result.matched.findings]
    stops = list(compress(found, Plan().stops([(finding.severity, finding.confidence) for finding in found])))
    return Row(sum(any(fits(found, gold) for found in stops) for gold in heavy), len(heavy), 0, 0, result.words)


def _severity_agreement(results: Sequence[Result]) -> Figure | None:
    """How often the finding on an error is as heavy as the error, minor or more: critical and major count as one."""
    pairs = [(gold, found) for result in results for gold, found in result.matched.errors if found]
    limit = SEVERITIES.index("major")
    return share([(SEVERITIES.index(g.severity) >= limit) == (SEVERITIES.index(f.severity) >= limit) for g, f in pairs])


def _alarms_of(clean: Sequence[Result], codes: tuple[str, ...]) -> Figure | None:
    return alarms_per_1000_words(
        [
            count(result.matched, result.words, finding=lambda f: _is_heavy(f) and f.code.startswith(codes))
            for result in clean
        ]
    )
