"""Puts measured figures between the markers of docs/quality.md and README.md: `python -m corpora.quality_tables BENCH.json`.

A marker is `<!-- bench:NAME -->`, its end `<!-- /bench:NAME -->`; what stands between is replaced. Figures come from the JSON of
`tqcheck bench --output` (default: reports/bench-test.json), from corpora/peers/figures.json and from corpora/floors.json.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tqcheck.bench.calibrate import CLEAN
from tqcheck.bench.items import Item, load_items
from tqcheck.bench.page import CURVE, HEADS, as_markdown, calibration_rows, show, table_rows

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("docs/quality.md", "README.md")
MACHINE = "2 shared x86-64 cores, no GPU, 2026-12-01"
NAMES = {
    "articles": "articles with errors",
    "articles_failed": "of these stopped by the gate",
    "recall_major_critical": "recall of major and critical errors, any finding",
    "recall_major_critical_at_gate": "recall of major and critical errors by findings that stop publication",
    "precision_major": "precision of major findings in articles with errors",
    "precision_major_at_prevalence": "the same at one bad article to four clean ones",
    "severity_agreement": "finding as heavy as the error",
    "clean_articles": "clean articles",
    "clean_articles_failed": "of these stopped by the gate (false)",
    "major_alarms_per_1000_clean_words": "major false alarms per 1000 clean words",
    "of_which_rules": "… from rules",
    "of_which_completeness": "… from completeness",
    "of_which_model": "… from the quality model",
    "of_which_translation": "… from translation evidence",
    "all_alarms_per_1000_clean_words": "all false alarms per 1000 clean words, minor ones too",
    "expected_calibration_error": "expected calibration error",
    "not_judged_in_full": "items not judged in full",
}


def corpora(items: Sequence[Item]) -> str:
    """How much there is, by what it is and by half."""
    kinds = {"articles with errors": ("articles",), "clean articles": CLEAN, "minimal pairs": ("suite",)}
    rows = []
    for name, groups in kinds.items():
        held = [item for item in items if item.group in groups]
        languages = {language for item in held for language in item.languages if language} - {"en"}
        halves = [sum(item.split == half for item in held) for half in ("dev", "test")]
        rows.append([name, *map(str, halves), str(len(languages))])
    return as_markdown(["", "development half", "test half", "languages besides English"], rows)


BATCHES = {
    "first": "first batch: totals were seen",
    "second": "second batch: totals were seen",
    "fourth": "fourth batch: totals were seen",
    "ninth": "ninth batch: totals were seen",
}


def headline(summary: Mapping[str, Any]) -> str:
    """The headline as a table, each figure with its 95 % interval, together and by batch of texts."""
    batches = summary.get("batches", {})
    rows = [
        [NAMES[name], show(value), *(show(figures[name]) for figures in batches.values())]
        for name, value in summary["headline"].items()
        if name in NAMES
    ]
    heads = ["test half", "together", *(BATCHES.get(name, name) for name in batches)]
    return as_markdown(heads, rows) + f"\n`{summary['signature']}`, {MACHINE}.\n"


def readme(summary: Mapping[str, Any]) -> str:
    """The one sentence of the README."""
    figures = summary["headline"]
    part = "the checks that need no model alone name" if "select TQ1" in summary["signature"] else "the report names"
    return (
        f"On {figures['articles']} articles with planted errors, the test half, {part} "
        f"{_percent(figures['recall_major_critical'])} of the major and critical errors, and "
        f"{_percent(figures['precision_major'])} of the major findings there are right; the gate wrongly stops "
        f"{_percent(figures['clean_articles_failed'])} of {figures['clean_articles']} clean ones "
        "([all figures](docs/quality.md)).\n"
    )


def _percent(figure: Mapping[str, float] | None) -> str:
    return "-" if figure is None else f"{100 * round(figure['value'], 3):.0f} %"


def floors(content: Mapping[str, Any]) -> str:
    """What the floors guard: the headline, and by check the minimal pairs and articles."""
    bounds, most = content["least"], content["most"]
    guarded = [[NAMES[name], f"at least {bounds[path]:.2f}"] for name, path in _headline(bounds)]
    guarded += [[NAMES[name], f"at most {most[path]:.2f}"] for name, path in _headline(most)]
    codes = sorted({path.split(".")[2] for path in bounds if path.startswith("tables.")})
    rows = [[code, *(_floor(bounds, code, figure) for figure in ("recall", "precision"))] for code in codes]
    return (
        as_markdown(["figure", "bound"], guarded)
        + "\n"
        + as_markdown(["check", "recall at least", "precision at least"], rows)
    )


def _headline(bounds: Mapping[str, float]) -> list[tuple[str, str]]:
    names = [(path.removeprefix("headline."), path) for path in bounds if path.startswith("headline.")]
    return [(name, path) for name, path in names if name in NAMES]


def _floor(bounds: Mapping[str, float], code: str, figure: str) -> str:
    value = bounds.get(f"tables.suite.{code}.{figure}")
    return "-" if value is None else f"{value:.2f}"


def peers(content: Mapping[str, Any]) -> str:
    """Every tool on the same minimal pairs."""
    lines = ["| tool | version | pairs | complains about the bad half | about the good half |", "|" + " --- |" * 5]
    for name, row in content["tools"].items():
        if "skipped" in row:
            lines.append(f"| {name} | skipped: {row['skipped']} | | | |")
        else:
            lines.append(
                f"| {name} | {row['version'].replace('|', ', ')} | {row['pairs']} | {row['bad']:.2f} | {row['good']:.2f} |"
            )
    return "\n".join([*lines, ""])


def fill(text: str, blocks: Mapping[str, str]) -> str:
    """The page with every known block replaced; a block without its end is left alone."""

    def replace(found: re.Match[str]) -> str:
        name = found[1]
        return f"<!-- bench:{name} -->\n{blocks[name]}<!-- /bench:{name} -->" if name in blocks else found[0]

    return re.sub(r"<!-- bench:([a-z-]+) -->\n.*?<!-- /bench:\1 -->", replace, text, flags=re.DOTALL)


def main(arguments: list[str]) -> None:
    """Read what was measured and rewrite the pages."""
    summary = _read(Path(arguments[0]) if arguments else ROOT / "reports" / "bench-test.json")
    blocks = {"corpora": corpora(load_items([ROOT / "corpora"]))}
    if summary:
        tables = {name: as_markdown(["", *HEADS], table_rows(summary, name)) for name in ("code", "kind", "languages")}
        blocks |= {
            "headline": headline(summary),
            "readme": readme(summary),
            "calibration": as_markdown(list(CURVE), calibration_rows(summary)),
            **tables,
        }
    others: list[tuple[str, Path, Callable[[Mapping[str, Any]], str]]] = [
        ("peers", ROOT / "corpora" / "peers" / "figures.json", peers),
        ("floors", ROOT / "corpora" / "floors.json", floors),
    ]
    for name, path, render in others:
        if content := _read(path):
            blocks[name] = render(content)
    for page in PAGES:
        path = ROOT / page
        path.write_text(fill(path.read_text(encoding="utf-8"), blocks), encoding="utf-8", newline="\n")


def _read(path: Path) -> dict[str, Any] | None:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


if __name__ == "__main__":
    main(sys.argv[1:])
