"""Findings to an MQM score and a verdict.

The linear model of MQM 2.0 (themqm.org): penalty = sum of severity weights, score = (1 - penalty / words) x 100. Weights are
0, 1, 5, 25 for neutral, minor, major, critical; at most five errors count per segment (the WMT annotation guidelines). A finding
is an issue until a person confirms it, so each counts its weight times its calibrated confidence: the expected penalty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from tqcheck.config import Plan
from tqcheck.model import Metric, Score, Severity

WEIGHTS: dict[Severity, float] = {"neutral": 0.0, "minor": 1.0, "major": 5.0, "critical": 25.0}
COUNTED_PER_SEGMENT = 5
SHORTEST_SAMPLE = 500
"""Words under which a text is scored as if it had so many: MQM asks for samples of 500 words or more, and linear scores of
shorter ones overstate each single error."""


class Weighed(Protocol):
    """What the score and the gate need to know of a finding."""

    @property
    def segment(self) -> int:
        """Its sentence, -1 for the document as a whole."""

    @property
    def severity(self) -> Severity:
        """Its weight."""

    @property
    def confidence(self) -> float:
        """Probability that it is a real error."""


class Scored(Protocol):
    """What the gate needs to know of a score."""

    @property
    def mqm(self) -> float:
        """MQM score of the document."""


def score_document(findings: Iterable[Weighed], words: int, metrics: tuple[Metric, ...] = ()) -> Score:
    """The expected MQM score of one document; 100 = no error, may fall below 0; an empty document scores 100."""
    by_segment = defaultdict[int, list[float]](list)
    for finding in findings:
        by_segment[finding.segment].append(WEIGHTS[finding.severity] * finding.confidence)
    penalty = sum(sum(sorted(weights, reverse=True)[:COUNTED_PER_SEGMENT]) for weights in by_segment.values())
    counted = max(words, SHORTEST_SAMPLE)
    note = (
        f"{words} words, scored as {SHORTEST_SAMPLE}: a short text overstates each error"
        if words < SHORTEST_SAMPLE
        else ""
    )
    return Score(
        mqm=round((1 - penalty / counted) * 100, 2),
        per_1000_words=round(penalty / counted * 1000, 2),
        penalty=round(penalty, 2),
        note=note,
        metrics=metrics,
    )


def verdict(documents: Iterable[Sequence[Weighed]], scores: Iterable[Scored], plan: Plan, *, complete: bool) -> str:
    """pass, fail, or incomplete when something could not be judged; incomplete wins over pass, fail over incomplete.

    `documents` are the findings of each.
    """
    gated = sum(sum(plan.stops([(one.severity, one.confidence) for one in findings])) for findings in documents)
    floor = plan.min_score is not None and any(score.mqm < plan.min_score for score in scores)
    if gated > plan.max_findings or floor:
        return "fail"
    return "pass" if complete else "incomplete"
