"""What an editor sees: columns in line, exact spans, linked words, themes, paper, phones, other scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Files = dict[str, Path]
Visit = Callable[..., Any]

LIT = """() => {
  const found = {};
  for (const range of CSS.highlights.get("linked") ?? []) {
    const side = range.startContainer.parentElement.closest(".text").dataset.side;
    (found[side] ??= []).push(range.toString());
  }
  return found;
}"""


@pytest.mark.parametrize("name", ["seed", "portuguese", "arabic", "japanese"])
def test_the_three_texts_of_a_row_start_on_one_line(visit: Visit, files: Files, name: str) -> None:
    tops = visit(files[name]).page.evaluate(
        """() => [...document.querySelectorAll(".row")].slice(0, 40).map((row) =>
          [...row.querySelectorAll(".cell")].map((cell) => cell.getBoundingClientRect().top))"""
    )
    assert len(tops) > 10
    for row in tops:
        assert len(row) == 3
        assert max(row) - min(row) < 1


@pytest.mark.parametrize("width", [390, 800, 1000, 1200])
def test_a_metric_is_never_broken_within_its_name_or_number(visit: Visit, files: Files, width: int) -> None:
    page = visit(files["portuguese"], width=width, height=900).page
    lines = page.evaluate(
        """() => [...document.querySelectorAll(".metrics dt, .metrics dd")].map((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [node.textContent, range.getClientRects().length];
        })"""
    )
    assert len(lines) >= 6
    assert [text for text, count in lines if count != 1] == []


@pytest.mark.parametrize("name", ["seed", "portuguese", "arabic", "japanese"])
def test_every_finding_has_a_card_and_a_mark_with_its_exact_text(visit: Visit, files: Files, name: str) -> None:
    page = visit(files[name]).page
    cards = page.locator(".card").count()
    assert cards >= 5
    assert page.locator("#list > li").count() == cards
    marks = page.evaluate(
        """() => [...document.querySelectorAll(".translation a.mark.span:not(.gap)")].map((m) => m.textContent)"""
    )
    fitting = [text for text in marks if text.strip()]
    assert len(fitting) == len(marks) >= 4


def test_pointing_at_a_word_lights_its_links_on_all_sides(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    text = page.locator(".row[data-links] .text[data-side=translation]").nth(1)
    text.scroll_into_view_if_needed()
    box = text.bounding_box()
    for step in range(4, 40, 4):
        page.mouse.move(box["x"] + step * 4, box["y"] + 12)
        page.wait_for_timeout(40)
        lit = page.evaluate(LIT)
        if len(lit) == 3:
            break
    assert set(lit) == {"source", "translation", "third"}
    assert all(words and all(" " not in word for word in words) for words in lit.values())
    page.mouse.move(2, 2)
    page.wait_for_timeout(60)
    assert page.evaluate(LIT) == {}


def test_focusing_a_mark_lights_its_links_too(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.locator(".translation a.mark.span:not(.gap)").first.focus()
    lit = page.evaluate(LIT)
    assert lit["source"]
    assert "translation" not in lit


def test_a_mark_leads_to_its_card_and_the_url_remembers(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    mark = page.locator(".translation a.mark.span:not(.gap)").first
    target = mark.get_attribute("href")
    mark.click()
    assert page.evaluate("document.activeElement.id") == target[1:]
    assert page.url.endswith(target)
    assert "current" in mark.get_attribute("class")


def test_severities_differ_without_colour(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    looks = page.evaluate(
        """() => Object.fromEntries(["critical", "major", "minor", "neutral"].map((name) => {
          const mark = document.querySelector(`.legend .mark.${name}`);
          return [name, getComputedStyle(mark).textDecorationStyle];
        }))"""
    )
    assert len(set(looks.values())) == 4
    assert (
        page.evaluate(
            """() => new Set([...document.querySelectorAll("symbol")].slice(0, 4).map((s) => s.innerHTML)).size"""
        )
        == 4
    )


def test_the_strip_jumps_to_its_place(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    cell = page.locator(".strip .cell[class*=fill-]").last
    segment = cell.get_attribute("data-s")
    cell.click()
    page.wait_for_timeout(200)
    box = page.locator(f"#s0-{segment}").bounding_box()
    assert -5 <= box["y"] < 900


def test_dark_follows_the_system_and_the_button_overrules_it(visit: Visit, files: Files) -> None:
    page = visit(files["seed"], color_scheme="dark").page
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(paper) == "rgb(21, 23, 26)"
    page.locator("#theme").click()
    assert page.evaluate(paper) == "rgb(250, 249, 246)"
    page.reload()
    assert page.evaluate(paper) == "rgb(250, 249, 246)"


def test_paper_has_all_cards_and_no_controls(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.emulate_media(media="print")
    assert page.locator(".sidebar").is_hidden()
    assert page.locator(".actions").first.is_hidden()
    assert page.locator(".card").count() == page.locator(".card:visible").count()
    assert len(page.pdf(format="A4")) > 20_000


@pytest.mark.parametrize("name", ["seed", "portuguese", "arabic", "japanese"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_overflows_sideways(visit: Visit, files: Files, name: str, width: int) -> None:
    page = visit(files[name], width=width).page
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((node) => !node.closest(".scroll, svg, .vh, dialog, .cell .label")
          && node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.className).slice(0, 5)"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_right_to_left_text_runs_right_to_left_inside_a_left_to_right_page(visit: Visit, files: Files) -> None:
    page = visit(files["arabic"]).page
    text = page.locator(".text[data-side=translation]").nth(2)
    assert (text.get_attribute("lang"), text.get_attribute("dir")) == ("ar", "rtl")
    assert text.evaluate("(node) => getComputedStyle(node).direction") == "rtl"
    assert (
        page.locator(".text[data-side=source]").nth(2).evaluate("(node) => getComputedStyle(node).direction") == "ltr"
    )


def test_every_text_says_its_language_and_direction(visit: Visit, files: Files) -> None:
    for name in ("seed", "portuguese", "arabic", "japanese"):
        bare = visit(files[name]).page.evaluate(
            """() => document.querySelectorAll(".text:not([lang][dir]), .card dd:not([lang][dir], .related dd)").length"""
        )
        assert bare == 0


def test_it_weighs_less_than_400_kilobytes(files: Files) -> None:
    assert files["seed"].stat().st_size < 400_000
