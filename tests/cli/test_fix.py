"""`--fix` as a user runs it: exact in every script, never inside code, addresses or quotations, and done after one run."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tqcheck.cli.app import main

SOURCE = "The price rose by 3.5 million dollars in 2020.\n\nThe law (2019) passed with 12,345 votes."
TEXTS = tomllib.loads((Path(__file__).parents[1] / "data" / "fixes.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", TEXTS)
def test_one_run_of_fix_is_exact_and_enough(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before, after = TEXTS[language]["before"], TEXTS[language]["after"]
    file = Path("text.md")
    file.write_text(before, encoding="utf-8")
    Path("source.md").write_text(SOURCE + "\n", encoding="utf-8")
    arguments = ["check", "text.md", "--source", "source.md", "--from", "en", "--to", language, "--select", "TQ3"]
    arguments += ["--engine", "none", "--no-cache", "--fix", "--fail-on", "never"]
    main(arguments)
    assert file.read_text("utf-8") == after
    main(arguments)
    assert file.read_text("utf-8") == after
