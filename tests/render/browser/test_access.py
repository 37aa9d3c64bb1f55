"""Accessibility by axe-core (WCAG 2.2 AA and best practice), and hostile articles in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.render.test_html import HOSTILE, hostile_report
from tests.render.test_trend import run
from tqcheck.render.html.trend import render_trend

pytestmark = pytest.mark.slow
Files = dict[str, Path]
Visit = Callable[..., Any]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    result = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", TAGS)
    return [f"{item['id']}: {node['html'][:160]}" for item in result["violations"] for node in item["nodes"][:3]]


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("alone", "light"),
        ("seed", "light"),
        ("seed", "dark"),
        ("portuguese", "light"),
        ("arabic", "dark"),
        ("japanese", "light"),
    ],
)
def test_no_violation(visit: Visit, files: Files, axe: str, name: str, scheme: str) -> None:
    page = visit(files[name], color_scheme=scheme).page
    assert violations(page, axe) == []


def test_no_violation_in_help_filters_forms_and_on_a_phone(visit: Visit, files: Files, axe: str) -> None:
    page = visit(files["portuguese"], width=390).page
    page.locator(".more summary").click()
    page.locator("[data-act=dismiss]").first.click()
    assert violations(page, axe) == []
    page.locator(".note-form button.primary").click()
    page.locator("#help-open").click()
    assert violations(page, axe) == []


def test_no_violation_in_the_trend(visit: Visit, tmp_path: Path, axe: str) -> None:
    path = tmp_path / "trend.html"
    path.write_text(render_trend([("one", run(91.0)), ("two", run(94.5, "two"))]), "utf-8")
    assert violations(visit(path).page, axe) == []


def test_focus_goes_from_top_to_bottom_and_is_seen(visit: Visit, files: Files) -> None:
    page = visit(files["seed"]).page
    names = []
    for _ in range(8):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate(
                "document.activeElement.className || document.activeElement.id || document.activeElement.name"
            )
        )
    assert names[:4] == ["skip", "theme", "help-open", "q"]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none" or names[-1] == "sev"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(visit: Visit, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(hostile_report(text), "utf-8")
    page = visit(path).page
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert page.locator(".card").count() == 4
    page.locator("body").press("j")
    assert page.locator(".card.current").count() == 1
