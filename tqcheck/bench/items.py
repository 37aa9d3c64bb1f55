"""What is measured on: articles with planted errors, minimal pairs of a phenomenon suite, and clean texts.

Folders are told by what they hold: `article.toml` + `gold.jsonl` = an article pair; `*.jsonl` with `bad` and `good` = a suite;
`NAME.txt` with or without `NAME.source.txt` = a clean text in the language of its folder.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tqcheck.errors import ReadError
from tqcheck.jobs import Job
from tqcheck.model import Severity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """An error that is known to be there.

    Attributes:
        code, also: the code it should get, and others that name it as well.
        kind: what was planted (negation, wrong-sense...).
        span: in the translation file; zero width where something is missing.
        whole: it concerns the document, so any place will do.
    """

    code: str
    also: tuple[str, ...]
    severity: Severity
    kind: str
    span: Span
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One text to run: the job, its languages, and its gold errors (none = clean)."""

    id: str
    group: str
    split: str
    languages: tuple[str, str]
    job: Job
    gold: tuple[Gold, ...] = ()
    settings: tuple[tuple[str, Any], ...] = field(default=())

    @property
    def pair(self) -> str:
        """Languages as source-target."""
        return "-".join(self.languages)


def load_items(paths: list[Path]) -> list[Item]:
    """All items under the paths, sorted by id; a path that holds none is a `ReadError`."""
    items = [item for path in paths for item in _load(path)]
    if not items:
        raise ReadError(
            f"{', '.join(map(str, paths))}: no articles, suite or clean texts here; see corpora/README.md for the layout"
        )
    return sorted(items, key=lambda item: item.id)


def _load(path: Path) -> Iterator[Item]:
    if path.is_file():
        yield from _suite(path)
        return
    for entry in sorted(path.rglob("article.toml")):
        yield from _article(entry.parent)
    for entry in sorted(path.rglob("TQ*.jsonl")):
        yield from _suite(entry)
    for entry in sorted(path.rglob("*.txt")):
        if path.name == "clean" or "clean" in entry.relative_to(path).parts[:-1]:
            yield from _clean(entry)


def _article(folder: Path) -> Iterator[Item]:
    facts = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
    languages = (facts["source_language"], facts["target_language"])
    source = _one(folder, f"source.{languages[0]}.*")
    split = _splits(folder).get(folder.name, "dev")
    clean, damaged = _one(folder, "clean.*"), _one(folder, "errors.*")
    if source is None or (damaged is None and not (folder / "gold.jsonl").exists()):
        return
    if clean is not None:
        job = Job(path=clean.as_posix(), source_path=source.as_posix())
        yield Item(id=f"{folder.name}/clean", group="clean-articles", split=split, languages=languages, job=job)
    if damaged is not None:
        job = Job(path=damaged.as_posix(), source_path=source.as_posix())
        gold = tuple(_gold(json.loads(line)) for line in _lines(folder / "gold.jsonl"))
        yield Item(id=f"{folder.name}/errors", group="articles", split=split, languages=languages, job=job, gold=gold)


def _one(folder: Path, pattern: str) -> Path | None:
    found = [path for path in sorted(folder.glob(pattern)) if path.suffix in (".txt", ".md", ".html")]
    return found[0] if found else None


def _splits(folder: Path) -> dict[str, str]:
    for parent in folder.parents:
        if (parent / "splits.toml").exists():
            return tomllib.loads((parent / "splits.toml").read_text(encoding="utf-8"))
    return {}


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _gold(entry: dict[str, Any]) -> Gold:
    return Gold(
        code=entry["code"],
        also=tuple(entry.get("also", ())),
        severity=entry["severity"],
        kind=entry["kind"],
        span=Span(entry["target"]["start"], entry["target"]["end"]),
        whole=entry.get("scope") == "document",
    )


def _suite(path: Path) -> Iterator[Item]:
    for line in _lines(path):
        entry = json.loads(line)
        if "bad" not in entry:
            return
        source, _, target = entry["languages"].partition("-")
        languages = (source.split("_")[0], target.split("_")[0])
        settings = (("glossary", entry["glossary"]),) if entry.get("glossary") else ()
        gold = Gold(
            code=entry["code"], also=(), severity=entry["severity"], kind=entry["kind"], span=Span(*entry["span"])
        )
        shared = {"split": entry["split"], "languages": languages, "settings": settings}
        yield Item(id=f"{entry['id']}/bad", group="suite", job=_text_job(entry, "bad"), gold=(gold,), **shared)
        yield Item(id=f"{entry['id']}/good", group="suite-good", job=_text_job(entry, "good"), **shared)


def _text_job(entry: dict[str, Any], side: str) -> Job:
    source = entry["source"].encode() if entry["source"] is not None else None
    suffix = ".md" if entry["code"] in ("TQ204", "TQ106", "TQ105") else ".txt"
    return Job(path=f"{entry['id']}/{side}{suffix}", source_path=f"{entry['id']}/source{suffix}" if source else "",
               data=entry[side].encode(), source_data=source)  # fmt: skip


def _clean(path: Path) -> Iterator[Item]:
    if path.name.endswith(".source.txt"):
        return
    sources = sorted(path.parent.glob(f"{path.stem}.source*.txt"))
    source_path = sources[0].as_posix() if sources else ""
    job = Job(path=path.as_posix(), source_path=source_path)
    language = path.parent.name.split("_")[0]
    yield Item(
        id=f"clean/{path.parent.name}/{path.stem}", group="clean", split="test", languages=("", language), job=job
    )
