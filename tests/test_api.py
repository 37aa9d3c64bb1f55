"""The Python API and the article that the project started from."""

from __future__ import annotations

import subprocess
from pathlib import Path

import tqcheck

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "article.en.txt"


def test_the_seed_article_alone() -> None:
    report = tqcheck.check(SEED, engine="none")
    findings = report.documents[0].findings
    found = [(finding.code, finding.text) for finding in findings]
    assert ("TQ404", "to him") in found
    assert {finding.severity for finding in findings if finding.text == "to him"} == {"major"}
    assert ("TQ301", "3,3") in found
    assert ("TQ305", "Kievphoto") in found
    assert [code for code, _ in found].count("TQ302") == 1
    assert len(found) <= 10
    assert sum(finding.severity in ("major", "critical") for finding in findings) <= 6


def test_furniture_of_the_seed_article_raises_nothing_and_the_disclaimer_is_recognised() -> None:
    document = tqcheck.check(SEED, engine="none").documents[0]
    text = document.document.text
    for furniture in ("17302 views", "Photo: REUTERS", "Disclaimer:", "Bonus video:"):
        start = text.index(furniture)
        end = text.index("\n", start) if "\n" in text[start:] else len(text)
        assert not [f for f in document.findings if start <= f.span.start < end], furniture
    assert [notice.kind for notice in document.notices].count("ai-disclaimer") == 1


def test_every_span_is_a_slice_of_the_file() -> None:
    document = tqcheck.check(SEED, engine="none").documents[0]
    for finding in document.findings:
        assert document.document.text[finding.span.start : finding.span.end] == finding.text


def test_no_string_of_the_seed_article_stands_in_the_package() -> None:
    words = SEED.read_text(encoding="utf-8").split()
    phrases = {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}
    files = subprocess.run(["git", "ls-files", "tqcheck"], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    for name in files.splitlines():
        path = ROOT / name
        if path.suffix in (".py", ".toml", ".json", ".jinja", ".html", ".js"):
            text = " ".join(path.read_text(encoding="utf-8").split())
            assert not [phrase for phrase in phrases if phrase in text], name


def test_text_may_be_given_as_a_string() -> None:
    report = tqcheck.check("Sales rose to 3,300 vehicles.", "Prodaja je porasla na 3.800 vozila.",
                           source_language="sr", target_language="en", engine="none", select=["TQ101"])  # fmt: skip
    assert [finding.text for finding in report.documents[0].findings] == ["3,300"]
