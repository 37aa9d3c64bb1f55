"""Results made by hand for the tests of the bench."""

from __future__ import annotations

from tqcheck.bench.items import Gold, Item
from tqcheck.bench.match import match
from tqcheck.bench.run import Result
from tqcheck.jobs import Job
from tqcheck.model import Finding, Severity, Span


def error(place: int, code: str = "TQ101", severity: Severity = "major") -> Gold:
    return Gold(code=code, also=(), severity=severity, kind="number", span=Span(place, place + 2))


def alarm(
    place: int, code: str = "TQ101", confidence: float = 0.95, severity: Severity = "major", witness: str = ""
) -> Finding:
    return Finding(
        code=code, name="", category="", severity=severity, confidence=confidence, message="", segment=0,
        span=Span(place, place + 2), text="12", witness=witness,
    )  # fmt: skip


def result(name: str, group: str, findings: list[Finding], gold: list[Gold] | None = None, words: int = 500) -> Result:
    item = Item(
        id=f"{name}/x", group=group, split="dev", languages=("de", "en"), job=Job(path=name), gold=tuple(gold or ())
    )
    stopped = any(found.confidence >= 0.9 and found.severity != "minor" for found in findings)
    return Result(item=item, words=words, matched=match(findings, item.gold), failed=stopped)
