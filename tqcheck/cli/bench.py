"""`tqcheck bench`: precision, recall and false alarms of the tool, measured as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tqcheck.bench.floors import Floors
    from tqcheck.bench.run import Result

DATA_HELP = (
    "Folders of items, or JSON Lines: minimal pairs, clean parallel text, judged translations. Default: corpora."
)


def bench(
    data: Annotated[list[Path] | None, typer.Argument(metavar="[DATA]...", help=DATA_HELP)] = None,
    split: Annotated[str, typer.Option(help="dev, test, or all.")] = "all",
    engine: Annotated[str, typer.Option(metavar="NAME[:MODEL]", help="Engine, as in check.")] = "auto",
    select: Annotated[str, typer.Option(metavar="CODES", help="Only these checks.")] = "",
    ignore: Annotated[str, typer.Option(metavar="CODES", help="Not these checks.")] = "",
    every: Annotated[int, typer.Option(min=1, metavar="N", help="Only every n-th item of each kind.")] = 1,
    output: Annotated[Path | None, typer.Option(help="Write the figures as JSON.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the figures as a page.")] = None,
    compare_with: Annotated[
        Path | None, typer.Option("--compare", metavar="OLD.json", help="Print what was gained and lost.")
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option(help="Fail where a guarded figure is below its floor; without DATA, on the file's own subset."),
    ] = None,
    update_floors: Annotated[
        bool, typer.Option(help="Raise the floors to what was measured; none is ever lowered.")
    ] = False,
    calibrate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fit confidences on the development half and write them here.")
    ] = None,
) -> None:
    """Measure precision, recall and false alarms on texts whose errors are known."""
    from tqcheck.bench.cost import Cost
    from tqcheck.bench.floors import read_floors
    from tqcheck.bench.plan import BenchPlan, measure

    plan = BenchPlan(
        data=tuple(data or [Path("corpora")]),
        split="dev" if calibrate else split,
        engine=engine,
        select=_codes(select),
        ignore=_codes(ignore),
        every=every,
        calibrated=calibrate is None,
    )
    guarded = read_floors(floors) if floors else None
    if guarded and not data:
        plan = guarded.plan
    cost = Cost()
    results, summary = measure(plan)
    if calibrate:
        _calibrate(calibrate, results, summary["signature"])
    _report(summary, output, html, compare_with)
    typer.echo(cost.describe(len(results) + sum(row["records"] for row in summary.get("estimates", ()))))
    if guarded and floors:
        _guard(floors, guarded, summary, update=update_floors)


def _calibrate(path: Path, results: Sequence[Result], signature: str) -> None:
    """Write confidences fitted on the outcomes; say what was left out."""
    from tqcheck.bench.calibrate import as_json, describe_left_out, table

    _write(path, as_json(table(results, signature)))
    typer.echo(describe_left_out(results), err=True)


def _guard(path: Path, floors: Floors, summary: dict[str, Any], *, update: bool) -> None:
    """Raise the floors, or end with 1 where a figure is below its own."""
    if update:
        _write(path, floors.raised(summary).as_json())
    elif broken := floors.broken(summary):
        typer.echo("\n".join(f"below its floor: {line}" for line in broken), err=True)
        raise typer.Exit(1)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(part.strip().upper() for part in text.split(",") if part.strip())


def _report(summary: dict[str, Any], output: Path | None, html: Path | None, compare_with: Path | None) -> None:
    from tqcheck.bench.page import as_text, render

    if output:
        _write(output, json.dumps(summary, ensure_ascii=False, indent=1) + "\n")
    if html:
        _write(html, render(summary))
    typer.echo(as_text(summary))
    if compare_with:
        from tqcheck.bench.compare import compare

        typer.echo("\n".join(compare(_read(compare_with), summary)))


def _read(path: Path) -> dict[str, Any]:
    from tqcheck.errors import ReadError

    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: not the JSON of an earlier run ({error}); make one with --output") from None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
