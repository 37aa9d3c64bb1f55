"""Run checks over one article: subjects in, hits out, findings with file offsets made of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tqcheck.checks.calibration import PROBES, calibrate, family
from tqcheck.company import least_shown, read_company
from tqcheck.config import Plan
from tqcheck.filters import drop_consequences, merge_equals, sort_findings, stamp_fingerprints
from tqcheck.model import PROSE, Article, Finding, Hit, Notice, Pair, Place, Span, join_segments
from tqcheck.registry import Check, Context
from tqcheck.round_trip import raise_findings
from tqcheck.text.segment import count_words

LEAST_MAJOR = 0.75
"""Confidence from which a finding may be major or critical; doubtful ones are shown as minor, unless the plan names a severity."""
LEAST_AMONG_MANY, LEAST_MAJOR_AMONG_MANY = 0.04, 0.5
"""The same where the other findings say that the text is badly translated (`company`)."""
LEAST_PROBED = 0.35
"""The same for what a translation model says of an edit: alone it is twice as often wrong as right; beside another witness it counts."""


def judge_article(article: Article, checks: Mapping[str, Check], plan: Plan) -> tuple[Finding, ...]:
    """Every finding of the selected checks on one article, filtered, sorted and stamped.

    A check that raises gives one TQ902 finding with the error's text; the other checks still run.
    """
    context = Context(
        source_language=article.source_language,
        target_language=article.target_language,
        settings=dict(plan.settings),
        article=article,
    )
    found = [finding for check in checks.values() for finding in _run_check(check, article, context, plan)]
    heard = merge_equals(found)
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


def _run_check(check: Check, article: Article, context: Context, plan: Plan) -> Iterator[Finding]:
    crashes = list[Exception]()
    for index, subject in _subjects(check, article):
        try:
            for hit in check.judge(subject, context):
                yield _make_finding(check, hit, subject, index, article, plan)
        except Exception as error:
            crashes.append(error)
    if crashes:
        yield crash_finding(check, crashes)


def crash_finding(check: Check, crashes: Sequence[Exception]) -> Finding:
    """TQ902: the check could not judge; said once per check and document, with how often and the first error."""
    error = crashes[0]
    return _tool_finding(
        "TQ902",
        "check-crashed",
        f"{check.code} {check.name} failed on {len(crashes)} of its subjects and judged only the rest: "
        f"{type(error).__name__}: {error}. Please report it.",
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


def _subjects(check: Check, article: Article) -> Iterable[tuple[int, Pair | Article]]:
    """(pair index or -1, subject) for the scope of the check."""
    if check.scope == "document":
        return [(-1, article)]
    pairs = enumerate(article.pairs) if check.scope == "pair" else ((-1, pair) for pair in block_pairs(article))
    return [(index, pair) for index, pair in pairs if (pair.target or pair.source).kind in check.kinds]  # type: ignore[union-attr]


def block_pairs(article: Article) -> list[Pair]:
    """Paragraphs of the translation as pairs; the source is what is aligned to their sentences, joined, or None."""
    parts: dict[int, list[Pair]] = {}
    for pair in article.pairs:
        if pair.target is not None:
            parts.setdefault(pair.target.block, []).append(pair)
    return [_block_pair(article, index, parts.get(index, [])) for index in range(len(article.translation.blocks))]


def _block_pair(article: Article, index: int, parts: Sequence[Pair]) -> Pair:
    sources = tuple(pair.source for pair in parts if pair.source is not None)
    return Pair(
        source=join_segments(sources) if sources else None,
        target=article.translation.blocks[index],
        source_language=article.source_language,
        target_language=article.target_language,
    )


def _make_finding(check: Check, hit: Hit, subject: Pair | Article, index: int, article: Article, plan: Plan) -> Finding:
    target = hit.segment or (subject.target if isinstance(subject, Pair) else None)
    span = target.locate(hit.start, hit.end) if target else _gap(subject)
    source = subject.source if isinstance(subject, Pair) else None
    source_span = source.locate(*hit.source) if source and hit.source else None
    raw = check.confidence if hit.confidence is None else hit.confidence
    confidence = calibrate(check.code, raw, hit.witness) if plan.calibrated else raw
    severity = dict(plan.severities).get(check.code) or hit.severity or check.severity
    return Finding(
        code=check.code,
        name=check.name,
        category=check.category,
        severity=severity,
        confidence=confidence,
        message=hit.message,
        segment=index if index >= 0 or target is None else _segment_at(article, span),
        span=span,
        text=article.translation.text[span.start : span.end],
        source_span=source_span,
        source_text=_source_text(article, source_span),
        related=tuple(sorted(hit.related, key=_place_order)),
        evidence=hit.evidence,
        fix=hit.fix,
        witness=hit.witness,
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


def _gap(subject: Pair | Article) -> Span:
    return Span(subject.anchor, subject.anchor) if isinstance(subject, Pair) else Span(0, 0)


def _place_order(place: Place) -> tuple[int, int]:
    return place.span.start, place.span.end


def _source_text(article: Article, span: Span | None) -> str:
    document = article.source
    if span is None:
        return ""
    text = document.text if document else article.translation.text
    return text[span.start : span.end]


def _segment_at(article: Article, span: Span) -> int:
    """Index of the pair whose target holds the position: the last one that starts at or before it."""
    starts = [(pair.target.span.start, index) for index, pair in enumerate(article.pairs) if pair.target is not None]
    starts.sort()
    place = bisect_right(starts, (span.start, len(article.pairs))) - 1
    return starts[max(place, 0)][1] if starts else -1
