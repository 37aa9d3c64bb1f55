"""Make errors.* and gold.jsonl of every article pair from its clean text and planted.toml.

`python corpora/build.py` writes, `python corpora/build.py --check` only says what is out of date (exit 1).
An article whose translation is given as it is (corpora/putin-illusion) has marked.toml instead, and no clean text.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
CODES = frozenset(
    f"TQ{code}"
    for family, last in ((1, 7), (2, 5), (3, 8), (4, 5), (5, 2), (6, 4), (7, 1), (8, 2))
    for code in range(family * 100 + 1, family * 100 + last + 1)
)
SENTENCE_ENDS = tuple(".!?…。！？।؟")
SEVERITIES = frozenset({"minor", "major", "critical"})
KINDS = frozenset(tomllib.loads((ROOT / "kinds.toml").read_text(encoding="utf-8")))
REQUIRED = frozenset({"code", "severity", "kind", "why"})
OPTIONAL = frozenset({"find", "replace", "context", "span", "source", "source_context", "also", "scope"})


class CorpusError(Exception):
    """A description that does not fit its texts; the message names the file, the entry and the snippet."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One planted error: clean[start:end] becomes `replace`; `gold` is the wrong part, relative to `replace`."""

    start: int
    end: int
    replace: str
    gold: tuple[int, int]
    entry: dict[str, Any]


def locate(text: str, snippet: str, where: str) -> int:
    """Offset in code points of a snippet that must stand in the text exactly once."""
    if not snippet or text.count(snippet) != 1:
        raise CorpusError(f"{where}: found {text.count(snippet) if snippet else 0} times, not once: {snippet!r}")
    return text.index(snippet)


def locate_within(text: str, context: str | None, span: str, where: str) -> tuple[int, int]:
    """Start and end of `span`, unique in the text or, where a context is given, in that unique context."""
    base = locate(text, context, where) if context else 0
    start = base + locate(context or text, span, where)
    return start, start + len(span)


def find_gap(before: str, after: str, where: str) -> int:
    """Where `after` lacks a piece of `before`: between words or sentences, where several offsets would do."""
    missing = len(before) - len(after)
    offsets = [
        offset
        for offset in range(len(after) + 1)
        if missing > 0 and before[:offset] == after[:offset] and before[offset + missing :] == after[offset:]
    ]
    if not offsets:
        raise CorpusError(f"{where}: not a deletion, so say which span is wrong: {after!r}")
    return min(offsets, key=lambda end: (not after[:end][-1:].isspace(), after[:end][-1:] not in SENTENCE_ENDS, end))


def read_entries(path: Path) -> list[dict[str, Any]]:
    """The [[error]] tables of a description, with their fields checked."""
    entries: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["error"]
    for number, entry in enumerate(entries, 1):
        where = f"{path.relative_to(ROOT)}, error {number}"
        if unknown := sorted(set(entry) - REQUIRED - OPTIONAL):
            raise CorpusError(f"{where}: unknown key {unknown[0]!r}")
        if missing := sorted(REQUIRED - set(entry)):
            raise CorpusError(f"{where}: no {missing[0]!r}")
        if bad := [code for code in (entry["code"], *entry.get("also", ())) if code not in CODES]:
            raise CorpusError(f"{where}: no such code: {bad[0]}")
        if entry["kind"] not in KINDS:
            raise CorpusError(f"{where}: no such kind: {entry['kind']}; see kinds.toml")
        if entry["severity"] not in SEVERITIES:
            raise CorpusError(f"{where}: no such severity: {entry['severity']}")
    return entries


def plan_edit(clean: str, entry: dict[str, Any], where: str) -> Edit:
    """Where an entry changes the clean text, and which part of the replacement is wrong (nothing, for an omission)."""
    find, replace = entry["find"], entry["replace"]
    if find == replace:
        raise CorpusError(f"{where}: nothing is changed: {find!r}")
    start = locate(clean, find, where)
    if "span" in entry:
        gold = locate_within(replace, None, entry["span"], where)
    else:
        gap = find_gap(find, replace, where)
        gold = (gap, gap)
    return Edit(start, start + len(find), replace, gold, entry)


def plant(clean: str, entries: list[dict[str, Any]], where: str) -> tuple[str, list[tuple[int, int, dict[str, Any]]]]:
    """The damaged text and, for every entry in text order, the wrong span in it."""
    edits = [plan_edit(clean, entry, f"{where}, error {number}") for number, entry in enumerate(entries, 1)]
    edits.sort(key=lambda edit: edit.start)
    for left, right in pairwise(edits):
        if left.end > right.start:
            raise CorpusError(f"{where}: two errors overlap: {left.entry['find']!r} and {right.entry['find']!r}")
    pieces: list[str] = []
    spans = []
    length = position = 0
    for edit in edits:
        pieces += [clean[position : edit.start], edit.replace]
        length += edit.start - position
        spans.append((length + edit.gold[0], length + edit.gold[1], edit.entry))
        length += len(edit.replace)
        position = edit.end
    return "".join([*pieces, clean[position:]]), spans


def gold_lines(text: str, source: str, spans: list[tuple[int, int, dict[str, Any]]], where: str) -> str:
    """The gold file: one JSON object a line, in text order, offsets in code points of the two unchanged files."""
    lines = []
    for start, end, entry in sorted(spans, key=lambda span: span[:2]):
        source_span = None
        if "source" in entry:
            begin, stop = locate_within(source, entry.get("source_context"), entry["source"], f"{where}, source")
            source_span = {"start": begin, "end": stop, "text": source[begin:stop]}
        record = {
            "code": entry["code"],
            "also": entry.get("also", []),
            "severity": entry["severity"],
            "kind": entry["kind"],
            "scope": entry.get("scope", "span"),
            "target": {"start": start, "end": end, "text": text[start:end]},
            "source": source_span,
            "why": entry["why"],
        }
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(lines)


def one(folder: Path, pattern: str) -> Path:
    """The only file of a folder that fits the pattern."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise CorpusError(f"{folder.relative_to(ROOT)}: {len(found)} files fit {pattern}, not one")
    return found[0]


def read_text(path: Path) -> str:
    """The decoded file, unchanged: no newline translation."""
    return path.read_bytes().decode("utf-8")


def build(folder: Path) -> dict[Path, str]:
    """What an article's folder must hold, by path: errors.* and gold.jsonl; gold.jsonl alone for a marked article."""
    source = read_text(one(folder, "source.*"))
    where = str(folder.relative_to(ROOT))
    if (folder / "marked.toml").exists():
        settings = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
        text = read_text(folder / settings["target"])
        entries = read_entries(folder / "marked.toml")
        spans = [(*locate_within(text, entry["context"], entry["span"], where), entry) for entry in entries]
        return {folder / "gold.jsonl": gold_lines(text, source, spans, where)}
    clean = one(folder, "clean.*")
    text, spans = plant(read_text(clean), read_entries(folder / "planted.toml"), where)
    errors = clean.with_name(clean.name.replace("clean.", "errors.", 1))
    return {errors: text, folder / "gold.jsonl": gold_lines(text, source, spans, where)}


def folders() -> list[Path]:
    """Every article pair of the corpora."""
    return sorted(path.parent for path in (*ROOT.glob("articles/*/article.toml"), *ROOT.glob("*/article.toml")))


def main(arguments: list[str] | None = None) -> int:
    """Build or check every article; 0 when all is well, 1 with one line a problem otherwise."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; say what is out of date")
    check_only = parser.parse_args(arguments).check
    problems = []
    for folder in folders():
        try:
            built = build(folder)
        except (CorpusError, OSError, KeyError, tomllib.TOMLDecodeError) as error:
            problems.append(f"{folder.relative_to(ROOT)}: {error}")
            continue
        for path, content in built.items():
            if path.exists() and read_text(path) == content:
                continue
            if check_only:
                problems.append(f"{path.relative_to(ROOT)}: out of date; run python corpora/build.py")
            else:
                path.write_bytes(content.encode("utf-8"))
                print(f"wrote {path.relative_to(ROOT)}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
