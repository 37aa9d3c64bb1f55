"""The pairs of a text of the corpora, as a check that is run by itself, without a translator, sees them."""

from __future__ import annotations

from pathlib import Path

import tqcheck
from tqcheck.bench.items import Item
from tqcheck.model import Pair


def read_pairs(item: Item, code: str) -> list[Pair]:
    """The pairs of a text with its source that have both sides, with what the check of this code needs measured."""
    report = tqcheck.check(
        Path(item.job.path).read_text(encoding="utf-8"),
        Path(item.job.source_path).read_text(encoding="utf-8"),
        source_language=item.languages[0],
        target_language=item.languages[1],
        engine="none",
        select=[code],
    )
    return [pair for pair in report.documents[0].pairs if pair.source is not None and pair.target is not None]
