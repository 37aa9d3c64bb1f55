"""Shows TQ404 on restatements and look-alikes that it was not tuned on: `python -m corpora.measure_restatements [--show]`."""

from __future__ import annotations

import sys
from pathlib import Path

import tqcheck
from tqcheck.bench.load_restatements import Example, read_examples
from tqcheck.model import Finding

HERE = Path(__file__).parent / "restatements"


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
    restated, alike = list(read_examples(HERE / "restated.md")), list(read_examples(HERE / "look_alikes.md"))
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
