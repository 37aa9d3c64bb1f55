"""The figures for people: a text for the terminal, Markdown tables for the documentation, and a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

COLUMNS = ("gold", "findings", "recall", "precision", "f1", "alarms_per_1000_words")
TITLES = {
    "code": "Articles, by check",
    "languages": "Articles, by language pair",
    "kind": "Articles, by kind of error",
    "suite": "Minimal pairs, by check",
    "group": "By group of items",
}


def as_text(summary: Mapping[str, Any]) -> str:
    """Headline and tables in fixed-width columns."""
    lines = [f"{name:40}{show(value)}" for name, value in summary["headline"].items()]
    for key, title in TITLES.items():
        lines += ["", title, f"{'':26}" + "".join(f"{column:>22}" for column in COLUMNS)]
        for row in summary["tables"][key]:
            lines.append(f"{row['name']:26}" + "".join(f"{show(row[column]):>22}" for column in COLUMNS))
    return "\n".join([*lines, *_estimates(summary)])


def _estimates(summary: Mapping[str, Any]) -> Iterator[str]:
    """The embedded model against human judgement, a line per data set and language pair."""
    for row in summary.get("estimates", ()):
        figures = [
            f"{k} {name} {v:.3f}" for k, part in row.items() if isinstance(part, dict) for name, v in part.items()
        ]
        yield f"{row['name']} ({row['records']}): " + ", ".join(figures)


def as_markdown(summary: Mapping[str, Any], table: str) -> str:
    """One table in Markdown; recall and precision with their 95 % intervals."""
    head = ["", "known errors", "findings", "recall", "precision", "F1", "false alarms / 1000 words"]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for row in summary["tables"][table]:
        lines.append("| " + " | ".join([row["name"], *(show(row[column]) for column in COLUMNS)]) + " |")
    return "\n".join(lines) + "\n"


def render(summary: Mapping[str, Any]) -> str:
    """A self-contained page without scripts."""
    return "".join(_page(summary))


def _page(summary: Mapping[str, Any]) -> Iterator[str]:
    yield "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    yield "<title>tqcheck bench</title><style>body{font:16px/1.5 system-ui;max-width:70rem;margin:2rem auto;padding:0 1rem;"
    yield "color-scheme:light dark}table{border-collapse:collapse;width:100%}td,th{text-align:right;padding:.2rem .6rem;"
    yield "border-bottom:1px solid #8886}td:first-child,th:first-child{text-align:left}</style>"
    yield f"<h1>tqcheck bench</h1><p>{escape(str(summary.get('signature', '')))}</p><table>"
    for name, value in summary["headline"].items():
        yield f"<tr><th scope=row>{escape(name.replace('_', ' '))}<td>{escape(show(value))}"
    yield "</table>"
    for key, title in TITLES.items():
        yield f"<h2>{title}</h2><table><tr><th scope=col>" + "".join(
            f"<th scope=col>{escape(c.replace('_', ' '))}" for c in COLUMNS
        )
        for row in summary["tables"][key]:
            yield f"<tr><th scope=row>{escape(row['name'])}" + "".join(f"<td>{escape(show(row[c]))}" for c in COLUMNS)
        yield "</table>"


def show(value: Any) -> str:
    """A figure with its 95 % interval, a number, or a dash."""
    if value is None:
        return "-"
    if isinstance(value, Mapping):
        return f"{value['value']:.3f} ({value['low']:.3f}-{value['high']:.3f})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
