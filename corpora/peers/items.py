"""The items put to every tool: segment pairs of the suite, one bad half and one good half each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SUITE = Path(__file__).parents[1] / "suite"


def read_items(every: int) -> Iterator[dict[str, Any]]:
    """Every n-th minimal pair of the test half that has a source and no glossary, as two records with `bad` true and false."""
    for path in sorted(SUITE.glob("TQ*.jsonl")):
        entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        usable = [
            entry for entry in entries if entry["source"] and entry["split"] == "test" and "glossary" not in entry
        ]
        for entry in usable[::every]:
            source, _, target = entry["languages"].partition("-")
            for side in ("bad", "good"):
                yield {
                    "id": f"{entry['id']}/{side}",
                    "code": entry["code"],
                    "bad": side == "bad",
                    "source": entry["source"],
                    "target": entry[side],
                    "source_language": source.partition("_")[0],
                    "target_language": target.partition("_")[0],
                }
