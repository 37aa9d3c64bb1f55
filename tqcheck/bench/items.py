"""The records of what is measured on, and where they are read from.

Folders are told by what they hold: `article.toml` + `gold.jsonl` = an article pair; `TQ*.jsonl` = the phenomenon suite; a folder `clean` =
clean texts; `restated.md` = statements given twice. JSON Lines files are told by their fields: `bad` and `good` = minimal pairs, `ref` =
clean parallel text by document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from tqcheck.errors import ReadError
from tqcheck.jobs import Job
from tqcheck.model import Severity, Span

FIRST = "first"
"""The batch of texts that name none."""


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
    """One text to run: the job, its languages, and its known errors (none = clean).

    Attributes:
        group: articles (with errors), clean-articles (their clean twins), clean, suite (bad halves of minimal pairs), suite-good.
        split: dev or test; figures that are quoted come from test.
        batch: when its text was written; a later batch has been seen less often.
        languages: source and target; an empty source = none, or to be identified.
    """

    id: str
    group: str
    split: str
    languages: tuple[str, str]
    job: Job
    gold: tuple[Gold, ...] = ()
    batch: str = FIRST
    settings: tuple[tuple[str, Any], ...] = field(default=())

    @property
    def pair(self) -> str:
        """Languages as source-target."""
        return "-".join(self.languages)


def load_items(paths: list[Path], required: bool = True) -> list[Item]:
    """All items under the paths, sorted by id; a path that is missing, or none anywhere where some are required, is a `ReadError`."""
    for path in paths:
        if not path.exists():
            raise ReadError(f"{path}: there is no such file or folder; run from the project's folder or name the data")
    items = [item for path in paths for item in _load(path)]
    if required and not items:
        raise ReadError(
            f"{', '.join(map(str, paths))}: no articles, suite or clean texts here; see corpora/README.md for the layout"
        )
    return sorted(_number(items), key=lambda item: item.id)


def _load(path: Path) -> Iterator[Item]:
    from tqcheck.bench.load_articles import load_article, load_clean
    from tqcheck.bench.load_lines import load_lines
    from tqcheck.bench.load_restatements import load_restatements

    if path.is_file():
        yield from load_lines(path)
        return
    for entry in sorted(path.rglob("article.toml")):
        yield from load_article(entry.parent)
    for entry in sorted(path.rglob("TQ*.jsonl")):
        yield from load_lines(entry)
    if (path / "restated.md").exists():
        yield from load_restatements(path)
    for folder in sorted({path, *path.rglob("clean")}):
        if folder.name == "clean":
            yield from load_clean(folder)


def _number(items: list[Item]) -> Iterator[Item]:
    """Items of one name get a number each, in order: generators may plant the same kind twice in a pair."""
    seen = Counter[str]()
    for item in items:
        seen[item.id] += 1
        if seen[item.id] == 1:
            yield item
        else:
            mark = f"#{seen[item.id]}"
            yield replace(item, id=item.id + mark, job=replace(item.job, path=mark + item.job.path))


def thin(items: list[Item], every: int) -> list[Item]:
    """Every n-th article, clean text and minimal pair, halves and twins together; minimal pairs are counted by their code."""
    seen, kept = Counter[str](), list[Item]()
    for name, group in groupby(items, key=lambda item: item.id.rpartition("/")[0]):
        members = list(group)
        kind = name.partition("/")[0] if members[0].group.startswith("suite") else members[0].group
        if seen[kind] % every == 0:
            kept += members
        seen[kind] += 1
    return kept
