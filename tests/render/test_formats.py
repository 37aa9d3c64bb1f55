"""All formats of one report agree on what was found, and each is what its consumers accept."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import junitparser
import pytest

from tests.render.parsed import PARSERS
from tests.render.reports import small_report
from tqcheck.registry import choose
from tqcheck.render import RENDERERS
from tqcheck.render.contract import to_payload
from tqcheck.render.entries import list_entries
from tqcheck.render.payload import ReportPayload
from tqcheck.render.tsv import COLUMNS

SARIF = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
"""The OASIS schema as the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) ships it."""
HOSTILE = 'a, "b": 100% | <b>\n::error::@team [x](y) \x00\x1b \ud800 ​`'


@pytest.fixture
def payload() -> ReportPayload:
    return {**to_payload(small_report()), "gate": {"fail_on": "major", "min_confidence": 0.9}}


def rendered(name: str, payload: ReportPayload) -> str:
    return str(choose("format", name, RENDERERS)(payload))


def hostile(payload: ReportPayload) -> ReportPayload:
    """A report whose every free text is what a format could stumble over."""
    changed = copy.deepcopy(payload)
    for document in changed["documents"]:
        document["path"] = "docs/a b, c:%d.md"
        for finding in document["findings"]:
            finding["message"] = finding["fix"] = finding["span"]["text"] = HOSTILE
            finding["evidence"] = {"source": HOSTILE}
    return changed


def many(payload: ReportPayload, number: int) -> ReportPayload:
    changed = copy.deepcopy(payload)
    findings = changed["documents"][0]["findings"]
    findings[:] = [{**findings[1], "confidence": 1.0, "fingerprint": f"print-{at}"} for at in range(number)]
    return changed


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_every_format_reports_the_same_set(name: str, payload: ReportPayload) -> None:
    expected = sorted(PARSERS["json"](rendered("json", payload)))
    assert len(expected) == 5
    assert sorted(PARSERS[name](rendered(name, payload))) == expected


@pytest.mark.parametrize("name", sorted(set(PARSERS) - {"text", "markdown"}))
def test_no_text_of_an_article_breaks_a_format(name: str, payload: ReportPayload) -> None:
    changed = hostile(payload)
    text = rendered(name, changed)
    text.encode("utf-8", "backslashreplace")  # as both writers do
    assert sorted(PARSERS[name](text)) == sorted(PARSERS["json"](rendered("json", changed)))


def test_every_format_that_lists_findings_is_read_back_here() -> None:
    assert set(RENDERERS) - set(PARSERS) == {"html"}


def test_an_empty_report_is_valid_in_every_format(payload: ReportPayload) -> None:
    payload["documents"][0]["findings"], payload["skipped"] = [], []
    for name, parse in PARSERS.items():
        assert parse(rendered(name, payload)) == [], name


def test_sarif_satisfies_its_schema(payload: ReportPayload) -> None:
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    for report in (payload, hostile(payload)):
        jsonschema.Draft7Validator(schema).validate(json.loads(rendered("sarif", report)))


@pytest.mark.parametrize(("name", "schema"), [("rdjson", "rdjson"), ("gitlab", "gitlab-codequality")])
def test_review_formats_satisfy_the_schema_of_their_definition(name: str, schema: str, payload: ReportPayload) -> None:
    """The schemas were written for these tests after reviewdog's protocol buffers and GitLab's documentation."""
    rules = json.loads((SARIF.parent / f"{schema}.json").read_text(encoding="utf-8"))
    for report in (payload, hostile(payload)):
        jsonschema.Draft7Validator(rules).validate(json.loads(rendered(name, report)))


def test_sarif_counts_code_points_and_carries_stable_identities(payload: ReportPayload) -> None:
    run = json.loads(rendered("sarif", payload))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    number = next(result for result in run["results"] if result["ruleId"] == "TQ101")
    assert number["partialFingerprints"]["tqcheck/v1"].startswith("print-")
    assert number["locations"][0]["physicalLocation"]["region"]["startColumn"] == 21
    assert number["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "3,800"
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["TQ101"]["help"]["markdown"]
    assert [run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_junit_is_read_by_junitparser_with_what_fails_as_failures(payload: ReportPayload) -> None:
    suites = junitparser.JUnitXml.fromstring(rendered("junit", payload).encode())
    assert (suites.tests, suites.failures, suites.errors) == (5, 2, 1)
    failed = [case for suite in suites for case in suite if any(type(r).__name__ == "Failure" for r in case.result)]
    assert {case.name.split()[0] for case in failed} == {"TQ101", "TQ201"}


def test_only_what_the_gate_counted_is_an_error(payload: ReportPayload) -> None:
    levels = {entry.code: entry.level for entry in list_entries(payload)}
    assert levels == {"TQ901": "error", "TQ101": "error", "TQ201": "error", "TQ404": "warning", "TQ801": "note"}
    payload["gate"]["fail_on"] = "never"
    assert {entry.code for entry in list_entries(payload) if entry.level == "error"} == {"TQ901"}


def test_github_says_how_many_annotations_it_will_not_show(payload: ReportPayload) -> None:
    assert "GitHub shows" not in rendered("github", payload)
    lines = rendered("github", many(payload, 25)).splitlines()
    assert "::notice title=tqcheck::" in lines[0]
    assert "16 findings of 26" in lines[0], "one unreadable file and 25 errors, of which ten are shown"
    assert len([line for line in lines if line.startswith("::error")]) == 26


def test_github_puts_the_heaviest_first(payload: ReportPayload) -> None:
    commands = [line.split(" ")[0] for line in rendered("github", payload).splitlines() if line.startswith("::")]
    assert commands == ["::error", "::error", "::error", "::warning", "::notice"]


def test_gitlab_issues_have_what_the_widget_needs(payload: ReportPayload) -> None:
    issues = json.loads(rendered("gitlab", payload))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_rdjson_columns_count_bytes(payload: ReportPayload) -> None:
    finding = payload["documents"][0]["findings"][1]
    found = json.loads(rendered("rdjson", payload))["diagnostics"]
    number = next(item for item in found if item["code"]["value"] == finding["code"])
    place = number["location"]["range"]
    line = small_report().documents[0].document.text.splitlines()[place["start"]["line"] - 1].encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == finding["span"]["text"]
    assert all(item["severity"] in ("ERROR", "WARNING", "INFO") for item in found)


def test_markdown_shows_hostile_text_as_text_and_fits_a_comment(payload: ReportPayload) -> None:
    text = rendered("markdown", hostile(payload))
    assert "@team" not in text
    assert "<b>" not in text
    long = rendered("markdown", many(payload, 2000))
    assert len(long) < 65_536
    assert "did not fit" in long


def test_tsv_rows_all_have_the_header_columns(payload: ReportPayload) -> None:
    lines = rendered("tsv", hostile(payload)).splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
