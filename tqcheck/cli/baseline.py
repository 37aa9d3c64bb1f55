"""`tqcheck baseline`: accept what is found today, and let go of what is found no more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tqcheck.cli import options as o

if TYPE_CHECKING:
    from tqcheck.cli.jobs import Run


def baseline(
    files: o.Files = None,
    source: o.Source = "",
    from_language: o.From = None,
    to_language: o.To = None,
    engine: o.Engine = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    glossary: o.Glossary = [],  # noqa: B006 - typer copies defaults
    baseline_file: o.BaselineFile = None,
    config: o.Config = "",
    isolated: o.Isolated = False,
    jobs: o.Jobs = None,
    no_cache: o.NoCache = False,
    quiet: o.Quiet = False,
) -> None:
    """Accept today's findings: write them to the baseline, keep the notes, drop what is fixed."""
    from tqcheck.cli.jobs import plan_runs
    from tqcheck.configuration.resolve import BASELINE_NAME

    given = o.given(
        from_language=from_language,
        to_language=to_language,
        engine=engine,
        select=select,
        ignore=ignore,
        glossary=glossary,
        baseline=baseline_file,
        jobs=jobs,
        cache=False if no_cache else None,
    )
    broken = False
    for run in plan_runs(files or [], source, "stdin.txt", config, isolated, given):
        path = run.settings.baseline or run.settings.root / BASELINE_NAME
        broken |= _update(run, path, quiet=quiet)
    raise typer.Exit(2 if broken else 0)


def _update(run: Run, path: Path, *, quiet: bool) -> bool:
    """Write the baseline of one configuration; True where a file could not be read, whose entries then stay as they are."""
    from tqcheck.baseline import Baseline, accept, digest, prune, read_baseline, write_baseline
    from tqcheck.cli.progress import follow
    from tqcheck.run_report import RunReport
    from tqcheck.runners import run as run_jobs

    settings = run.settings
    old = read_baseline(path) if path.exists() else Baseline()
    collected = RunReport(settings.plan)
    for outcome in follow(run_jobs(run.jobs, settings.plan, settings.jobs), len(run.jobs), quiet=quiet):
        collected.add(outcome)
    collected.add_missing(run.missing)
    names = {settings.plan.relative(document["path"]): document for document in collected.documents}
    today = [
        accept(finding, document, name)
        for name, document in names.items()
        for finding in document["findings"]
        if not finding["code"].startswith("TQ9")
    ]
    kept = prune(old, names, today, settings.root)
    digests = {name: value for name, value in old.documents if (settings.root / name).exists()}
    digests |= {name: digest(document) for name, document in names.items()}
    write_baseline(Baseline(kept, collected.signature, tuple(sorted(digests.items()))), path)
    if not quiet:
        before = {item.fingerprint for item in old.findings}
        new = sum(item.fingerprint not in before for item in kept)
        gone = len(before - {item.fingerprint for item in kept})
        print(f"{path.name}: {len(kept)} findings accepted, {new} of them new; {gone} dropped", file=sys.stderr)
        for item in collected.skipped:
            print(f"tqcheck: {item['path']}: {item['reason']}", file=sys.stderr)
    return bool(collected.skipped)
