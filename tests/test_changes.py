"""What counts as changed: real git repositories, a shallow clone among them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tqcheck.changes import changes_since
from tqcheck.errors import ConfigError


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--initial-branch", "main")
    (root / "à.md").write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    (root / "same.md").write_text("same\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    return root


def test_changed_and_new_files_are_included_with_their_lines(repository: Path) -> None:
    git(repository, "checkout", "-b", "work")
    (repository / "à.md").write_text("one\nTWO\nthree\n", encoding="utf-8")
    (repository / "new.md").write_text("new\n", encoding="utf-8")
    changes = changes_since("main", repository)
    assert changes.includes([str(repository / "à.md")])
    assert changes.includes([str(repository / "new.md"), ""])
    assert not changes.includes([str(repository / "same.md")])
    ranges = changes.lines[(repository / "à.md").resolve()]
    assert ranges[0] == (2, 2)
    assert ranges[1][0] == 3, "a deleted line changes what stands around it"


def test_a_shallow_clone_is_told_to_fetch_more(repository: Path, tmp_path: Path) -> None:
    (repository / "same.md").write_text("other\n", encoding="utf-8")
    git(repository, "commit", "-am", "second")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--depth", "1", f"file://{repository}", str(clone)], check=True, capture_output=True
    )
    with pytest.raises(ConfigError, match="fetch-depth: 0"):
        changes_since("HEAD~1", clone)


def test_an_unknown_revision_and_no_repository_are_one_line(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nowhere: no such revision"):
        changes_since("nowhere", repository)
    with pytest.raises(ConfigError, match="git rev-parse failed"):
        changes_since("main", tmp_path)
