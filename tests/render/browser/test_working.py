"""What an editor does: filter, sort, walk by keys, share a link, mark what is no error, take the baseline away."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
Files = dict[str, Path]
Visit = Callable[..., Any]


def shown(page: Any) -> list[str]:
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("#list > li:not([hidden])")].map((item) => item.dataset.f)"""
        )
    )


def attribute(page: Any, name: str) -> list[str]:
    return list(
        page.evaluate(
            "(name) => [...document.querySelectorAll('#list > li:not([hidden])')].map((i) => i.dataset[name])", name
        )
    )


def test_severity_filter_hides_cards_and_dims_marks(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.locator("input[name=sev][value=major]").uncheck(force=True)
    assert "major" not in attribute(page, "sev")
    assert page.locator(".card.major:visible").count() == 0
    assert page.locator(".translation a.mark.major.span:not(.off)").count() == 0
    assert "of" in page.locator("#tally").inner_text()
    assert "sev=critical.minor.neutral" in page.url


def test_code_category_confidence_and_text_filters(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    everything = len(shown(page))
    page.locator(".more summary").click()
    page.locator("#code").select_option("TQ601")
    assert set(attribute(page, "code")) == {"TQ601"}
    page.locator("#reset").click()
    page.locator("#category").select_option(index=1)
    assert len(set(attribute(page, "cat"))) == 1
    page.locator("#reset").click()
    page.locator("#confidence").fill("0.7")
    assert 0 < len(shown(page)) < everything
    assert all(float(value) >= 0.7 for value in attribute(page, "conf"))
    page.locator("#reset").click()
    page.locator("#q").fill("HECTARES are about")
    assert shown(page) == ["f-TQ103-116-121"]
    page.locator("#reset").click()
    assert len(shown(page)) == everything


def test_sorting_by_severity_puts_the_worst_first_and_keys_follow_that_order(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.locator(".more summary").click()
    page.locator("#sort").select_option("severity")
    order = shown(page)
    ranks = ["critical", "major", "minor", "neutral"]
    assert [ranks.index(name) for name in attribute(page, "sev")] == sorted(map(ranks.index, attribute(page, "sev")))
    page.locator("body").press("j")
    assert page.evaluate("document.activeElement.id") == order[0]


def test_j_and_k_walk_and_skip_what_is_filtered(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.locator("input[name=sev][value=major]").uncheck(force=True)
    expected = shown(page)
    walked = []
    for _ in expected:
        page.keyboard.press("j")
        walked.append(page.evaluate("document.activeElement.id"))
        page.wait_for_timeout(50)
        box = page.locator(f"#{walked[-1]}").bounding_box()
        assert 0 <= box["y"] < 900
    assert walked == expected
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == expected[-2]


def test_letters_are_letters_inside_a_field(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    assert page.locator("#q").input_value() == "jk?"
    assert page.locator("#help[open]").count() == 0


def test_help_opens_with_a_question_mark_and_closes_with_escape(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_single_keys_can_be_switched_off(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.keyboard.press("?")
    page.locator("#keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".card.current").count() == 0
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".card.current").count() == 0


def test_a_link_opens_the_same_finding_under_the_same_filters(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    page.locator("input[name=sev][value=minor]").uncheck(force=True)
    page.locator("#q").fill("is")
    page.locator("#tally").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    address, listed, current = page.url, shown(page), page.evaluate("document.activeElement.id")
    other = visit(files["portuguese"], address[address.index("#") :]).page
    assert shown(other) == listed
    assert other.evaluate("document.activeElement.id") == current
    box = other.locator(f"#{current}").bounding_box()
    assert 0 <= box["y"] < 900


def test_back_returns_to_the_finding_before(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    links = page.locator("#list a")
    links.nth(0).click()
    first = page.url
    links.nth(2).click()
    page.go_back()
    assert page.url == first
    assert page.evaluate("document.activeElement.id") == first.partition("#")[2]


def test_the_location_is_copied(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"], permissions=["clipboard-read", "clipboard-write"]).page
    button = page.locator("[data-act=copy]").first
    button.click()
    page.wait_for_timeout(50)
    assert page.evaluate("navigator.clipboard.readText()") == button.get_attribute("data-location")
    assert button.inner_text() == "Copied"


def mark_first(page: Any, note: str) -> str:
    card = page.locator(".card").first
    card.locator("[data-act=dismiss]").click()
    card.locator("textarea").fill(note)
    card.locator("button.primary").click()
    return str(card.get_attribute("id"))


def test_not_an_error_survives_a_reload_and_can_be_taken_back(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    marked = mark_first(page, "as the mayor said it")
    page.reload()
    card = page.locator(f"#{marked}")
    assert "dismissed" in card.get_attribute("class")
    assert card.locator(".decision").inner_text() == "Marked as not an error: as the mayor said it"
    page.locator(".more summary").click()
    page.locator("#reviewed").check()
    assert marked not in shown(page)
    page.locator("#reviewed").uncheck()
    card.locator("[data-act=dismiss]").click()
    page.reload()
    assert "dismissed" not in page.locator(f"#{marked}").get_attribute("class")


def test_the_baseline_is_a_download_with_the_note(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"]).page
    mark_first(page, 'quoted "so" by the mayor 🪖')
    with page.expect_download() as download:
        page.locator("#export").click()
    baseline = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert download.value.suggested_filename == "tqcheck-baseline.json"
    assert baseline["schema"] == "tqcheck-baseline/1"
    assert baseline["signature"] == "tqcheck:0|stand-in"
    (record,) = baseline["findings"]
    assert set(record) == {"fingerprint", "code", "path", "source", "text", "note"}
    assert (record["code"], record["note"]) == ("TQ103", 'quoted "so" by the mayor 🪖')
    assert "35 hectares" in record["source"]
    assert "35 acres" in record["text"]


def test_without_storage_decisions_last_as_long_as_the_page(visit: Visit, files: Files) -> None:
    found = visit(files["portuguese"])
    found.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })"
    )
    found.page.reload()
    marked = mark_first(found.page, "")
    assert "dismissed" in found.page.locator(f"#{marked}").get_attribute("class")


def test_everything_is_there_without_a_script(visit: Visit, files: Files) -> None:
    page = visit(files["portuguese"], java_script_enabled=False).page
    assert page.locator(".card").count() == page.locator(".card:visible").count() > 5
    assert page.locator(".filters").is_hidden()
    assert page.locator(".actions").first.is_hidden()
