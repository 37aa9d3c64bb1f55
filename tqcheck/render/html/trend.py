"""Past reports side by side: the score and the findings of each, in the order of their file names, as one HTML file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.render.html import page
from tqcheck.render.html.charts import Bar, stack
from tqcheck.render.payload import ReportPayload
from tqcheck.render.words import severity_counts

STYLES = ("tokens", "page", "summary", "trend", "print")
CHART_HEIGHT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One report: `score` is the MQM score of all its words; `changed` = made with another signature than the run before."""

    name: str
    verdict: str
    words: int
    score: float | None
    bar: Bar
    counts: dict[str, int]
    changed: bool
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The line of scores: (x, y) in a box of 1000 by `CHART_HEIGHT`, and the scores at its floor and ceiling."""

    points: Sequence[tuple[float, float]]
    changes: Sequence[float]
    low: float
    high: float


def render_trend(reports: Sequence[tuple[str, ReportPayload]]) -> str:
    """The overview of (file name, report), ordered by name, numbers in names by value (run-2 before run-10)."""
    runs = _runs(sorted(reports, key=lambda item: _natural(item[0])))
    return page("trend.html", styles=STYLES, scripts=(), runs=runs, chart=_chart(runs), height=CHART_HEIGHT)


def _natural(name: str) -> list[tuple[int, int, str]]:
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", name) if part]


def _runs(reports: Sequence[tuple[str, ReportPayload]]) -> list[Run]:
    runs, before = list[Run](), ""
    totals = [sum(len(document["findings"]) for document in payload["documents"]) for _, payload in reports]
    for name, payload in reports:
        findings = [finding for document in payload["documents"] for finding in document["findings"]]
        counts, signature = severity_counts(findings), payload["tool"]["signature"]
        runs.append(
            Run(
                name=name,
                verdict=payload["verdict"],
                words=sum(document["words"] for document in payload["documents"]),
                score=_score(payload),
                bar=stack(name, counts, max([1, *totals])),
                counts=counts,
                changed=bool(before) and signature != before,
                signature=signature,
            )
        )
        before = signature
    return runs


def _score(payload: ReportPayload) -> float | None:
    """Mean of the documents' scores by words; None without a word."""
    words = sum(document["words"] for document in payload["documents"])
    weighted = sum(document["score"]["mqm"] * document["words"] for document in payload["documents"])
    return round(weighted / words, 2) if words else None


def _chart(runs: Sequence[Run]) -> Chart | None:
    scores = [run.score for run in runs if run.score is not None]
    if len(scores) < 2:
        return None
    low, high = min(scores), max(scores)
    margin = max(0.5, (high - low) * 0.15)
    low, high = low - margin, min(100.0, high + margin)
    step = 1000 / len(runs)
    points = [
        (round((index + 0.5) * step, 1), round(CHART_HEIGHT * (high - run.score) / (high - low), 1))
        for index, run in enumerate(runs)
        if run.score is not None
    ]
    changes = [round(index * step, 1) for index, run in enumerate(runs) if run.changed]
    return Chart(points=points, changes=changes, low=round(low, 1), high=round(high, 1))
