"""Comments that accept findings: their reach, their codes, and those that accept nothing."""

from __future__ import annotations

import pytest

import tqcheck

DOUBLED = "The council opened the the library on Monday."


def codes(text: str, name: str = "md", select: tuple[str, ...] = ("TQ304", "TQ905")) -> list[str]:
    report = tqcheck.check(text, target_language="en", format=name, engine="none", select=select)
    return [finding.code for document in report.documents for finding in document.findings]


def test_without_a_comment_the_error_is_found() -> None:
    assert codes(DOUBLED) == ["TQ304"]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- tqcheck: ignore TQ304 -- a quotation -->\n\n{DOUBLED}",
        f"<!-- tqcheck: ignore -->\n{DOUBLED}",
        f"{DOUBLED} <!-- tqcheck: ignore TQ3 -->",
        f"<!-- tqcheck: off TQ304 -->\n\nA word.\n\n{DOUBLED}\n\n<!-- tqcheck: on TQ304 -->\n\nMore.",
        f"<!-- tqcheck: off TQ304 -->\n\n{DOUBLED}",
        f"A word.\n\n{DOUBLED}\n\n<!-- tqcheck: ignore-file TQ304 -->",
        f"{{/* tqcheck: ignore TQ304 */}}\n\n{DOUBLED}",
    ],
)
def test_a_comment_reaches_the_next_block_a_region_or_the_file(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- tqcheck: ignore TQ304 -->\n\nA word.\n\n{DOUBLED}",
        f"<!-- tqcheck: ignore TQ101 -->\n\n{DOUBLED}",
        f"<!-- tqcheck: off TQ304 -->\n\nA word.\n\n<!-- tqcheck: on TQ304 -->\n\n{DOUBLED}",
        f"`<!-- tqcheck: ignore-file TQ304 -->` is how one writes it.\n\n{DOUBLED}",
        f"```\n<!-- tqcheck: ignore-file TQ304 -->\n```\n\n{DOUBLED}",
    ],
)
def test_a_comment_does_not_reach_further(text: str) -> None:
    assert "TQ304" in codes(text)


def test_plain_text_has_comment_lines() -> None:
    assert codes(f"# tqcheck: ignore TQ304 -- quoted\n\n{DOUBLED}\n", "txt") == []
    assert codes(f"// tqcheck: ignore-file TQ304\n\n{DOUBLED}\n", "txt") == []


def test_html_comments_work_in_html() -> None:
    assert codes(f"<p>A word.</p><!-- tqcheck: ignore TQ304 --><p>{DOUBLED}</p>", "html") == []
    assert codes(f"<p>{DOUBLED}</p><!-- tqcheck: ignore TQ304 --><p>A word.</p>", "html") == ["TQ304", "TQ905"]


def test_an_unused_comment_is_reported_where_it_stands() -> None:
    text = "<!-- tqcheck: ignore TQ304 -->\n\nThe council met."
    report = tqcheck.check(text, target_language="en", format="md", engine="none", select=["TQ304", "TQ905"])
    (finding,) = report.documents[0].findings
    assert finding.code == "TQ905"
    assert finding.text == "<!-- tqcheck: ignore TQ304 -->"


def test_a_comment_for_a_check_that_did_not_run_is_not_called_unused() -> None:
    assert codes("<!-- tqcheck: ignore TQ101 -->\n\nThe council met.") == []


def test_a_slip_in_a_comment_is_named() -> None:
    report = tqcheck.check(
        f"<!-- tqcheck: ignroe TQ304 -->\n\n{DOUBLED}", target_language="en", format="md", engine="none"
    )
    messages = [finding.message for finding in report.documents[0].findings if finding.code == "TQ905"]
    assert "did you mean ignore?" in messages[0]


def test_an_arabic_page_is_suppressed_in_the_same_way() -> None:
    arabic = "افتتح المجلس المكتبة المكتبة يوم الاثنين في المدينة القديمة."
    report = tqcheck.check(arabic, target_language="ar", format="md", engine="none", select=["TQ304"])
    assert [finding.code for finding in report.documents[0].findings] == ["TQ304"]
    text = f"<!-- tqcheck: ignore TQ304 -->\n\n{arabic}"
    report = tqcheck.check(text, target_language="ar", format="md", engine="none", select=["TQ304", "TQ905"])
    assert report.documents[0].findings == ()
