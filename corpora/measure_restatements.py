"""Shows TQ404 on restatements and look-alikes that it was not tuned on: `python -m corpora.measure_restatements [--show]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tqcheck
from tqcheck.model import Finding

HERE = Path(__file__).parent / "restatements"


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of an article; `marks` are the (start, end) of the words that differ, empty for a look-alike or where words are missing."""

    title: str
    language: str
    text: str
    marks: tuple[tuple[int, int], ...]


def read_examples(name: str) -> Iterator[Example]:
    """The examples of one file; its headings are `## language · what it is`."""
    for part in (HERE / name).read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, text = part.partition("\n")
        pieces = re.split(r"⟦(.*?)⟧", text.strip())
        marks, clean = [], ""
        for index, piece in enumerate(pieces):
            if index % 2:
                marks.append((len(clean), len(clean) + len(piece)))
            clean += piece
        yield Example(title, title.split(" ")[0], clean, tuple(marks))


def find(example: Example) -> list[Finding]:
    """TQ404's findings on the example."""
    report = tqcheck.check(example.text, target_language=example.language, select=["TQ404"], engine="none")
    return [finding for finding in report.documents[0].findings if finding.code == "TQ404"]


def is_found(example: Example) -> bool:
    """Whether a finding names the marked words or the other place as the one with other words; without a mark, whether there is any."""
    places = [
        place for finding in find(example) for place in (finding.span, *(other.span for other in finding.related))
    ]
    return bool(places) and all(any(p.start < end and start < p.end for p in places) for start, end in example.marks)


def main() -> None:
    """Print how many restatements are found and how many look-alikes are flagged; with --show, which ones are wrong."""
    restated, alike = list(read_examples("restated.md")), list(read_examples("look_alikes.md"))
    missed = [example for example in restated if not is_found(example)]
    false = [example for example in alike if find(example)]
    languages = len({example.language for example in restated})
    print(f"restatements found: {len(restated) - len(missed)} of {len(restated)} in {languages} languages")
    print(f"look-alikes flagged: {len(false)} of {len(alike)}")
    if "--show" in sys.argv:
        print(
            *(f"missed: {example.title}" for example in missed),
            *(f"flagged: {example.title}" for example in false),
            sep="\n",
        )


if __name__ == "__main__":
    main()
