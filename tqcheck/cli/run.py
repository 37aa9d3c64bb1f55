"""One run after the other: outcomes as they come, into one report; what is done is kept when the user interrupts."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqcheck.baseline import Baseline, read_baseline
from tqcheck.cli.estimates import announce
from tqcheck.cli.progress import follow
from tqcheck.collecting import rest_collector
from tqcheck.run_report import RunReport, merge
from tqcheck.runners import run

if TYPE_CHECKING:
    from tqcheck.changes import Changes
    from tqcheck.cli.jobs import Run
    from tqcheck.render.payload import ReportPayload


def run_all(runs: Sequence[Run], changes: Changes | None, *, segments: bool, quiet: bool) -> tuple[ReportPayload, bool]:
    """(the report of all runs, whether the user interrupted).

    Args:
        runs: one for each configuration.
        changes: what findings must touch to be reported; None = all are.
        segments: whether the report needs the texts of all sentences.
        quiet: no progress bar.
    """
    rest_collector()
    gc.enable()
    reports: list[ReportPayload] = []
    for item in runs:
        collected = RunReport(item.settings.plan, _baseline(item), changes, segments)
        notice = _collect(item, collected, quiet=quiet)
        collected.add_missing(item.missing)
        reports.append(collected.finish(notice))
        if notice:
            return merge(reports), True
    return merge(reports), False


def _baseline(item: Run) -> Baseline:
    return read_baseline(item.settings.baseline) if item.settings.baseline else Baseline()


def _collect(item: Run, collected: RunReport, *, quiet: bool) -> str:
    """Add every outcome; on an interrupt, say how far it came."""
    done = 0
    announce(item.jobs, item.settings.plan, item.settings.jobs, quiet=quiet)
    try:
        for outcome in follow(run(item.jobs, item.settings.plan, item.settings.jobs), len(item.jobs), quiet=quiet):
            collected.add(outcome)
            done += 1
    except KeyboardInterrupt:
        return f"interrupted: {done} of {len(item.jobs)} files were checked"
    return ""
