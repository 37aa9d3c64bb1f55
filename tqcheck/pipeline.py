"""The flow, top to bottom: read -> align -> gather evidence -> judge -> score -> report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tqcheck._version import __version__
from tqcheck.config import Plan
from tqcheck.engines.watchdog import ENGINE_FAILED
from tqcheck.errors import EngineError
from tqcheck.evidence import Engines, gather
from tqcheck.jobs import Job, read_article
from tqcheck.judge import count_prose, engine_findings, judge_article
from tqcheck.metrics import document_metrics
from tqcheck.model import Article, DocumentReport, Notice, Report, Skipped
from tqcheck.quality import EmbeddedModel
from tqcheck.registry import Check, Need
from tqcheck.score import score_document, verdict
from tqcheck.selection import selected_checks
from tqcheck.suppressions import suppress


def check_documents(jobs: Sequence[Job], plan: Plan, engines: Engines | None = None, processes: int = 1) -> Report:
    """Judge every document; one that cannot be read is skipped with its reason and never stops the others.

    Where `processes` are more than one, a long document is judged in copies of this process, which must not have threads at work.
    """
    checks = selected_checks(plan)
    needs = needed(checks, plan)
    engines = engines or default_engines(plan, needs)
    read = [read_article(job, plan, engines.embedder) for job in jobs]
    skipped = [item for item in read if isinstance(item, Skipped)]
    articles = [item for item in read if not isinstance(item, Skipped)]
    gathered, notices = gather([article for article, _ in articles], needs, engines)
    failures = [notice for notice in notices if notice.kind == "engine-failed"]
    failures += [failure for article in gathered for failure in failed_segments(article)]
    documents = [
        report_document(article, own, checks, plan, failures, processes)
        for article, (_, own) in zip(gathered, articles, strict=True)
    ]
    return assemble(documents, skipped, [notice for notice in notices if notice not in failures], plan)


def failed_segments(article: Article) -> list[Notice]:
    """That an engine crashed on, or rejected, some of the article's segments: the rest of its evidence stands."""
    backs = [pair.evidence.back for pair in article.pairs if pair.evidence.back is not None]
    failed = [back for back in backs if back.diagnostics.failed and back.diagnostics.degenerate == ENGINE_FAILED]
    if not failed:
        return []
    said = f"{failed[0].signature} failed on {len(failed)} of {len(backs)} segments, which have no back-translation"
    return [Notice("engine-failed", f"{article.translation.path}: {said}")]


def default_engines(plan: Plan, needs: frozenset[Need]) -> Engines:
    """The engines that a plan names, with the user's cache unless the plan forbids it; no model where no check needs one."""
    from tqcheck.cache import ResultCache, default_path

    model = embedded_model() if needs else None
    return Engines(
        name=plan.engine,
        by_pair=dict(plan.engines),
        settings={name: dict(values) for name, values in plan.engine_settings},
        pivot=plan.pivot,
        cache=ResultCache(default_path() if plan.cache else None),
        estimator=model.estimator if model else None,
        embedder=model.embedder if model else None,
    )


@lru_cache(maxsize=1)
def embedded_model() -> EmbeddedModel | None:
    """The package's own quality model; None where its files or its runtime are missing."""
    from tqcheck.quality import load

    try:
        return load()
    except (EngineError, ImportError):
        return None


def needed(checks: dict[str, Check], plan: Plan) -> frozenset[Need]:
    """What must be measured: what the selected checks read, and the round trip a reader asked for."""
    needs = {need for check in checks.values() for need in check.needs}
    return frozenset(needs | {"back"} if plan.pivot else needs)


def report_document(
    article: Article,
    notices: Sequence[Notice],
    checks: dict[str, Check],
    plan: Plan,
    failures: Sequence[Notice],
    processes: int = 1,
) -> DocumentReport:
    """Judge and score one article whose evidence is gathered."""
    path = article.translation.path
    here = {code: check for code, check in checks.items() if not plan.ignores_in(path, code)}
    judged = suppress(judge_article(article, here, plan, processes), article.translation, here, plan)
    findings = (*engine_findings(article, failures), *judged)
    words = count_prose(article)
    return DocumentReport(
        document=article.translation,
        source=article.source,
        source_language=article.source_language,
        target_language=article.target_language,
        words=words,
        pairs=article.pairs,
        findings=findings,
        score=score_document(findings, words, document_metrics(article)),
        notices=tuple(notices),
    )


def assemble(
    documents: Sequence[DocumentReport], skipped: Sequence[Skipped], notices: Sequence[Notice], plan: Plan
) -> Report:
    """One report of the run; it is incomplete when a file was skipped, a check crashed or an engine failed."""
    findings = [finding for document in documents for finding in document.findings]
    broken = bool(skipped) or any(finding.code in ("TQ902", "TQ904") for finding in findings)
    return Report(
        verdict=verdict(
            [document.findings for document in documents],
            [document.score for document in documents],
            plan,
            complete=not broken,
        ),
        documents=tuple(documents),
        notices=tuple(notices),
        skipped=tuple(skipped),
        signature="; ".join([f"tqcheck {__version__}", *_signatures(documents)]),
        version=__version__,
        gate=(plan.fail_on, plan.min_confidence),
    )


def _signatures(documents: Sequence[DocumentReport]) -> list[str]:
    """Of every engine whose evidence stands in the report."""
    found = set[str]()
    for document in documents:
        for pair in document.pairs:
            measured = (
                pair.evidence.back,
                pair.evidence.second,
                pair.evidence.forward,
                pair.evidence.quality,
                pair.evidence.likelihood,
            )
            found.update(item.signature for item in measured if item is not None)
    return sorted(found)
