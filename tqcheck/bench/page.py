"""The figures for people: a text for the terminal, Markdown tables for the documentation, and a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

FIGURES = ("recall", "precision", "f1", "alarms_per_1000_words")
HEADS = ("known errors", "findings", "recall", "precision", "F1", "false alarms / 1000 words")
TITLES = {
    "code": "Articles, by check",
    "languages": "Articles, by language pair",
    "kind": "Articles, by kind of error",
    "suite": "Minimal pairs, by check",
    "group": "By group of items",
}
CURVE = ("mean confidence", "share right", "findings")
STYLE = (
    "body{font:16px/1.5 system-ui;max-width:80rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:right;padding:.2rem .6rem;border-bottom:1px solid #8886}"
    "td:first-child,th:first-child{text-align:left}"
)
Table = tuple[str, list[str], list[list[str]]]


def tables(summary: Mapping[str, Any]) -> Iterator[Table]:
    """(title, column heads, rows) of everything that was measured, for any way of showing it."""
    batches = summary.get("batches", {})
    rows = [
        [name.replace("_", " "), show(value), *(show(figures[name]) for figures in batches.values())]
        for name, value in summary["headline"].items()
    ]
    if summary["items"]:
        yield "Headline", ["", "all", *(f"{name} batch" for name in batches)], rows
    for key, title in TITLES.items():
        if summary["tables"][key]:
            yield title, ["", *HEADS], table_rows(summary, key)
    if summary["calibration"]:
        yield "Confidence", list(CURVE), calibration_rows(summary)
    if summary.get("estimates"):
        yield "Quality model against people", ["", "records", "figures"], list(_estimates(summary))


def table_rows(summary: Mapping[str, Any], key: str) -> list[list[str]]:
    """The lines of one table: name, counts, figures with their 95 % intervals."""
    rows = summary["tables"][key]
    return [
        [row["name"], str(row["gold"]), f"{row['findings']:g}", *(show(row[name]) for name in FIGURES)] for row in rows
    ]


def calibration_rows(summary: Mapping[str, Any]) -> list[list[str]]:
    """Confidence against the share that is right."""
    return [[f"{p['confidence']:.2f}", f"{p['right']:.2f}", str(p["count"])] for p in summary["calibration"]]


def as_text(summary: Mapping[str, Any]) -> str:
    """Every table in fixed-width columns."""
    lines = list[str]()
    for title, heads, rows in tables(summary):
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        lines += ["", title]
        for row in (heads, *rows):
            first, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            lines.append(
                "  ".join([first, *(cell.strip().rjust(width) for cell, width in zip(others, widths[1:], strict=True))])
            )
    return "\n".join(lines[1:])


def _estimates(summary: Mapping[str, Any]) -> Iterator[list[str]]:
    """The embedded model against human judgement, a line per data set and language pair."""
    for row in summary["estimates"]:
        figures = [
            f"{k} {name} {v:.3f}" for k, part in row.items() if isinstance(part, dict) for name, v in part.items()
        ]
        yield [row["name"], str(row["records"]), ", ".join(figures)]


def as_markdown(heads: list[str], rows: list[list[str]]) -> str:
    """One table in Markdown."""
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def render(summary: Mapping[str, Any]) -> str:
    """A self-contained page without scripts."""
    return "".join(_page(summary))


def _page(summary: Mapping[str, Any]) -> Iterator[str]:
    yield "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    yield f"<title>tqcheck bench</title><style>{STYLE}</style>"
    yield f"<h1>tqcheck bench</h1><p>{escape(str(summary.get('signature', '')))}</p>"
    yield f"<p>{escape(', '.join(summary.get('engines', ())))}</p>"
    for title, heads, rows in tables(summary):
        yield f"<h2>{escape(title)}</h2><table><tr>" + "".join(f"<th scope=col>{escape(head)}" for head in heads)
        for name, *cells in rows:
            yield f"<tr><th scope=row>{escape(name)}" + "".join(f"<td>{escape(cell)}" for cell in cells)
        yield "</table>"


def show(value: Any) -> str:
    """A figure with its 95 % interval, a number, or a dash."""
    if value is None:
        return "-"
    if isinstance(value, Mapping):
        return f"{value['value']:.3f} ({value['low']:.3f}-{value['high']:.3f})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
