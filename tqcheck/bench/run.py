"""Run the tool over items as a user would, and keep what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tqcheck.bench.items import Item
from tqcheck.bench.match import Outcome, match
from tqcheck.config import Plan
from tqcheck.evidence import Engines
from tqcheck.model import DocumentReport
from tqcheck.pipeline import check_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One item after the run: words, outcomes, verdict; `reason` says why it could not be run, then it has no outcomes."""

    item: Item
    words: int
    outcomes: tuple[Outcome, ...]
    failed: bool
    reason: str = ""


def run_items(items: Sequence[Item], plan: Plan, engines: Engines | None = None, shard: int = 32) -> list[Result]:
    """Results in the order of the items; items that share languages and settings run together in shards."""
    results = dict[str, Result]()
    for (languages, settings), group in groupby(sorted(items, key=_key), key=_key_of):
        members = list(group)
        own = replace(
            plan, source_language=languages[0], target_language=languages[1], settings=(*plan.settings, *settings)
        )
        for start in range(0, len(members), shard):
            results.update(_run_shard(members[start : start + shard], own, engines))
    return [results[item.id] for item in items]


def _key_of(item: Item) -> tuple[tuple[str, str], tuple[tuple[str, object], ...]]:
    return item.languages, item.settings


def _key(item: Item) -> tuple[str, str]:
    return repr(_key_of(item)), item.id


def _run_shard(items: Sequence[Item], plan: Plan, engines: Engines | None) -> dict[str, Result]:
    report = check_documents([item.job for item in items], plan, engines)
    documents = {document.document.path: document for document in report.documents}
    reasons = {skipped.path: skipped.reason for skipped in report.skipped}
    return {
        item.id: _result(item, documents.get(item.job.path), reasons.get(item.job.path, ""), plan) for item in items
    }


def _result(item: Item, document: DocumentReport | None, reason: str, plan: Plan) -> Result:
    if document is None:
        return Result(item=item, words=0, outcomes=(), failed=True, reason=reason or "no report")
    failed = any(plan.gates(finding.severity, finding.confidence) for finding in document.findings)
    crashes = [finding.message for finding in document.findings if finding.code in ("TQ902", "TQ904")]
    outcomes = tuple(match(document.findings, item.gold))
    return Result(item=item, words=document.words, outcomes=outcomes, failed=failed, reason="; ".join(crashes))
