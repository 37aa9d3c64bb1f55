"""The overview of past reports: order, labels, changes of signature."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner

from tests.render.reports import small_report
from tqcheck.cli.render import render as render_command
from tqcheck.cli.trend import trend as trend_command
from tqcheck.errors import ReadError
from tqcheck.render.contract import to_payload
from tqcheck.render.html.trend import render_trend
from tqcheck.render.json import render


def run(mqm: float, signature: str = "one") -> Any:
    payload = to_payload(small_report())
    payload["documents"][0]["score"]["mqm"] = mqm
    payload["tool"]["signature"] = signature
    return payload


def rows(html: str) -> list[list[str]]:
    body = html[html.index("<tbody>") :]
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)]
        for line in re.findall(r"<tr(?: class=\"\w+\")?>(.*?)</tr>", body)
    ]


def test_runs_are_ordered_by_the_numbers_in_their_names() -> None:
    html = render_trend([("run-10", run(97.0)), ("run-2", run(90.0)), ("run-1", run(88.5))])
    assert [(row[0], row[3]) for row in rows(html)] == [("run-1", "88.5"), ("run-2", "90.0"), ("run-10", "97.0")]


def test_a_change_of_signature_is_said_where_it_happens() -> None:
    html = render_trend([("a", run(90)), ("b", run(91)), ("c", run(92, "two"))])
    assert [row[0].split(":")[0] for row in rows(html)] == [
        "a",
        "b",
        "other engines, models or settings from here on",
        "c",
    ]
    assert html.count('class="change"') == 1


def test_the_line_stays_inside_its_box() -> None:
    html = render_trend([(str(index), run(score)) for index, score in enumerate((100.0, -40.0, 55.0))])
    points = re.search(r'points="([^"]+)"', html)
    assert points
    assert all(0 <= float(y) <= 120 for point in points.group(1).split() for y in point.split(",")[1:])


def test_names_are_text_not_markup() -> None:
    assert "<script>alert" not in render_trend([("<script>alert(1)</script>", run(90))])


def command(function: Any, *arguments: str) -> Any:
    app = Typer()
    app.command()(function)
    return CliRunner().invoke(app, list(arguments))


def test_the_command_reads_a_folder(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{name}.json").write_text(render(run(95.0)), "utf-8")
    result = command(trend_command, str(tmp_path), "--output", str(tmp_path / "deep" / "trend.html"))
    assert result.exit_code == 0
    assert [row[0] for row in rows((tmp_path / "deep" / "trend.html").read_text("utf-8"))] == ["new", "old"]


def test_an_empty_folder_is_one_line(tmp_path: Path) -> None:
    result = command(trend_command, str(tmp_path))
    assert isinstance(result.exception, ReadError)
    assert "holds no .json file" in str(result.exception)


@pytest.mark.parametrize("name", ["json", "text", "html"])
def test_a_report_is_rendered_again_without_a_check(name: str, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text(render(to_payload(small_report())), "utf-8")
    result = command(render_command, str(report), "--format", name)
    assert result.exit_code == 0
    assert "38,000" in result.output
    if name == "json":
        assert json.loads(result.output) == json.loads(report.read_text("utf-8"))


def test_a_missing_report_is_one_line(tmp_path: Path) -> None:
    result = command(render_command, str(tmp_path / "no.json"))
    assert isinstance(result.exception, ReadError)
    assert "no.json: No such file" in str(result.exception)
