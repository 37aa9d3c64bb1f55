"""`tqcheck bench`: precision, recall and false alarms of the tool, measured as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer


def bench(
    data: Annotated[
        list[Path], typer.Argument(metavar="[DATA]...", help="Folders or files of items; default: corpora.")
    ] = [Path("corpora")],  # noqa: B006
    split: Annotated[str, typer.Option(help="dev, test, or all.")] = "all",
    engine: Annotated[str, typer.Option(metavar="NAME[:MODEL]", help="Engine, as in check.")] = "auto",
    select: Annotated[str, typer.Option(metavar="CODES", help="Only these checks.")] = "",
    output: Annotated[Path | None, typer.Option(help="Write the figures as JSON.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the figures as a page.")] = None,
    compare_with: Annotated[
        Path | None, typer.Option("--compare", metavar="OLD.json", help="Print what was gained and lost.")
    ] = None,
    floors: Annotated[Path | None, typer.Option(help="Fail when a guarded figure is below its floor.")] = None,
    calibrate: Annotated[Path | None, typer.Option(help="Fit confidences on these items and write them here.")] = None,
) -> None:
    """Measure precision, recall and false alarms on texts whose errors are known."""
    from tqcheck._version import __version__
    from tqcheck.bench.items import load_items
    from tqcheck.bench.run import run_items
    from tqcheck.bench.summary import calibration_curve, summarise
    from tqcheck.config import Plan

    items = [item for item in load_items(data) if split in ("all", item.split)]
    plan = Plan(engine=engine, select=tuple(part.strip().upper() for part in select.split(",") if part.strip()))
    results = run_items(items, plan)
    summary = {"signature": f"tqcheck {__version__}; engine {engine}; split {split}", **summarise(results)}
    summary["calibration"] = calibration_curve(results)
    if calibrate:
        _write_calibration(calibrate, results, str(summary["signature"]))
    if output:
        _write(output, json.dumps(summary, ensure_ascii=False, indent=1) + "\n")
    if html:
        from tqcheck.bench.page import render

        _write(html, render(summary))
    _print(summary)
    if compare_with:
        from tqcheck.bench.compare import compare

        typer.echo("\n".join(compare(json.loads(compare_with.read_text(encoding="utf-8")), summary)))
    if floors:
        _guard(summary, floors)


def _print(summary: dict[str, Any]) -> None:
    from tqcheck.bench.page import as_text

    typer.echo(as_text(summary))


def _guard(summary: dict[str, Any], floors: Path) -> None:
    from tqcheck.bench.compare import broken_floors

    broken = broken_floors(summary, json.loads(floors.read_text(encoding="utf-8")))
    for line in broken:
        typer.echo(f"below its floor: {line}", err=True)
    if broken:
        raise typer.Exit(1)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_calibration(path: Path, results: Any, signature: str) -> None:
    from tqcheck.bench.calibrate import fit

    table = {"schema": "tqcheck-calibration/1", "signature": signature, "codes": fit(results)}
    _write(path, json.dumps(table, indent=1) + "\n")
