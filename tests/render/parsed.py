"""Reads every CI format back into the same triples: (path, line, code) of each thing reported."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import unquote
from xml.etree import ElementTree

Triple = tuple[str, int, str]


def from_json(text: str) -> list[Triple]:
    report = json.loads(text)
    found = [(d["path"], f["span"]["line"], f["code"]) for d in report["documents"] for f in d["findings"]]
    return found + [(item["path"], 1, item["code"]) for item in report["skipped"]]


def from_text(text: str) -> list[Triple]:
    found = re.findall(r"^(.+?):(\d+):\d+: (?:critical|major|minor|neutral) (TQ\d+) ", text, re.M)
    skipped = re.findall(r"^(\S+): (TQ\d+) ", text, re.M)
    return [(path, int(line), code) for path, line, code in found] + [(path, 1, code) for path, code in skipped]


def from_sarif(text: str) -> list[Triple]:
    found = []
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        found.append((unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"], result["ruleId"]))
    return found


def from_junit(text: str) -> list[Triple]:
    cases = [
        case for case in ElementTree.fromstring(text.encode()).iter("testcase") if case.get("name") != "no findings"
    ]
    return [(case.get("classname", ""), int(case.get("line", "0")), case.get("name", "")[:5]) for case in cases]


def from_github(text: str) -> list[Triple]:
    found = re.findall(r"^::(?:error|warning|notice) file=([^,]*),line=(\d+),.*?title=(TQ\d+)", text, re.M)
    plain = {"%3A": ":", "%2C": ",", "%0A": "\n", "%25": "%"}
    return [
        (re.sub("%3A|%2C|%0A|%25", lambda m: plain[m.group()], path), int(line), code) for path, line, code in found
    ]


def from_gitlab(text: str) -> list[Triple]:
    return [(e["location"]["path"], e["location"]["lines"]["begin"], e["check_name"]) for e in json.loads(text)]


def from_rdjson(text: str) -> list[Triple]:
    return [
        (item["location"]["path"], item["location"]["range"]["start"]["line"], item["code"]["value"])
        for item in json.loads(text)["diagnostics"]
    ]


def from_checkstyle(text: str) -> list[Triple]:
    return [
        (file.get("name", ""), int(error.get("line", "0")), error.get("source", "").removeprefix("tqcheck."))
        for file in ElementTree.fromstring(text.encode())
        for error in file
    ]


def from_markdown(text: str) -> list[Triple]:
    found = re.findall(r"^\| \S+ \| (.+?):(\d+):\d+ \| \w+ (TQ\d+)", text, re.M)
    return [(re.sub(r"\\(.)", r"\1", path), int(line), code) for path, line, code in found]


def from_tsv(text: str) -> list[Triple]:
    rows = [line.split("\t") for line in text.splitlines()]
    return [(row[0], int(row[1]), row[8]) for row in rows[1:]]


PARSERS: dict[str, Callable[[str], list[Triple]]] = {
    "checkstyle": from_checkstyle,
    "github": from_github,
    "gitlab": from_gitlab,
    "json": from_json,
    "junit": from_junit,
    "markdown": from_markdown,
    "rdjson": from_rdjson,
    "sarif": from_sarif,
    "text": from_text,
    "tsv": from_tsv,
}
