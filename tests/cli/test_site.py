"""A team's weeks with a site of 60 pages in 3 languages: first run, baseline, one new error, reflow, fix, rename, missing pages."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.sample_site import ABSENT, PLANTED, SampleSite, make_site
from tests.render.parsed import PARSERS
from tqcheck.cli.app import main

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SampleSite:
    monkeypatch.setenv("TQCHECK_CACHE", str(tmp_path / "cache" / "results.sqlite"))
    made = make_site(tmp_path / "site")
    monkeypatch.chdir(made.root)
    return made


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    code = main(["check", "--format", "json", "--quiet", *arguments])
    return code, json.loads(capsys.readouterr().out)


def found(payload: dict) -> set[tuple[str, str]]:
    return {(document["path"], item["code"]) for document in payload["documents"] for item in document["findings"]}


@pytest.mark.slow
def test_a_site_from_its_first_run_to_its_daily_gate(site: SampleSite, capsys: pytest.CaptureFixture[str]) -> None:
    code, first = report(capsys)
    planted = {(f"docs/{language}/part-{number:02}.md", "TQ101") for language, number in PLANTED}
    missing = {(f"docs/en/part-{number:02}.md", "TQ803") for _, number in ABSENT}
    assert code == 1
    assert found(first) == planted | missing
    assert len(first["documents"]) == 118 + len(missing)

    assert main(["baseline", "--quiet"]) == 0
    code, after = report(capsys)
    assert (code, found(after)) == (0, set())
    assert "accepts 8 findings" in after["notices"][0]["message"]

    _one_new_error_fails_with_exactly_that_in_every_format(site, capsys)
    _reflow_brings_nothing_back(site, capsys)
    _a_renamed_page_keeps_its_accepted_findings(site, capsys)
    _a_fixed_finding_is_dropped(site, capsys)


def _one_new_error_fails_with_exactly_that_in_every_format(
    site: SampleSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.edit("de", 33, "löscht sie nach 53 Tagen", "löscht sie nach 35 Tagen")
    files = {name: site.root / "reports" / name for name in PARSERS}
    reports = [option for name, path in files.items() for option in ("--report", f"{name}={path}")]
    code, payload = report(capsys, *reports)
    assert (code, found(payload)) == (1, {("docs/de/part-33.md", "TQ101")})
    for name, path in files.items():
        assert PARSERS[name](path.read_text(encoding="utf-8")) == [("docs/de/part-33.md", 3, "TQ101")], name
    site.edit("de", 33, "löscht sie nach 35 Tagen", "löscht sie nach 53 Tagen")


def _reflow_brings_nothing_back(site: SampleSite, capsys: pytest.CaptureFixture[str]) -> None:
    path = site.page("de", 7)
    path.write_text(path.read_text(encoding="utf-8").replace(", ", ",\n").replace(" bis zu ", "\nbis zu\n"), "utf-8")
    code, payload = report(capsys)
    assert (code, found(payload)) == (0, set())


def _a_renamed_page_keeps_its_accepted_findings(site: SampleSite, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("en", "de", "es"):
        site.page(language, 21).rename(site.root / "docs" / language / "storage.md")
    code, payload = report(capsys)
    assert (code, found(payload)) == (0, set())


def _a_fixed_finding_is_dropped(site: SampleSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(json.loads((site.root / "accepted.json").read_text())["findings"]) == 8
    site.edit("es", 3, "405 miembros", "305 miembros")
    assert main(["baseline", "--quiet"]) == 0
    kept = json.loads((site.root / "accepted.json").read_text())["findings"]
    assert len(kept) == 7
    assert not any(item["path"] == "docs/es/part-03.md" for item in kept)
    capsys.readouterr()


def test_a_changed_source_page_stands_for_its_translations(
    site: SampleSite, capsys: pytest.CaptureFixture[str]
) -> None:
    _, payload = report(capsys, "docs/en/part-03.md")
    assert [document["path"] for document in payload["documents"]] == ["docs/de/part-03.md", "docs/es/part-03.md"]
    _, payload = report(capsys, "docs/es/part-03.md", "--no-cache")
    assert payload["documents"][0]["source_path"] == "docs/en/part-03.md"
    assert payload["documents"][0]["language"] == "es"


def timed(site: SampleSite) -> float:
    """Processor seconds of one whole run; wall time says little on a shared machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "tqcheck", "check", "--fail-on", "never", "--format", "tsv"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=site.root, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.slow
def test_a_second_run_on_unchanged_files_does_no_work(site: SampleSite) -> None:
    first, second = timed(site), timed(site)
    assert second < 2
    assert first > 10 * second


@pytest.mark.slow
def test_two_processes_give_the_same_bytes_as_one(site: SampleSite) -> None:
    command = [
        sys.executable,
        "-m",
        "tqcheck",
        "check",
        "docs/de/part-07.md",
        "docs/es/part-03.md",
        "docs/de/part-01.md",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    outputs = [
        subprocess.run(
            [*command, "--format", "json", "--no-cache", "--jobs", number],
            cwd=site.root,
            env=environment,
            check=False,
            capture_output=True,
        ).stdout
        for number in ("1", "2")
    ]
    assert outputs[0]
    assert outputs[0] == outputs[1]
