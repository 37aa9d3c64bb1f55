"""How long a run may take, said before it begins: from measured rates and the sizes of the files, on a terminal, when it is long."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tqcheck.config import Plan
from tqcheck.jobs import Job

LONG = 60.0
"""Seconds of work from which it is worth saying."""


def announce(jobs: Sequence[Job], plan: Plan, processes: int, *, quiet: bool) -> None:
    """One line on standard error; nothing for short runs, and nothing where nobody watches."""
    if quiet or not sys.stderr.isatty():
        return
    seconds = estimate(jobs, plan) / max(1, processes)
    if seconds >= LONG:
        print(f"tqcheck: about {round(seconds / 60)} min of work, less what earlier runs remember", file=sys.stderr)


def estimate(jobs: Sequence[Job], plan: Plan) -> float:
    """CPU seconds for files of which nothing is remembered; engines without a measured rate count as firefox."""
    import tomllib
    from importlib.resources import files

    from tqcheck.pipeline import needed
    from tqcheck.selection import selected_checks

    if not needed(selected_checks(plan), plan):
        return 0.0
    rates = tomllib.loads((files("tqcheck.engines") / "data" / "rates.toml").read_text(encoding="utf-8"))
    return sum(_size(job) * _cost(job, plan, rates) for job in jobs)


def _cost(job: Job, plan: Plan, rates: dict[str, float]) -> float:
    """CPU seconds a character."""
    languages = f"{plan.source_language or job.source_language}-{plan.target_language or job.target_language}"
    engine = dict(plan.engines).get(languages, plan.engine).partition(":")[0]
    carries = engine != "none" and bool(job.source_path or plan.pivot)
    return 1 / rates["rules"] + (1 / rates.get(engine, rates["firefox"]) if carries else 0.0)


def _size(job: Job) -> int:
    """Bytes of the translation, which for most scripts is a little over its characters."""
    if job.data is not None:
        return len(job.data)
    path = Path(job.path)
    return path.stat().st_size if path.is_file() else 0
