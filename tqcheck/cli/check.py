"""`tqcheck check`: options to runs, runs to a report, the report to its formats, the verdict to the exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tqcheck.cli import options as o

if TYPE_CHECKING:
    from tqcheck.changes import Changes
    from tqcheck.cli.jobs import Run
    from tqcheck.render.payload import ReportPayload

_WITH_SEGMENTS = frozenset({"html", "json"})
"""Formats that show every sentence; for the others the report keeps only what was found."""


def check(
    files: o.Files = None,
    source: o.Source = "",
    from_language: o.From = None,
    to_language: o.To = None,
    engine: o.Engine = None,
    pivot: o.Pivot = None,
    format_name: o.Format = "text",
    output: o.Output = "",
    report: o.Reports = [],  # noqa: B006 - typer copies defaults
    fail_on: o.FailOn = None,
    min_confidence: o.MinConfidence = None,
    min_score: o.MinScore = None,
    max_findings: o.MaxFindings = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    glossary: o.Glossary = [],  # noqa: B006
    baseline: o.BaselineFile = None,
    changed_since: o.ChangedSince = "",
    changed_lines: o.ChangedLines = False,
    fix: o.Fix = False,
    diff: o.Diff = False,
    config: o.Config = "",
    isolated: o.Isolated = False,
    jobs: o.Jobs = None,
    no_cache: o.NoCache = False,
    quiet: o.Quiet = False,
    stdin_filename: o.StdinFilename = "stdin.txt",
) -> None:
    """Check translations, with or without their source, and report every suspicious span with its evidence."""
    gc.disable()  # until the run: of what a start imports and reads, nothing is garbage
    from tqcheck.cli.freshness import with_history
    from tqcheck.cli.jobs import plan_runs
    from tqcheck.cli.run import run_all

    given = o.given(
        from_language=from_language,
        to_language=to_language,
        engine=engine,
        pivot=pivot,
        fail_on=fail_on,
        min_confidence=min_confidence,
        min_score=min_score,
        max_findings=max_findings,
        select=select,
        ignore=ignore,
        glossary=glossary,
        baseline=baseline,
        jobs=jobs,
        cache=False if no_cache else None,
    )
    outputs = _outputs(format_name, output, report)
    runs = plan_runs(files or [], source, stdin_filename, config, isolated, given)
    runs, changes = _changed([with_history(item) for item in runs], changed_since, changed_lines)
    segments = any(name in _WITH_SEGMENTS for name, _ in outputs)
    rerun = partial(run_all, runs, changes, segments=segments, quiet=quiet)
    result, interrupted = _run(rerun, rounds=_ROUNDS if fix and not diff else 0)
    differs = _show_corrections(result) if diff else False
    _write(result, [entry for entry in outputs if entry[1] or not diff])
    if not quiet and not _is_on_screen(outputs):
        _hint(result)
    raise typer.Exit(130 if interrupted else exit_code(result) or int(differs))


_ROUNDS = 4
"""Times that corrections may bring forth others: behind a hidden character that is gone stands a space too many."""


def _run(rerun: Callable[[], tuple[ReportPayload, bool]], *, rounds: int) -> tuple[ReportPayload, bool]:
    """The report, and whether it was interrupted; each round of corrections is written and the files are checked again."""
    result, interrupted = rerun()
    for _ in range(rounds):
        if interrupted or not _corrected(result):
            break
        result, interrupted = rerun()
    return result, interrupted


def _corrected(payload: ReportPayload) -> bool:
    """Write the safe corrections; whether there were any."""
    from tqcheck.cli.fix import corrections

    made = list(corrections(payload))
    for correction in made:
        correction.write()
    return bool(made)


def _show_corrections(payload: ReportPayload) -> bool:
    """Print the safe corrections as a diff; whether there are any."""
    from tqcheck.cli.fix import corrections
    from tqcheck.cli.render import write

    shown = "".join(correction.diff for correction in corrections(payload))
    write(shown, None)
    return bool(shown)


def _changed(runs: list[Run], revision: str, lines: bool) -> tuple[list[Run], Changes | None]:
    """The runs cut down to what changed, and what findings must touch where only changed sentences are wanted."""
    from tqcheck.errors import ConfigError

    if not revision:
        if lines:
            raise ConfigError("--changed-lines goes with --changed-since REV")
        return runs, None
    from tqcheck.changes import changes_since
    from tqcheck.cli.jobs import changed_only

    changes = changes_since(revision, runs[0].settings.root)
    return [changed_only(item, changes) for item in runs], changes if lines else None


def _outputs(format_name: str, output: str, reports: list[str]) -> list[tuple[str, str]]:
    """(format, file) of every report wanted, file "" = standard output; unknown formats are refused before any work is done."""
    from tqcheck.errors import ConfigError
    from tqcheck.registry import choose
    from tqcheck.render import RENDERERS

    wanted = [(format_name, output)]
    for entry in reports:
        name, equals, path = entry.partition("=")
        if not equals or not path:
            raise ConfigError(f"--report {entry!r}: write it as FORMAT=FILE, for example html=report.html")
        wanted.append((name, path))
    for name, _ in wanted:
        choose("format", name, RENDERERS)
    return wanted


def _write(payload: ReportPayload, outputs: list[tuple[str, str]]) -> None:
    """Files first: a reader that closes the pipe must not cost the others."""
    from tqcheck.cli.render import terminal_options, write
    from tqcheck.registry import choose
    from tqcheck.render import RENDERERS

    for name, path in sorted(outputs, key=lambda entry: not entry[1]):
        file = Path(path) if path else None
        write(choose("format", name, RENDERERS)(payload, **terminal_options(name, file)), file)


def _is_on_screen(outputs: list[tuple[str, str]]) -> bool:
    """Whether the reader has the report, with its notices, before the eyes: hints would say them twice."""
    return ("text", "") in outputs and sys.stdout.isatty() and sys.stderr.isatty()


def _hint(payload: ReportPayload) -> None:
    for notice in payload["notices"]:
        print(f"tqcheck: {notice['message']}", file=sys.stderr)
    for item in payload["skipped"]:
        print(f"tqcheck: {item['path']}: {item['reason']}", file=sys.stderr)


def exit_code(payload: ReportPayload) -> int:
    """0 passed, 1 findings, 2 unreadable input or files that do not belong together, 3 a check or engine failed; 3 > 2 > 1 > 0."""
    codes = {finding["code"] for document in payload["documents"] for finding in document["findings"]}
    codes |= {item["code"] for item in payload["skipped"]}
    if codes & {"TQ902", "TQ904"}:
        return 3
    if payload["skipped"] or "TQ903" in codes:
        return 2
    return 1 if payload["verdict"] == "fail" else 0
