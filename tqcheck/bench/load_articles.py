"""Article pairs with planted or marked errors, their clean twins, and clean texts."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tqcheck.bench.items import FIRST, Gold, Item
from tqcheck.jobs import Job
from tqcheck.model import Span


def load_article(folder: Path) -> Iterator[Item]:
    """The clean and the damaged translation of one pair; `target` in article.toml names a text whose errors nobody planted."""
    facts = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
    languages = (facts["source_language"], facts["target_language"])
    source = _one(folder, f"source.{languages[0]}.*")
    split, batch = _half(folder)
    shared: dict[str, Any] = {"split": split, "batch": batch, "languages": languages}
    clean = _one(folder, "clean.*")
    damaged = folder / facts["target"] if "target" in facts else _one(folder, "errors.*")
    if source is None or damaged is None or not (folder / "gold.jsonl").exists():
        return
    if clean is not None:
        job = Job(path=clean.as_posix(), source_path=source.as_posix())
        yield Item(id=f"{folder.name}/clean", group="clean-articles", job=job, **shared)
    job = Job(path=damaged.as_posix(), source_path=source.as_posix())
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = tuple(_gold(json.loads(line)) for line in lines if line.strip())
    yield Item(id=f"{folder.name}/errors", group="articles", job=job, gold=gold, **shared)


def load_clean(folder: Path) -> Iterator[Item]:
    """`LANGUAGE/NAME.txt` with `NAME.source.txt` beside it or without; index.toml gives the source's language and the half."""
    index = folder / "index.toml"
    facts = tomllib.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
    for path in sorted(folder.glob("*/*.*")):
        stem, language = path.name.split(".")[0], path.parent.name.split("_")[0]
        if path.suffix not in (".txt", ".md", ".html") or ".source" in path.name:
            continue
        known = facts.get(f"{path.parent.name}/{stem}", {})
        source = _one(path.parent, f"{stem}.source*.*")
        yield Item(
            id=f"clean-{path.parent.name}-{stem}/clean",
            group="clean",
            split=known.get("split", "test"),
            batch=known.get("batch", FIRST),
            languages=(known.get("source", ""), language),
            job=Job(path=path.as_posix(), source_path=source.as_posix() if source else ""),
        )


def _one(folder: Path, pattern: str) -> Path | None:
    found = [path for path in sorted(folder.glob(pattern)) if path.suffix in (".txt", ".md", ".html")]
    return found[0] if found else None


def _half(folder: Path) -> tuple[str, str]:
    """Half and batch of an article: splits.toml lists the first batch, and a table of each later one by its name."""
    for parent in folder.absolute().parents:
        if (parent / "splits.toml").exists():
            splits = tomllib.loads((parent / "splits.toml").read_text(encoding="utf-8"))
            batches = {FIRST: splits} | {name: halves for name, halves in splits.items() if isinstance(halves, dict)}
            found = [(halves[folder.name], name) for name, halves in batches.items() if folder.name in halves]
            return found[0] if found else ("dev", FIRST)
    return "dev", FIRST


def _gold(entry: dict[str, Any]) -> Gold:
    return Gold(
        code=entry["code"],
        also=tuple(entry.get("also", ())),
        severity=entry["severity"],
        kind=entry["kind"],
        span=Span(entry["target"]["start"], entry["target"]["end"]),
        whole=entry.get("scope") == "document",
    )
