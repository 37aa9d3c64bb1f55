"""TQ802 by the history of real git repositories, a shallow clone among them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tqcheck.cli.app import app

LATER = {"GIT_COMMITTER_DATE": "2026-03-02T12:00:00Z", "GIT_AUTHOR_DATE": "2026-03-02T12:00:00Z"}
EARLIER = {"GIT_COMMITTER_DATE": "2025-11-20T12:00:00Z", "GIT_AUTHOR_DATE": "2025-11-20T12:00:00Z"}


def git(folder: Path, *arguments: str, when: dict[str, str] | None = None) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), **(when or {})}
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--initial-branch", "main")
    for language, text in (("en", "The pool is closed.\n"), ("de", "Das Bad ist geschlossen.\n")):
        (root / language).mkdir()
        (root / language / "a.md").write_text(text, encoding="utf-8")
    (root / "tqcheck.toml").write_text('freshness = "git"\n', encoding="utf-8")
    git(root, "add", ".", when=EARLIER)
    git(root, "commit", "-m", "first", when=EARLIER)
    return root


def messages(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[str], str]:
    monkeypatch.chdir(root)
    options = ["--from", "en", "--to", "de", "--engine", "none", "--select", "TQ802", "--format", "json", "--no-cache"]
    done = CliRunner().invoke(app, ["check", "de/a.md", "--source", "en/a.md", *options])
    try:
        found = [item["message"] for item in json.loads(done.stdout)["documents"][0]["findings"]]
    except ValueError:
        found = []
    return done.exit_code, found, done.output + str(done.exception or "")


def test_a_later_commit_of_the_source_makes_the_translation_stale(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert messages(repository, monkeypatch)[1] == []
    (repository / "en" / "a.md").write_text("The pool is open.\n", encoding="utf-8")
    git(repository, "commit", "-am", "second", when=LATER)
    expected = "The source was changed on 2026-03-02, this translation on 2025-11-20."
    assert messages(repository, monkeypatch)[1] == [expected]


def test_a_translation_that_is_being_edited_is_not_stale(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "en" / "a.md").write_text("The pool is open.\n", encoding="utf-8")
    git(repository, "commit", "-am", "second", when=LATER)
    (repository / "de" / "a.md").write_text("Das Bad ist offen.\n", encoding="utf-8")
    assert messages(repository, monkeypatch)[1] == []


def test_a_shallow_clone_is_told_to_fetch_more(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "en" / "a.md").write_text("The pool is open.\n", encoding="utf-8")
    git(repository, "commit", "-am", "second", when=LATER)
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--depth", "1", f"file://{repository}", str(clone)], check=True, capture_output=True
    )
    code, _, said = messages(clone, monkeypatch)
    assert "fetch-depth: 0" in said
    assert code != 0
