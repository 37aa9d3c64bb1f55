"""Geometry of the report's drawings, in plain numbers: templates turn them into SVG without a style attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from tqcheck.render.payload import DocumentPayload, FindingPayload
from tqcheck.render.words import SEVERITIES

WEIGHTS = {"neutral": 0.0, "minor": 1.0, "major": 5.0, "critical": 25.0}
"""MQM severity weights, as in the score."""

STRIP_WIDTH = 1000
STRIP_CELLS = 500
"""Most cells of a heat strip; longer documents share cells, so that each stays wide enough to hit."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: its label, its total, and (severity, start, length) pieces in per cent of the longest line."""

    label: str
    total: int
    pieces: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the heat strip: `x` and `width` of `STRIP_WIDTH`, the segment to jump to, worst severity, expected penalty 0-1."""

    x: float
    width: float
    segment: int
    severity: str
    heat: float
    findings: int


def severity_by_category(findings: Sequence[FindingPayload]) -> list[Bar]:
    """One bar for each MQM category, longest first."""
    counted: dict[str, dict[str, int]] = {}
    for finding in findings:
        counts = counted.setdefault(finding["category"], dict.fromkeys(SEVERITIES, 0))
        counts[finding["severity"]] += 1
    longest = max((sum(counts.values()) for counts in counted.values()), default=1)
    ordered = sorted(counted.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [stack(label, counts, longest) for label, counts in ordered]


def stack(label: str, counts: dict[str, int], longest: int) -> Bar:
    """Counts by severity as one bar, worst first."""
    pieces, at = [], 0.0
    for severity, number in counts.items():
        if number:
            length = round(100 * number / longest, 2)
            pieces.append((severity, round(at, 2), length))
            at += length
    return Bar(label, sum(counts.values()), tuple(pieces))


def heat_strip(document: DocumentPayload) -> list[Cell]:
    """The article from beginning to end; a cell is as wide as its text is long, as hot as its findings weigh."""
    segments = document["segments"]
    by_segment: dict[int, list[FindingPayload]] = {}
    for finding in document["findings"]:
        for number in {finding["segment"], *(h["segment"] for h in finding["highlights"] if h["role"] == "span")} - {
            None
        }:
            by_segment.setdefault(number or 0, []).append(finding)
    lengths = [max(12, len(segment["text"] or segment["source"] or "")) for segment in segments]
    total = sum(lengths) or 1
    share = max(1, -(-len(segments) // STRIP_CELLS))
    cells, at = [], 0.0
    for first in range(0, len(segments), share):
        group = range(first, min(first + share, len(segments)))
        width = STRIP_WIDTH * sum(lengths[number] for number in group) / total
        found = [finding for number in group for finding in by_segment.get(number, [])]
        worst = min((finding["severity"] for finding in found), key=SEVERITIES.index, default="")
        target = next((number for number in group if by_segment.get(number)), first)
        weight = max((WEIGHTS[f["severity"]] * f["confidence"] for f in found), default=0.0)
        cells.append(Cell(round(at, 2), round(width, 2), target, worst, round(min(1.0, weight / 5), 2), len(found)))
        at += width
    return cells


def score_range(document: DocumentPayload) -> tuple[float, float]:
    """Where the MQM score lies nine times in ten if each finding is an error as often as its confidence says.

    Normal approximation of a sum of independent coin throws, one for each finding; what the checks did not see is not in it.
    """
    score, words = document["score"], document["words"]
    spread = sum(
        WEIGHTS[finding["severity"]] ** 2 * finding["confidence"] * (1 - finding["confidence"])
        for finding in document["findings"]
    )
    per_point = (100 - score["mqm"]) / score["penalty"] if score["penalty"] else 100 / max(words, 500)
    margin = 1.645 * sqrt(spread) * per_point
    return round(score["mqm"] - margin, 1), round(min(100.0, score["mqm"] + margin), 1)
