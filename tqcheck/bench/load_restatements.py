"""Pieces of articles that say one thing twice: `restated.md` with different content, `look_alikes.md` without.

A heading is `## language · what it is`; ⟦⟧ mark the words that differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck.bench.items import Gold, Item
from tqcheck.jobs import Job
from tqcheck.model import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of an article; `marks` are the (start, end) of the words that differ, empty for a look-alike or where words are missing."""

    title: str
    language: str
    text: str
    marks: tuple[tuple[int, int], ...]


def read_examples(path: Path) -> Iterator[Example]:
    """The examples of one file."""
    for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, text = part.partition("\n")
        pieces = re.split(r"⟦(.*?)⟧", text.strip())
        marks, clean = [], ""
        for index, piece in enumerate(pieces):
            if index % 2:
                marks.append((len(clean), len(clean) + len(piece)))
            clean += piece
        yield Example(title, title.split(" ")[0], clean, tuple(marks))


def load_restatements(folder: Path) -> Iterator[Item]:
    """Both files as minimal pairs of the development half; any finding of the check may name the error, which stands in two places."""
    for name, group in (("restated", "suite"), ("look_alikes", "suite-good")):
        for number, example in enumerate(read_examples(folder / f"{name}.md"), 1):
            error = Gold(
                code="TQ404",
                also=(),
                severity="major",
                kind="restated-quote",
                span=Span(0, len(example.text)),
                whole=True,
            )
            path = f"restatements-{name}-{number}"
            yield Item(
                id=f"{path}/{group}",
                group=group,
                split="dev",
                languages=("", example.language),
                job=Job(path=f"{path}.txt", data=example.text.encode()),
                gold=(error,) if group == "suite" else (),
            )
