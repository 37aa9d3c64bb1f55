"""The options of `check` and `baseline`; an option that is not given leaves the configuration's value in force."""

from __future__ import annotations

from typing import Annotated

import typer

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Translations to check; - reads standard input. Without files: all that [[pairs]] of the configuration finds.",
    ),
]
Source = Annotated[
    str,
    typer.Option(help="The source file; for several translations a pattern with {name}, {stem}, {suffix} or {parent}."),
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="LANG", help="Language of the source (ISO 639); identified if not given."),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="LANG", help="Language of the translation; identified if not given.")
]
Engine = Annotated[
    str | None,
    typer.Option(metavar="NAME[:MODEL]", help="Engine of the back-translation: auto (default), none, or a name."),
]
Pivot = Annotated[
    str | None, typer.Option(metavar="LANG", help="Without a source: show a round trip through this language.")
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        help="Report on standard output: text, json, html, sarif, junit, github, gitlab, rdjson, checkstyle, markdown, tsv.",
    ),
]
Output = Annotated[str, typer.Option(metavar="FILE", help="Write the report there instead of standard output.")]
Reports = Annotated[list[str], typer.Option("--report", metavar="FMT=FILE", help="One more report; may be repeated.")]
FailOn = Annotated[
    str | None, typer.Option(help="Lowest severity that fails: minor, major (default), critical, never.")
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        min=0, max=1, help="How sure the gate has to be of an error (default 0.9); the report shows the rest."
    ),
]
MinScore = Annotated[float | None, typer.Option(help="Least MQM score that passes.")]
MaxFindings = Annotated[int | None, typer.Option(min=0, help="How many gated findings pass (default 0).")]
Select = Annotated[str | None, typer.Option(metavar="CODES", help="Only these checks: codes or prefixes, with commas.")]
Ignore = Annotated[str | None, typer.Option(metavar="CODES", help="Not these checks.")]
Glossary = Annotated[list[str], typer.Option(metavar="FILE", help="Glossary: TSV, CSV or TOML; may be repeated.")]
BaselineFile = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="Accepted findings, not reported.")
]
ChangedSince = Annotated[
    str, typer.Option(metavar="REV", help="Only files that changed, or whose source did, since the branch left REV.")
]
ChangedLines = Annotated[
    bool, typer.Option("--changed-lines", help="With --changed-since: only sentences that changed on either side.")
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Write the safe corrections (quotes, spacing, number formats), then check again.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show the safe corrections on standard output; write nothing.")]
Config = Annotated[
    str, typer.Option("--config", metavar="FILE", help="This configuration instead of the nearest one above the files.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=0, help="Files checked at once (default 1); 0 = one for each processor."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the caches.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No hints and no progress on standard error.")]
StdinFilename = Annotated[str, typer.Option(help="Name that standard input goes by.")]


def given(**options: object) -> dict[str, object]:
    """The options that were given, by key of the configuration: from_language -> source-language, fail_on -> fail-on..."""
    names = {"from_language": "source-language", "to_language": "target-language"}
    return {
        names.get(name, name.replace("_", "-")): value
        for name, value in options.items()
        if value is not None and value != []
    }
