"""The workflow run for real: `init`, the pre-commit program on a git repository, the Action's shell steps, the files against schemas."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.sample_site import SampleSite, make_site
from tqcheck.cli.app import main

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
GERMAN = "Der Dienst behält 30 Kopien jeder Datei und löscht sie nach 53 Tagen.\n"
ENGLISH = "The service keeps 3 copies of every file and deletes them after 53 days.\n"
CONFIGURATION = 'engine = "none"\nselect = ["TQ1"]\nsource-language = "en"\n[[pairs]]\nlayout = "folders"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A git repository with one German page and a `tqcheck` on the path."""
    for name, text in {"docs/en/a.md": ENGLISH, "docs/de/a.md": GERMAN, "tqcheck.toml": CONFIGURATION}.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    program = tmp_path / "bin" / "tqcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m tqcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    run(tmp_path / "project", "git", "init", "--quiet")
    return tmp_path / "project"


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(folder.parent / "bin"), str(BIN), os.environ["PATH"]])
    home = {"PATH": paths, "HOME": str(folder.parent), "TQCHECK_CACHE": str(folder.parent / "cache.sqlite")}
    home |= {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit")}
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **home, **environment}, capture_output=True, text=True, check=False
    )


def test_a_commit_is_stopped_by_the_hook_and_passes_once_the_error_is_mended(project: Path) -> None:
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    # as in the manifest, but with the tqcheck that is here instead of an installed one
    local = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local), encoding="utf-8")
    run(project, "git", "add", ".")
    stopped = run(project, "pre-commit", "run", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "docs/de/a.md:1:19: major TQ101" in stopped.stdout
    (project / "docs/de/a.md").write_text(GERMAN.replace("30", "3"), encoding="utf-8")
    run(project, "git", "add", ".")
    passed = run(project, "pre-commit", "run", "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_actions_check_step_annotates_summarises_and_fails(project: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    step = next(item for item in action["runs"]["steps"] if item.get("id") == "check")
    given = {"FILES": "docs/de/a.md\n", "ARGUMENTS": "--min-confidence 0.5", "CHANGED_SINCE": "", "REPORTS": "out"}
    assert set(step["env"]) == set(given)
    files = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "GITHUB_OUTPUT": str(tmp_path / "output")}
    done = run(project, "bash", "-e", "-c", step["run"], **given, **files)
    assert done.returncode == 1, done.stderr
    assert "::error file=docs/de/a.md,line=1,endLine=1,col=19" in done.stdout
    assert "TQ101" in (tmp_path / "summary").read_text()
    assert (tmp_path / "output").read_text().splitlines() == ["exit-code=1", "sarif=out/report.sarif"]
    assert (project / "out" / "report.html").exists()


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "tqcheck/cli/templates/github.yml"),
        ("vendor.gitlab-ci", "tqcheck/cli/templates/gitlab.yml"),
    ],
)
def test_workflow_files_satisfy_the_schemas_of_their_systems(schema: str, path: str) -> None:
    done = run(ROOT, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path)
    assert done.returncode == 0, done.stdout


def test_the_hook_files_are_what_pre_commit_accepts() -> None:
    assert run(ROOT, "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml").returncode == 0
    template = "tqcheck/cli/templates/pre-commit.yaml"
    assert run(ROOT, "pre-commit", "validate-config", template).returncode == 0


def test_init_writes_what_check_then_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site: SampleSite = make_site(tmp_path / "site")
    monkeypatch.chdir(site.root)
    (site.root / "tqcheck.toml").unlink()
    assert main(["init", "--ci", "github", "--ci", "gitlab", "--ci", "pre-commit"]) == 0
    assert "118 translations found in de, es" in capsys.readouterr().out
    assert 'layout = "folders"' in (site.root / "tqcheck.toml").read_text()
    for name in (".github/workflows/tqcheck.yml", "tqcheck.gitlab-ci.yml", ".pre-commit-config.yaml"):
        assert (site.root / name).is_file()
    before = (site.root / "tqcheck.toml").read_text()
    assert main(["init"]) == 0
    assert (site.root / "tqcheck.toml").read_text() == before, "nothing is overwritten"
    assert main(["config", "show"]) == 0
    assert '"layout": "folders"' in capsys.readouterr().out


def test_changed_since_checks_only_pages_whose_source_or_translation_changed(project: Path) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for name in ("docs/en/b.md", "docs/de/b.md"):
        (project / name).write_text(GERMAN if "/de/" in name else ENGLISH, encoding="utf-8")
    run(project, "git", "add", ".")
    run(project, "git", *identity, "commit", "--quiet", "-m", "first")
    (project / "docs/en/b.md").write_text(ENGLISH.replace("53", "54"), encoding="utf-8")
    found = run(project, "tqcheck", "check", "--changed-since", "HEAD", "--format", "tsv", "--quiet")
    assert {line.split("\t")[0] for line in found.stdout.splitlines()[1:]} == {"docs/de/b.md"}
