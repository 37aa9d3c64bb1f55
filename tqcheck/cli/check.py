"""`tqcheck check`: options to a plan, files to jobs, the report to its formats, the verdict to the exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tqcheck.model import Report

Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="Translations to check; - reads standard input.")]
Source = Annotated[
    str,
    typer.Option(help="The source file; for several translations a pattern with {name}, {stem}, {suffix} or {parent}."),
]
Language = Annotated[
    str, typer.Option(metavar="LANG", help="Language of the source (ISO 639); identified if not given.")
]
Target = Annotated[
    str, typer.Option("--to", metavar="LANG", help="Language of the translation; identified if not given.")
]
Engine = Annotated[
    str, typer.Option(metavar="NAME[:MODEL]", help="Engine of the back-translation: auto, none, or a name.")
]
Pivot = Annotated[str, typer.Option(metavar="LANG", help="Without a source: show a round trip through this language.")]
Format = Annotated[str, typer.Option("--format", help="Format on standard output.")]
Output = Annotated[str, typer.Option(metavar="FILE", help="Write the report there instead of standard output.")]
Reports = Annotated[list[str], typer.Option("--report", metavar="FMT=FILE", help="One more report; may be repeated.")]
FailOn = Annotated[str, typer.Option(help="Lowest severity that fails: minor, major, critical, never.")]
Confidence = Annotated[
    float, typer.Option(min=0, max=1, help="Least confidence that the gate counts; the report shows the rest.")
]
Codes = Annotated[str, typer.Option(metavar="CODES", help="Only these checks: codes or prefixes, with commas.")]


def check(
    files: Files,
    source: Source = "",
    from_language: Annotated[str, typer.Option("--from", metavar="LANG", help="Language of the source.")] = "",
    to_language: Target = "",
    engine: Engine = "auto",
    pivot: Pivot = "",
    format_name: Format = "text",
    output: Output = "",
    report: Reports = [],  # noqa: B006 - typer copies defaults
    fail_on: FailOn = "major",
    min_confidence: Confidence = 0.9,
    min_score: Annotated[float | None, typer.Option(help="Least MQM score that passes.")] = None,
    max_findings: Annotated[int, typer.Option(min=0, help="How many gated findings pass.")] = 0,
    select: Codes = "",
    ignore: Annotated[str, typer.Option(metavar="CODES", help="Not these checks.")] = "",
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No hints on standard error.")] = False,
    stdin_filename: Annotated[str, typer.Option(help="Name that standard input goes by.")] = "stdin.txt",
) -> None:
    """Check translations, with or without their source, and report every suspicious span with its evidence."""
    from tqcheck.cli.jobs import make_jobs
    from tqcheck.config import Plan
    from tqcheck.pipeline import check_documents

    plan = Plan(
        source_language=from_language,
        target_language=to_language,
        engine=engine,
        pivot=pivot,
        select=_codes(select),
        ignore=_codes(ignore),
        fail_on=_one_of("--fail-on", fail_on, ("minor", "major", "critical", "never")),
        min_confidence=min_confidence,
        min_score=min_score,
        max_findings=max_findings,
        cache=not no_cache,
    )
    outputs = _outputs(format_name, output, report)
    result = check_documents(make_jobs(files, source, stdin_filename), plan)
    _write(result, outputs)
    if not quiet:
        _hint(result)
    raise typer.Exit(exit_code(result))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(part.strip().upper() for part in text.split(",") if part.strip())


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    from tqcheck.errors import ConfigError

    if value not in allowed:
        raise ConfigError(f"{option} is {value!r}; it must be one of {', '.join(allowed)}")
    return value


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


def _write(result: Report, outputs: list[tuple[str, str]]) -> None:
    from tqcheck.errors import ConfigError
    from tqcheck.registry import choose
    from tqcheck.render import RENDERERS
    from tqcheck.render.contract import to_payload

    payload = to_payload(result)
    for name, path in outputs:
        text = choose("format", name, RENDERERS)(payload)
        if not path:
            sys.stdout.write(text)
            continue
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise ConfigError(f"cannot write the report {path}: {error.strerror or error}") from error


def _hint(result: Report) -> None:
    for notice in result.notices:
        print(f"tqcheck: {notice.message}", file=sys.stderr)
    for item in result.skipped:
        print(f"tqcheck: {item.path}: {item.reason}", file=sys.stderr)


def exit_code(result: Report) -> int:
    """0 passed, 1 findings, 2 unreadable input, 3 a check or engine failed; 3 > 2 > 1 > 0."""
    codes = {finding.code for document in result.documents for finding in document.findings}
    if codes & {"TQ902", "TQ904"}:
        return 3
    if result.skipped or "TQ903" in codes:
        return 2
    return 1 if result.verdict == "fail" else 0
