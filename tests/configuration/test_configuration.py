"""Where settings come from, what they may be, and what is said when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.cli.app import main
from tqcheck.config import Plan
from tqcheck.configuration import find_configuration, read_configuration, resolve
from tqcheck.errors import ConfigError
from tqcheck.text.glossary import Term


def configured(folder: Path, text: str, name: str = "tqcheck.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_configuration_above_the_file_wins_whole(tmp_path: Path) -> None:
    configured(tmp_path, 'fail-on = "critical"\nmax-findings = 3')
    near = configured(tmp_path / "site", 'fail-on = "minor"')
    (tmp_path / "site" / "docs").mkdir()
    found = find_configuration(tmp_path / "site" / "docs")
    assert found is not None
    assert found.path == near
    plan = resolve(found, {}).plan
    assert (plan.fail_on, plan.max_findings) == ("minor", 0)


def test_a_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    outer = configured(tmp_path, "[tool.tqcheck]\nmin-score = 95\n", "pyproject.toml")
    configured(tmp_path / "package", '[project]\nname = "x"\n', "pyproject.toml")
    found = find_configuration(tmp_path / "package")
    assert found is not None
    assert found.path == outer
    assert resolve(found, {}).plan.min_score == 95


def test_the_command_line_wins_and_every_origin_is_told(tmp_path: Path) -> None:
    path = configured(tmp_path, 'fail-on = "minor"\nselect = ["TQ1"]')
    settings = resolve(read_configuration(path), {"fail-on": "critical"})
    assert (settings.plan.fail_on, settings.plan.select) == ("critical", ("TQ1",))
    origins = {key: origin for key, _, origin in settings.origins}
    assert origins["fail-on"] == "command line"
    assert origins["select"] == path.as_posix()
    assert origins["engine"] == "default"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("min-confidnce = 0.5", "did you mean 'min-confidence'?"),
        ("per_file_ignore = {}", "did you mean 'per-file-ignores'?"),
        ("min-confidence = 2", "a number from 0 to 1"),
        ('fail-on = "always"', "must be one of minor, major, critical, never"),
        ("select = 5", "must be a list of strings"),
        ('severity = { TQ101 = "fatal" }', "must be one of neutral, minor"),
        ("fail-on = ", "not valid TOML"),
        ('[[pairs]]\nlayuot = "hugo"', "did you mean 'layout'?"),
        ('[[pairs]]\nlayout = "gatsby"', "unknown layout 'gatsby'"),
        ('[[pairs]]\nsource = "a/{path}"\ntranslation = "b/{path}"', "{lang}"),
        ('[[pairs]]\nsource = "a/{file}"\ntranslation = "{lang}/{file}"', "unknown field {file}"),
        ('[[pairs]]\nlayout = "folders"', "needs source-language"),
        ('glossary = "missing.tsv"', "missing.tsv"),
    ],
)
def test_a_wrong_configuration_is_one_line_that_helps(tmp_path: Path, text: str, said: str) -> None:
    path = configured(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        resolve(read_configuration(path), {})
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_everything_reaches_the_plan(tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text("source\ttarget\nceasefire\tprimirje\n", encoding="utf-8")
    text = """
        glossary = ["terms.tsv"]
        disclaimer = "require"
        engines = { sr-en = "firefox" }
        severity = { TQ403 = "neutral" }
        per-file-ignores = { "old/**" = ["TQ3"] }
    """
    plan = resolve(read_configuration(configured(tmp_path, text)), {}).plan
    assert dict(plan.settings) == {
        "disclaimer": "require",
        "glossary": (Term(source="ceasefire", allowed=("primirje",)),),
    }
    assert plan.engines == (("sr-en", "firefox"),)
    assert plan.severities == (("TQ403", "neutral"),)
    assert plan.per_file_ignores == (("old/**", ("TQ3",)),)


def test_per_file_ignores_count_from_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan(per_file_ignores=(("docs/old/*", ("TQ3",)),), root=tmp_path.as_posix())
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    assert plan.ignores_in("old/a.md", "TQ302")
    assert not plan.ignores_in("old/a.md", "TQ101")
    assert not plan.ignores_in("new/a.md", "TQ302")


def test_config_show_tells_value_and_origin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = configured(tmp_path, 'fail-on = "minor"')
    assert main(["config", "show", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f'fail-on = "minor"  # {path.as_posix()}' in lines
    assert 'engine = "auto"  # default' in lines
    assert main(["config", "show", str(tmp_path), "--isolated"]) == 0
    assert 'fail-on = "major"  # default' in capsys.readouterr().out
