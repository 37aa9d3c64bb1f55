"""From the report back to the tool: what an editor calls no error does not come back."""

from __future__ import annotations

import json
from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from tests.render.browser.articles import ROOT
from tqcheck.cli.app import main
from tqcheck.cli.check import check

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("baseline" not in signature(check).parameters, reason="this build of tqcheck has no --baseline"),
]
SALT = ROOT / "corpora" / "articles" / "pt-en-salt"


def findings(report: Path) -> list[Any]:
    return list(json.loads(report.read_text("utf-8"))["documents"][0]["findings"])


def test_the_exported_baseline_silences_exactly_what_was_marked(
    visit: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("errors.en.txt", "source.pt.txt"):
        (tmp_path / name).write_bytes((SALT / name).read_bytes())
    command = [
        "check",
        "errors.en.txt",
        "--source",
        "source.pt.txt",
        "--engine",
        "none",
        "--no-cache",
        "--fail-on",
        "never",
    ]
    assert main([*command, "--quiet", "--report", "html=a.html", "--report", "json=a.json", "--output", "a.txt"]) == 0
    before = findings(tmp_path / "a.json")
    page = visit(tmp_path / "a.html").page
    card = page.locator(".card").nth(1)
    card.locator("[data-act=dismiss]").click()
    card.locator("textarea").fill("checked with the author")
    card.locator("button.primary").click()
    with page.expect_download() as download:
        page.locator("#export").click()
    download.value.save_as(tmp_path / "baseline.json")
    assert (
        main([*command, "--quiet", "--baseline", "baseline.json", "--report", "json=b.json", "--output", "b.txt"]) == 0
    )
    after = findings(tmp_path / "b.json")
    gone = {item["fingerprint"] for item in before} - {item["fingerprint"] for item in after}
    assert gone == {json.loads((tmp_path / "baseline.json").read_text("utf-8"))["findings"][0]["fingerprint"]}
    assert len(after) == len(before) - 1
