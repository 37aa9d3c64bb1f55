"""Judge one article: what its checks find, each finding weighed beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from tqcheck.checks.calibration import PROBES, family
from tqcheck.company import least_shown, read_company
from tqcheck.config import Plan
from tqcheck.filters import drop_consequences, merge_equals, sort_findings, stamp_fingerprints
from tqcheck.findings import run_task
from tqcheck.forks import spread
from tqcheck.model import PROSE, Article, Finding, Notice, Span
from tqcheck.registry import Check, Context
from tqcheck.round_trip import raise_findings
from tqcheck.tasks import group_tasks, list_tasks, worth_spreading
from tqcheck.text.segment import count_words

LEAST_MAJOR = 0.75
"""Confidence from which a finding may be major or critical; doubtful ones are shown as minor, unless the plan names a severity."""
LEAST_AMONG_MANY, LEAST_MAJOR_AMONG_MANY = 0.04, 0.5
"""The same where the other findings say that the text is badly translated (`company`)."""
LEAST_PROBED = 0.35
"""The same for what a translation model says of an edit: alone it is twice as often wrong as right; beside another witness it counts."""


def judge_article(article: Article, checks: Mapping[str, Check], plan: Plan, processes: int = 1) -> tuple[Finding, ...]:
    """Every finding of the selected checks on one article, filtered, sorted and stamped.

    A check that raises gives one TQ902 finding with the error's text; the other checks still run. What is found does not depend on
    `processes`, over which a long article is spread.
    """
    heard = merge_equals(list(_run_checks(article, checks, plan, processes)))
    company = read_company(drop_consequences(heard, checks) if plan.calibrated else [], count_prose(article))
    shown = [finding for finding in heard if _is_shown(finding, plan, many=company.has_many(finding))]
    told = [_doubt(finding, plan, many=company.has_many(finding)) for finding in drop_consequences(shown, checks)]
    kept = raise_findings(sort_findings(told), article)
    texts = [
        (pair.source.text if pair.source else "", pair.target.text if pair.target else "") for pair in article.pairs
    ]
    return tuple(stamp_fingerprints(kept, plan.relative(article.translation.path), texts))


def count_prose(article: Article) -> int:
    """Words of the translation's prose."""
    blocks = [block for block in article.translation.blocks if block.kind in PROSE]
    return sum(count_words(block.text, article.target_language) for block in blocks)


def _run_checks(article: Article, checks: Mapping[str, Check], plan: Plan, processes: int) -> Iterator[Finding]:
    """The findings of every check, in the order of the checks and of the text."""
    context = Context(
        source_language=article.source_language,
        target_language=article.target_language,
        settings=dict(plan.settings),
        article=article,
    )
    tasks = list_tasks(checks, article)
    groups, processes = group_tasks(tasks, len(article.pairs)), worth_spreading(len(article.pairs), processes)
    done = spread(lambda number: run_task(tasks[number], article, context, plan), groups, processes)
    outcomes = dict(zip(chain(*groups), chain(*done), strict=True))
    for check, numbers in groupby(range(len(tasks)), key=lambda number: tasks[number].check):
        judged = [outcomes[number] for number in numbers]
        yield from (finding for outcome in judged for finding in outcome.findings)
        if crashes := [outcome.crash for outcome in judged if outcome.crash]:
            yield crash_finding(check, crashes)


def crash_finding(check: Check, crashes: Sequence[str]) -> Finding:
    """TQ902: the check could not judge; said once per check and document, with how often and the first error."""
    return _tool_finding(
        "TQ902",
        "check-crashed",
        f"{check.code} {check.name} failed on {len(crashes)} of its subjects and judged only the rest: {crashes[0]}. Please report it.",
    )


def engine_findings(article: Article, failures: Sequence[Notice]) -> list[Finding]:
    """TQ904 for every engine failure ("path: reason") that touched this article."""
    path = f"{article.translation.path}: "
    return [
        _tool_finding("TQ904", "engine-failed", notice.message.removeprefix(path))
        for notice in failures
        if notice.message.startswith(path)
    ]


def _tool_finding(code: str, name: str, message: str) -> Finding:
    return Finding(
        code=code,
        name=name,
        category="tool",
        severity="neutral",
        confidence=1.0,
        message=message,
        segment=-1,
        span=Span(0, 0),
        text="",
    )


def _doubt(finding: Finding, plan: Plan, *, many: bool) -> Finding:
    """A doubtful finding is no reason to call a text badly translated: minor at most. Said once all its witnesses were heard."""
    named = finding.code in dict(plan.severities)
    heavy = finding.severity in ("major", "critical")
    least = LEAST_MAJOR_AMONG_MANY if many else LEAST_MAJOR
    return replace(finding, severity="minor") if heavy and not named and finding.confidence < least else finding


def _is_shown(finding: Finding, plan: Plan, *, many: bool) -> bool:
    alone = LEAST_AMONG_MANY if many else least_shown(finding.code)
    least = LEAST_PROBED if family(finding.code, finding.witness) == PROBES else alone
    return finding.confidence >= least or not plan.calibrated or finding.code in plan.select
