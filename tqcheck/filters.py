"""Findings in, findings out: one cause gives one finding, and one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from tqcheck.model import SEVERITIES, Finding, Span
from tqcheck.registry import Check

_FEW = 20
"""Characters that two findings span together when they mark the same few words."""
_PHRASE = 40
"""Characters of the source that two findings span together at most when the one explains the other: a whole sentence explains nothing."""


def sort_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Reading order; at one place the heavier first, then by code."""
    return sorted(
        findings,
        key=lambda f: (f.span.start, f.span.end, -SEVERITIES.index(f.severity), f.code, f.source_span or f.span),
    )


def drop_consequences(findings: Sequence[Finding], checks: Mapping[str, Check]) -> list[Finding]:
    """Drop a finding that another one on the same words explains (`Check.silenced_by`); of two that explain each other the surer stays.

    A mere hint (minor by itself) drops nothing that is surer. Where the two name the same words they are two witnesses of one error: the
    one that stays takes over the other's places and evidence, and is surer than either.
    """
    causes = [next((o for o in findings if o is not f and _explains(o, f, checks)), None) for f in findings]
    witnesses = [
        (cause, f) for cause, f in zip(causes, findings, strict=True) if cause is not None and _same_words(cause, f)
    ]
    return [
        _strengthen(finding, [witness for cause, witness in witnesses if cause is finding])
        for finding, cause in zip(findings, causes, strict=True)
        if cause is None
    ]


def _same_words(one: Finding, other: Finding) -> bool:
    """Whether two findings mark one place: the same span, or a few words of one side that overlap ("didn't" and "n't")."""
    if one.span == other.span or one.code == other.code:
        return one.span == other.span
    sides = ((one.span, other.span), (one.source_span, other.source_span))
    return any(left and right and left.overlaps(right) and _joined(left, right) <= _FEW for left, right in sides)


def _joined(one: Span, other: Span) -> int:
    return max(one.end, other.end) - min(one.start, other.start)


def _strengthen(finding: Finding, witnesses: Sequence[Finding]) -> Finding:
    doubt = 1 - finding.confidence
    for witness in witnesses:
        doubt *= 1 - witness.confidence
        known = {name for name, _ in finding.evidence}
        finding = replace(
            finding,
            severity=max(finding.severity, witness.severity, key=SEVERITIES.index),
            related=(*finding.related, *(place for place in witness.related if place not in finding.related)),
            evidence=(*finding.evidence, *((name, text) for name, text in witness.evidence if name not in known)),
        )
    return (
        replace(finding, confidence=round(min(max(finding.confidence, 0.99), 1 - doubt), 3)) if witnesses else finding
    )


def _explains(cause: Finding, finding: Finding, checks: Mapping[str, Check]) -> bool:
    check = checks.get(finding.code)
    if check is None:
        return False
    if cause.code == finding.code:  # a witness that knows why speaks for the one that only suspects
        return bool(cause.witness) and not finding.witness and cause.span.overlaps(finding.span)
    if cause.code not in check.silenced_by or (cause.severity == "minor" and cause.confidence < finding.confidence):
        return False  # a hint explains nothing that is surer than it is
    mutual = cause.code in checks and finding.code in checks[cause.code].silenced_by
    if mutual and (cause.confidence, cause.code) < (finding.confidence, finding.code):
        return False
    if cause.span.overlaps(finding.span):
        return True
    ours, theirs = cause.source_span, finding.source_span
    return ours is not None and theirs is not None and ours.overlaps(theirs) and _joined(ours, theirs) <= _PHRASE


def merge_equals(findings: Sequence[Finding]) -> list[Finding]:
    """One finding per code and span: the most confident one stays."""
    best: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.span, finding.source_span if finding.span.start == finding.span.end else None)
        if key not in best or finding.confidence > best[key].confidence:
            best[key] = finding
    return list(best.values())


def stamp_fingerprints(findings: Sequence[Finding], path: str, texts: Sequence[tuple[str, str]]) -> list[Finding]:
    """Give each finding its identity: code, path, source and target text of its segment, flagged words, n-th of equals.

    Line numbers never enter, so a baseline survives edits elsewhere in the file. `texts` holds (source, target) per segment.
    """
    seen = Counter[str]()
    stamped = list[Finding]()
    for finding in findings:
        source, target = texts[finding.segment] if 0 <= finding.segment < len(texts) else ("", "")
        words = (" ".join(finding.text.split()), " ".join(finding.source_text.split()))  # as before a reflow
        base = "\x1f".join((finding.code, path, source, target, *words))
        seen[base] += 1
        digest = sha256(f"{base}\x1f{seen[base]}".encode("utf-8", "surrogatepass")).hexdigest()
        stamped.append(replace(finding, fingerprint=digest[:24]))
    return stamped
