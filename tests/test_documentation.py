"""Every check has its page, made from its docstring, and the committed pages are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.checks import CHECKS
from tqcheck.documentation import page, pages
from tqcheck.selection import load_check

DOCS = Path(__file__).parent.parent / "docs" / "checks"


def test_the_committed_pages_are_up_to_date() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}
    assert committed == pages(), "run `make docs`"


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_a_page_says_why(code: str) -> None:
    assert "**Why.**" in page(load_check(code))
