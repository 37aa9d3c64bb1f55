"""The outcomes of a run put together: baseline and changes applied to each document, one verdict, one report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tqcheck._version import __version__
from tqcheck.baseline import Accepted, Baseline, sort_document
from tqcheck.changes import Changes
from tqcheck.config import Plan
from tqcheck.missing import missing_page
from tqcheck.model import SEVERITIES, Severity
from tqcheck.render.contract import rules_of
from tqcheck.render.payload import SCHEMA, DocumentPayload, FindingPayload, NoticePayload, ReportPayload, SkippedPayload
from tqcheck.runners import Outcome
from tqcheck.score import score_document, verdict


@dataclass(frozen=True, slots=True)
class _Weight:
    segment: int
    severity: Severity
    confidence: float


@dataclass(frozen=True, slots=True)
class _Score:
    mqm: float


@dataclass(slots=True)
class RunReport:
    """Collects outcomes; `finish` makes the report of what has come so far.

    Attributes:
        segments: whether the report keeps the text of every sentence (JSON and HTML); without, memory stays flat.
        changes: what a gate on changed lines counts; None = everything.
    """

    plan: Plan
    baseline: Baseline = field(default_factory=Baseline)
    changes: Changes | None = None
    segments: bool = True
    documents: list[DocumentPayload] = field(default_factory=list)
    skipped: list[SkippedPayload] = field(default_factory=list)
    notices: list[NoticePayload] = field(default_factory=list)
    signatures: set[str] = field(default_factory=set)
    accepted: list[Accepted] = field(default_factory=list)
    from_changed_tool: int = 0

    def add(self, outcome: Outcome) -> None:
        """One more outcome, less what the baseline accepts and what did not change."""
        self.skipped += outcome.skipped
        self.signatures.update(outcome.signatures)
        self.notices += [notice for notice in outcome.notices if notice not in self.notices]
        if outcome.document is not None:
            self.documents.append(self._settle(outcome.document, outcome.signatures))

    def _settle(self, document: DocumentPayload, signatures: Sequence[str]) -> DocumentPayload:
        path = self.plan.relative(document["path"])
        found = sort_document(document, path, self.baseline, Path(self.plan.root), signatures)
        self.accepted += found.accepted
        self.from_changed_tool += len(found.from_changed_tool)
        kept = [item for item in found.new if self.changes is None or self.changes.touches(item, document)]
        if len(kept) != len(document["findings"]):
            score = score_document(map(_weight, kept), document["words"])
            kept_score = document["score"]
            kept_score["mqm"], kept_score["penalty"] = score.mqm, score.penalty
            kept_score["per_1000_words"] = score.per_1000_words
        document["findings"] = kept
        if not self.segments:
            document["segments"] = []
        return document

    def add_missing(self, missing: Sequence[tuple[str, str, tuple[str, ...]]]) -> None:
        """TQ803 for every source page without a translation, one finding a language."""
        if self.plan.selects("TQ803"):
            for path, language, absent in missing:
                if not self.plan.ignores_in(path, "TQ803"):
                    page = missing_page(path, language, absent, self.plan)
                    self.documents.append(self._settle(page, ()))

    def finish(self, interrupted: str = "") -> ReportPayload:
        """The report of everything added; a run that was `interrupted` (the notice says how far it came) is incomplete."""
        notices = [*self._baseline_notices(), *self.notices]
        if interrupted:
            notices.append({"kind": "interrupted", "message": interrupted})
        findings = [finding for document in self.documents for finding in document["findings"]]
        codes = {finding["code"] for finding in findings}
        complete = not (self.skipped or codes & {"TQ902", "TQ904"} or interrupted)
        scores = [_Score(document["score"]["mqm"]) for document in self.documents]
        weighed = [list(map(_weight, document["findings"])) for document in self.documents]
        payload: ReportPayload = {
            "schema": SCHEMA,
            "tool": {"name": "tqcheck", "version": __version__, "signature": self.signature},
            "verdict": verdict(weighed, scores, self.plan, complete=complete),
            "documents": self.documents,
            "notices": notices,
            "skipped": sorted(self.skipped, key=lambda item: (item["path"], item["code"])),
            "gate": {"fail_on": self.plan.fail_on, "min_confidence": self.plan.min_confidence},
        }
        if rules := rules_of(codes):
            payload["rules"] = rules
        return payload

    @property
    def signature(self) -> str:
        """The tool and every engine whose evidence stands in the report."""
        own = f"tqcheck {__version__}"
        return "; ".join([own, *sorted(self.signatures - {own})])

    def _baseline_notices(self) -> list[NoticePayload]:
        said: list[NoticePayload] = []
        if self.accepted:
            number = len(self.accepted)
            said.append({"kind": "baseline", "message": f"the baseline accepts {number} finding{'s' * (number > 1)}"})
        if self.from_changed_tool:
            message = (
                f"{self.from_changed_tool} findings in unchanged texts come from a tool or model that has changed since the baseline "
                "was written and are not shown; read them and accept them with `tqcheck baseline`"
            )
            said.append({"kind": "baseline-signature", "message": message})
        return said


def _weight(finding: FindingPayload) -> _Weight:
    segment = -1 if finding["segment"] is None else finding["segment"]
    severity: Severity = next(name for name in SEVERITIES if name == finding["severity"])
    return _Weight(segment, severity, finding["confidence"])


def merge(reports: Iterable[ReportPayload]) -> ReportPayload:
    """One report of several configurations' runs: the worst verdict, the strictest gate."""
    first, *rest = reports
    for other in rest:
        first["documents"] += other["documents"]
        first["notices"] += [notice for notice in other["notices"] if notice not in first["notices"]]
        first["skipped"] += other["skipped"]
        first["verdict"] = max(first["verdict"], other["verdict"], key=("pass", "incomplete", "fail").index)
        first["gate"] = {
            "fail_on": min(first["gate"]["fail_on"], other["gate"]["fail_on"], key=(*SEVERITIES, "never").index),
            "min_confidence": min(first["gate"]["min_confidence"], other["gate"]["min_confidence"]),
        }
        if rules := {**first.get("rules", {}), **other.get("rules", {})}:
            first["rules"] = dict(sorted(rules.items()))
        parts = {*first["tool"]["signature"].split("; "), *other["tool"]["signature"].split("; ")}
        own = f"tqcheck {__version__}"
        first["tool"]["signature"] = "; ".join([own, *sorted(parts - {own})])
    return first
