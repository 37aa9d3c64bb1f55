"""Run the tool over items as a user would, and keep what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tqcheck.bench.items import Item
from tqcheck.bench.match import Matched, match
from tqcheck.config import Plan
from tqcheck.evidence import Engines
from tqcheck.model import DocumentReport
from tqcheck.pipeline import check_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One item after the run.

    Attributes:
        words: of the translation, as the report counts them.
        matched: its errors and findings; where it could not be read every error is missed.
        failed: whether the gate of the plan stops it.
        reason: why it could not be judged, or not in full; empty = it was.
        engines: signatures of what measured it.
    """

    item: Item
    words: int
    matched: Matched
    failed: bool
    reason: str = ""
    engines: str = ""


def run_items(items: Sequence[Item], plan: Plan, engines: Engines | None = None, shard: int = 32) -> list[Result]:
    """Results in the order of the items; items that share languages and settings run together in shards."""
    results = dict[str, Result]()
    for _, group in groupby(sorted(items, key=_key), key=lambda item: _key(item)[0]):
        members = list(group)
        own = replace(
            plan,
            source_language=members[0].languages[0],
            target_language=members[0].languages[1],
            settings=(*plan.settings, *members[0].settings),
        )
        for start in range(0, len(members), shard):
            results.update(_run_shard(members[start : start + shard], own, engines))
    return [results[item.id] for item in items]


def _key(item: Item) -> tuple[str, str]:
    return repr((item.languages, item.settings)), item.id


def _run_shard(items: Sequence[Item], plan: Plan, engines: Engines | None) -> dict[str, Result]:
    report = check_documents([item.job for item in items], plan, engines)
    documents = {document.document.path: document for document in report.documents}
    reasons = {skipped.path: skipped.reason for skipped in report.skipped}
    results = dict[str, Result]()
    for item in items:
        document = documents.get(item.job.path)
        if document is None:
            results[item.id] = _unread(item, reasons.get(item.job.path, "no report"))
        else:
            results[item.id] = _result(item, document, plan, report.signature)
    return results


def _unread(item: Item, reason: str) -> Result:
    missed = Matched(errors=tuple((error, None) for error in item.gold))
    return Result(item=item, words=0, matched=missed, failed=True, reason=reason)


def _result(item: Item, document: DocumentReport, plan: Plan, signature: str) -> Result:
    return Result(
        item=item,
        words=document.words,
        matched=match(document.findings, item.gold),
        failed=any(plan.stops([(finding.severity, finding.confidence) for finding in document.findings])),
        reason="; ".join(finding.message for finding in document.findings if finding.code in ("TQ902", "TQ904")),
        engines=signature,
    )
