"""The words that every report uses for its numbers: verdicts, confidence, severities, counts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import TYPE_CHECKING

from tqcheck.gate import stopping

if TYPE_CHECKING:
    from tqcheck.render.payload import DocumentPayload, FindingPayload, ReportPayload

SEVERITIES = ("critical", "major", "minor", "neutral")
"""Worst first, as reports list them."""

_CONFIDENCE = (
    (0.9, "almost certain"),
    (0.75, "likely"),
    (0.5, "more likely than not"),
    (0.25, "possible"),
    (0.0, "a hint"),
)
_VERDICTS = {"pass": "Passed", "fail": "Failed", "incomplete": "Incomplete"}


def confidence_words(confidence: float) -> str:
    """A probability 0-1 in words, coarse on purpose: five steps."""
    return next(words for bound, words in _CONFIDENCE if confidence >= bound)


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 finding, 2 findings, 1,043 words."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def severity_counts(findings: Iterable[FindingPayload]) -> dict[str, int]:
    """Number of findings by severity, worst first, zeros included."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding["severity"]] += 1
    return counts


def list_counts(counts: dict[str, int]) -> str:
    """The counts as words, "2 major, 5 minor"; empty where nothing was counted."""
    return ", ".join(f"{number} {name}" for name, number in counts.items() if number)


def stops(document: DocumentPayload, payload: ReportPayload) -> list[bool]:
    """For each finding of a document, whether it fails the run; False where the report does not record its gate."""
    gate = payload.get("gate") or {"fail_on": "never", "min_confidence": 1.0}
    weighed = [(finding["severity"], finding["confidence"]) for finding in document["findings"]]
    return stopping(weighed, gate["fail_on"], gate["min_confidence"])


def gate_sentence(payload: ReportPayload) -> str:
    """What the gate counted: "1 stops publication (major or worse, confidence 0.90 or more)"; empty where it is not recorded."""
    gate = payload.get("gate")
    if gate is None:
        return ""
    if gate["fail_on"] not in SEVERITIES:
        return "no finding stops publication, as this run was asked"
    stopped = [
        finding
        for document in payload["documents"]
        for finding in compress(document["findings"], stops(document, payload))
    ]
    counted = len(stopped)
    level = "critical" if gate["fail_on"] == "critical" else f"{gate['fail_on']} or worse"
    verb = "stops" if counted == 1 else "stop"
    together = ", alone or together" if any(one["confidence"] < gate["min_confidence"] for one in stopped) else ""
    return (
        f"{counted or 'none'} {verb} publication ({level}, confidence {gate['min_confidence']:.2f} or more{together})"
    )


def verdict_sentence(payload: ReportPayload) -> str:
    """The verdict with what it rests on: "Failed: 10 findings (2 major, 8 minor) in 1,043 words"."""
    findings = [finding for document in payload["documents"] for finding in document["findings"]]
    listed = list_counts(severity_counts(findings))
    found = f"{count(len(findings), 'finding')} ({listed})" if findings else "no findings"
    words = count(sum(document["words"] for document in payload["documents"]), "word")
    documents = len(payload["documents"])
    place = f" in {words}" + (f" of {count(documents, 'document')}" if documents != 1 else "")
    skipped = f"; {count(len(payload['skipped']), 'file')} not checked" if payload["skipped"] else ""
    gate = f"; {gate_sentence(payload)}" if findings and gate_sentence(payload) else ""
    return f"{_VERDICTS.get(payload['verdict'], payload['verdict'])}: {found}{place}{gate}{skipped}"


def control_name(character: str) -> str:
    """How an invisible or dangerous character is shown: "U+202E"."""
    return f"U+{ord(character):04X}"
