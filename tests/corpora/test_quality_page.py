"""The figures of the README are those of docs/quality.md, and every table of the page is filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpora.quality_tables import corpora, fill, peers, readme
from tqcheck.bench.items import load_items

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- bench:([a-z-]+) -->\n(.*?)<!-- /bench:\1 -->", re.DOTALL)


def figure(label: str) -> int:
    """Of the headline table, in whole percent or as a count."""
    table = dict(BLOCK.findall(PAGE))["headline"]
    found = re.search(rf"^\| {re.escape(label)} \| ([\d.]+)", table, re.MULTILINE)
    assert found, label
    return round(float(found[1]) * (100 if "." in found[1] else 1))


def test_the_readme_quotes_the_page() -> None:
    readme_blocks = dict(BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    quoted = [int(number) for number in re.findall(r"\d+", readme_blocks["readme"].partition("([")[0])]
    assert quoted == [
        figure("articles with errors"),
        figure("recall of major and critical errors, any finding"),
        figure("precision of major findings in articles with errors"),
        figure("of these stopped by the gate (false)"),
        figure("clean articles"),
    ]


def test_the_page_counts_the_corpora_as_they_are() -> None:
    assert corpora(load_items([ROOT / "corpora"])) == dict(BLOCK.findall(PAGE))["corpora"]


@pytest.mark.parametrize("name", ["corpora", "headline", "code", "kind", "languages", "calibration", "peers", "floors"])
def test_every_table_is_filled_in(name: str) -> None:
    assert "|" in dict(BLOCK.findall(PAGE))[name]


def test_blocks_are_replaced_and_others_left_alone() -> None:
    text = "a\n<!-- bench:x -->\nold\n<!-- /bench:x -->\n<!-- bench:y -->\nkept\n<!-- /bench:y -->\n"
    assert fill(text, {"x": "new\n"}) == text.replace("old", "new")
    assert fill(fill(text, {"x": "new\n"}), {"x": "new\n"}) == fill(text, {"x": "new\n"})


def test_a_peer_that_does_not_run_says_why() -> None:
    assert "skipped: does not install" in peers({"tools": {"x": {"skipped": "does not install: gone"}}})


def test_the_readme_sentence_is_made_of_the_headline() -> None:
    share = {"value": 0.756, "low": 0.7, "high": 0.8, "count": 9}
    figures = {
        "articles": 16, "recall_major_critical": share, "precision_major": share,
        "clean_articles_failed": share, "clean_articles": 30,
    }  # fmt: skip
    assert "76 % of the major and critical errors" in readme({"headline": figures, "signature": "tqcheck"})
