"""The development half of `corpora` as records: good translations with few, planted errors, as checks meet them.

Confidences fitted on machine translation alone are too high for texts that people wrote. What is reported to be right is measured by
`python -m training.written`: what TQ601 shows on these texts, and how much of it is right.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tqcheck.bench.items import Gold, load_items
from tqcheck.checks.quality import shown
from tqcheck.config import Plan
from tqcheck.jobs import read_article
from tqcheck.model import PROSE, Segment, Skipped
from tqcheck.quality import load
from tqcheck.quality.embedding import LowerLayerEmbedder
from tqcheck.quality.network import Network
from tqcheck.quality.pieces import Vocabulary
from tqcheck.text.segment import count_words
from training.corpora import Record
from training.outputs import Output, outputs
from training.paths import ROOT, SHIPPED

CORPORA = ROOT.parent / "corpora"
PARTS = ("articles", "putin-illusion", "clean", *(f"suite/TQ{code}.jsonl" for code in (201, 202, 601, 602, 603, 701)))
MECHANICAL = ("TQ3", "TQ8")


def written() -> Iterator[Record]:
    """Every aligned prose sentence once, with the known errors of meaning as `spans` (code points of `mt`)."""
    embedder = LowerLayerEmbedder(Vocabulary(SHIPPED), Network(SHIPPED, 1), "")
    seen: set[tuple[str, str, str]] = set()
    for item in load_items([CORPORA / part for part in PARTS]):
        plan = Plan(source_language=item.languages[0], target_language=item.languages[1], settings=item.settings)
        read = Skipped("", "", "") if item.split != "dev" else read_article(item.job, plan, embedder)
        if isinstance(read, Skipped):
            continue
        for number, pair in enumerate(read[0].pairs):
            if pair.source is None or pair.target is None or pair.target.kind not in PROSE:
                continue
            key = (item.languages[1], pair.source.text, pair.target.text)
            if key not in seen and pair.target.text.strip():
                seen.add(key)
                languages = {"src_lang": pair.source_language, "tgt_lang": pair.target_language}
                spans = [span for gold in item.gold for span in locate(pair.target, gold)]
                text = {"src": pair.source.text, "mt": pair.target.text}
                yield {"id": f"{item.id}/{number}", "group": item.group, **text, **languages, "spans": spans}


def locate(segment: Segment, gold: Gold) -> Iterator[dict[str, object]]:
    """Where a known error of meaning stands in a segment; nothing where words are missing or it stands elsewhere."""
    if gold.code.startswith(MECHANICAL) or gold.whole:
        return
    places = [segment.locate(index, index + 1).start for index in range(len(segment.text))]
    inside = [index for index, place in enumerate(places) if gold.span.start <= place < gold.span.end]
    if inside:
        yield {"start": inside[0], "end": inside[-1] + 1, "severity": gold.severity, "code": gold.code}


def judge(found: list[Output], folder: Path) -> None:
    """Print what TQ601 would show, by group."""
    estimator = load(folder).estimator
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for output in found:
        record, row = output.record, counts[output.record["group"]]
        languages = (record["src_lang"], record["tgt_lang"])
        texts = (record["src"], record["mt"])
        examined = estimator.judge(texts, (output.source, output.target), output.raw, None, languages)
        right = [
            any(g["start"] < span.end and g["end"] > span.start for g in record["spans"])
            for span in shown(examined.quality, record["mt"])
        ]
        row[0] += count_words(record["mt"], record["tgt_lang"])
        row[1] += len(record["spans"])
        row[2] += sum(right)
        row[3] += len(right) - sum(right)
    print("| group | words | known errors | shown and right | shown and wrong |\n| --- | --- | --- | --- | --- |")
    for group, row in sorted(counts.items()):
        print(f"| {group} | {' | '.join(map(str, row))} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    options = parser.parse_args()
    judge(outputs("written", options.folder, 100_000), options.folder)


if __name__ == "__main__":
    main()
