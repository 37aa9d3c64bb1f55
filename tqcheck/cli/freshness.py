"""When each file of a run was last committed, for TQ802 where `freshness = "git"`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tqcheck.cli.jobs import Run
from tqcheck.errors import ConfigError
from tqcheck.git import SHALLOW, is_shallow, run_git

_ASKED = 'freshness = "git"'


def with_history(run: Run) -> Run:
    """The run with the time of the last commit of every translation and source, where its configuration asks git.

    Raises:
        ConfigError: no git, no repository, or a shallow clone, whose history cannot tell.
    """
    plan = run.settings.plan
    if dict(plan.settings).get("freshness") != "git" or not run.jobs:
        return run
    if is_shallow(run.settings.root, asked=_ASKED):
        raise ConfigError(f"{_ASKED}: {SHALLOW}")
    paths = sorted({path for job in run.jobs if job.source_path for path in (job.path, job.source_path)})
    changed = tuple((path, time) for path in paths if (time := _last_commit(Path(path))) is not None)
    settings = replace(run.settings, plan=replace(plan, settings=(*plan.settings, ("changed", changed))))
    return replace(run, settings=settings)


def _last_commit(path: Path) -> int | None:
    """Seconds since 1970 of the last commit that touched a file; None for a file that git does not know or that has edits not committed."""
    folder = path.absolute().parent
    if run_git(folder, "status", "--porcelain", "--", path.name, asked=_ASKED).strip():
        return None
    said = run_git(folder, "log", "-1", "--format=%ct", "--", path.name, asked=_ASKED).strip()
    return int(said) if said else None
