"""SARIF 2.1.0 (OASIS), for GitHub code scanning, Azure DevOps and editors.

Columns count code points (`columnKind`). Each result carries `partialFingerprints`, without which alerts come back as new after
every edit above them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from tqcheck.render.entries import Entry, Level, list_entries
from tqcheck.render.payload import ReportPayload, RulePayload, SpanPayload

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[str, Level] = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}


def render(payload: ReportPayload) -> str:
    """One run with a result for every finding and every file that could not be read."""
    entries = list_entries(payload)
    codes = sorted({entry.code: entry.name for entry in entries}.items())
    driver = {
        "name": "tqcheck",
        "semanticVersion": payload["tool"]["version"],
        "rules": [_rule(code, name, payload.get("rules", {}).get(code)) for code, name in codes],
    }
    places = {code: index for index, (code, _) in enumerate(codes)}
    sources = {document["path"]: document["source_path"] or document["path"] for document in payload["documents"]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": payload["verdict"] != "incomplete"}],
        "results": [_result(entry, places[entry.code], sources.get(entry.path, entry.path)) for entry in entries],
        "properties": {"signature": payload["tool"]["signature"], "verdict": payload["verdict"]},
    }
    log = {"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _rule(code: str, name: str, rule: RulePayload | None) -> dict[str, Any]:
    described: dict[str, Any] = {"id": code, "name": name}
    if rule is None:
        return described
    text = rule["documentation"].strip()
    return described | {
        "shortDescription": {"text": text.splitlines()[0] if text else name},
        "help": {"text": text or name, "markdown": text or name},
        "defaultConfiguration": {"level": _LEVELS[rule["severity"]]},
        "properties": {"category": rule["category"], "tags": ["translation", rule["category"]]},
    }


def _result(entry: Entry, rule: int, source_path: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": entry.code,
        "ruleIndex": rule,
        "level": entry.level,
        "message": {"text": entry.message},
        "locations": [_location(entry.path, _region(entry))],
        "partialFingerprints": {"tqcheck/v1": entry.fingerprint},
    }
    finding = entry.finding
    if finding is None:
        return result
    related = [(entry.path, place, place.get("message") or "see also") for place in finding["related"]]
    if finding["source_span"]:
        related.insert(0, (source_path, finding["source_span"], "the source"))
    if related:
        result["relatedLocations"] = list(_related(related))
    if finding["fix"] is not None:
        result["fixes"] = [_fix(entry, finding["fix"])]
    result["properties"] = {
        "severity": finding["severity"],
        "confidence": finding["confidence"],
        "category": finding["category"],
        "evidence": finding["evidence"],
    }
    return result


def _related(places: Iterable[tuple[str, SpanPayload, str]]) -> Iterable[dict[str, Any]]:
    for number, (path, span, message) in enumerate(places):
        region = _span_region(span)
        yield {"id": number, **_location(path, region), "message": {"text": message}}


def _location(path: str, region: dict[str, Any]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    """Relative paths are given against the checkout's root, as code scanning wants them."""
    uri = quote(path.encode("utf-8", "replace"), safe="/:@+,=")
    return {"uri": uri} if path.startswith("/") else {"uri": uri.removeprefix("./"), "uriBaseId": "%SRCROOT%"}


def _region(entry: Entry) -> dict[str, Any]:
    if entry.finding is None:
        return {"startLine": 1}
    return _span_region(entry.finding["span"])


def _span_region(span: SpanPayload) -> dict[str, Any]:
    return {
        "startLine": span["line"],
        "startColumn": span["column"],
        "endLine": span["end_line"],
        "endColumn": span["end_column"],
        "snippet": {"text": span["text"]},
    }


def _fix(entry: Entry, text: str) -> dict[str, Any]:
    region = {name: value for name, value in _region(entry).items() if name != "snippet"}
    replacement = {"deletedRegion": region, "insertedContent": {"text": text}}
    return {"artifactChanges": [{"artifactLocation": _artifact(entry.path), "replacements": [replacement]}]}
