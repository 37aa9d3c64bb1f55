"""JSON Lines, plain or compressed: minimal pairs (the suite, and what corpora/generators plants), and clean parallel text."""

from __future__ import annotations

import gzip
import json
import lzma
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from tqcheck.bench.items import Gold, Item
from tqcheck.errors import ReadError
from tqcheck.jobs import Job
from tqcheck.model import Span

_LANGUAGES = re.compile(r"([a-z]{2,3})?(?:[-_][A-Z][A-Za-z]*)?-([a-z]{2,3})(?:[-_][A-Z][A-Za-z]*)?")
_MARKDOWN = ("TQ105", "TQ106", "TQ204")
_SETTINGS: dict[str, tuple[tuple[str, Any], ...]] = {"TQ801": (("disclaimer", "require"),)}
"""What a check needs from the configuration before it judges at all."""


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file: .jsonl, .jsonl.xz or .jsonl.gz; a line that is no JSON object is a `ReadError`."""
    opener: Any = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield dict(json.loads(line))
                except (ValueError, TypeError) as error:
                    raise ReadError(
                        f"{path}:{number}: not a JSON object ({error}); one record a line is needed"
                    ) from None


def load_lines(path: Path) -> Iterator[Item]:
    """Items of one file, by the fields of its records; records of sentence estimates (`mt`) give none here."""
    records = read_lines(path)
    for key, group in groupby(records, key=_kind):
        if key == "pair":
            for entry in group:
                yield from _minimal_pair(entry)
        elif key.startswith("clean"):
            yield _document(list(group))


def _kind(entry: dict[str, Any]) -> str:
    if "bad" in entry:
        return "pair"
    if "mt" in entry or "ref" not in entry:
        return ""
    return (
        f"clean {entry.get('doc', entry.get('id'))} {entry['src_lang']}-{entry['tgt_lang']}-{entry.get('script', '')}"
    )


def _minimal_pair(entry: dict[str, Any]) -> Iterator[Item]:
    named = _LANGUAGES.fullmatch(entry["languages"])
    if named is None:
        raise ReadError(f"{entry['id']}: languages {entry['languages']!r}; source-target is needed, such as en-sr")
    name = entry["id"] if entry["id"].endswith(entry["languages"]) else f"{entry['id']}/{entry['languages']}"
    glossary = (("glossary", entry["glossary"]),) if entry.get("glossary") else ()
    shared = {
        "split": entry["split"],
        "languages": (named[1] or "", named[2]),
        "settings": (*glossary, *_SETTINGS.get(entry["code"], ())),
    }
    gold = Gold(
        code=entry["code"],
        also=(),
        severity=entry["severity"],
        kind=entry["kind"],
        span=Span(*entry["span"]),
        whole=entry["code"].startswith("TQ8"),
    )
    yield Item(id=f"{name}/bad", group="suite", job=_job(entry, name, "bad"), gold=(gold,), **shared)
    yield Item(id=f"{name}/good", group="suite-good", job=_job(entry, name, "good"), **shared)


def _job(entry: dict[str, Any], name: str, side: str) -> Job:
    suffix = ".md" if entry["code"] in _MARKDOWN else ".txt"
    source = entry["source"].encode() if entry["source"] is not None else None
    return Job(
        path=f"{name}/{side}{suffix}",
        source_path=f"{name}/source{suffix}" if source else "",
        data=entry[side].encode(),
        source_data=source,
    )


def _document(entries: list[dict[str, Any]]) -> Item:
    """Segments of one document in one language pair, a paragraph each."""
    first = entries[0]
    name = f"{first['tgt_lang']}{first.get('script', '')}-{first.get('doc', first.get('id'))}".replace("/", "-")
    source, target = ("\n\n".join(entry[side] for entry in entries) for side in ("src", "ref"))
    return Item(
        id=f"{name}/clean",
        group="clean",
        split=first["split"] if first.get("split") in ("dev", "test") else "test",
        languages=(first["src_lang"], first["tgt_lang"]),
        job=Job(
            path=f"{name}.txt", source_path=f"{name}.source.txt", data=target.encode(), source_data=source.encode()
        ),
    )
