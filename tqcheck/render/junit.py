"""JUnit XML, for CI systems that show test results: a suite per document, a test case per finding.

What fails the run is a failed case, a file that could not be read an error; a finding that does not fail the run is a passing case
whose output says what was found. A document without findings is one passing case.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from tqcheck.render.entries import Entry, list_entries
from tqcheck.render.payload import ReportPayload
from tqcheck.render.xml_text import add, write


def render(payload: ReportPayload) -> str:
    """Suites in the order of the report, then the files that were not judged."""
    entries = list_entries(payload)
    paths = dict.fromkeys([document["path"] for document in payload["documents"]])
    paths |= dict.fromkeys(item["path"] for item in payload["skipped"])
    root = Element("testsuites", {"name": "tqcheck"})
    for path in paths:
        _suite(root, path, [entry for entry in entries if entry.path == path])
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    return write(root)


def _suite(root: Element, path: str, entries: Sequence[Entry]) -> None:
    failures = [entry for entry in entries if entry.level == "error" and entry.finding is not None]
    errors = [entry for entry in entries if entry.finding is None]
    counts = {"tests": max(1, len(entries)), "failures": len(failures), "errors": len(errors), "skipped": 0}
    suite = add(root, "testsuite", {"name": path, **counts})
    if not entries:
        add(suite, "testcase", {"classname": path, "name": "no findings"})
    for entry in entries:
        _case(suite, entry)


def _case(suite: Element, entry: Entry) -> None:
    name = f"{entry.title} at {entry.line}:{entry.column}"
    case = add(suite, "testcase", {"classname": entry.path, "name": name, "file": entry.path, "line": entry.line})
    if entry.finding is None:
        add(case, "error", {"type": entry.code, "message": entry.message})
    elif entry.level == "error":
        add(case, "failure", {"type": entry.code, "message": entry.message}, _details(entry))
    else:
        add(case, "system-out", {}, f"{entry.severity}: {_details(entry)}")


def _details(entry: Entry) -> str:
    assert entry.finding is not None
    lines = [f"{entry.path}:{entry.line}:{entry.column}: {entry.message}", entry.finding["span"]["text"]]
    lines += [f"{name.replace('_', ' ')}: {text}" for name, text in entry.finding["evidence"].items()]
    return "\n".join(line for line in lines if line)
