"""Recall of TQ604 on the strangers that article pairs hold, by batch.

    python -m corpora.measure_detached [--split dev|test] [--batch NAME] [--engine NAME] [--show]

Errors of kind `detached`, written by people who had not seen what the checks do: how many TQ604 finds, how many as more than minor,
how many are the strongest of their article whatever is shown, and what it says of the same articles' other sentences and of the clean
twins. `--show` lists what is missed and what is wrong, of the development half alone. Batches that nobody looks at yet
(`tqcheck.bench.calibrate.NEW`) are left out unless they are named, and never shown.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import tqcheck
from tqcheck.bench.calibrate import NEW
from tqcheck.bench.items import Item, load_items
from tqcheck.checks.detached_strength import KINDS, features, strength
from tqcheck.model import Article, DocumentReport, Finding, Span

COLUMNS = ("strangers", "found", "major", "strongest", "false beside errors", "false in clean twins")


def read_items(split: str) -> list[Item]:
    """The article pairs of a split that hold strangers, and their clean twins."""
    items = [item for item in load_items([Path("corpora")]) if item.split == split]
    slugs = {_slug(item) for item in items if item.group == "articles" and _strangers(item)}
    return [item for item in items if item.group in ("articles", "clean-articles") and _slug(item) in slugs]


def measure(item: Item, engine: str) -> tuple[Counter[str], list[str]]:
    """Counts by column, and lines about what is missed or wrong."""
    ours, theirs = item.languages
    report = tqcheck.check(
        Path(item.job.path),
        Path(item.job.source_path),
        source_language=ours,
        target_language=theirs,
        engine=engine,
    )
    document, strangers = report.documents[0], _strangers(item)
    found = [finding for finding in document.findings if finding.code == "TQ604"]
    wrong = [finding for finding in found if not _any(finding.span, strangers)]
    counts = Counter({COLUMNS[4 if item.group == "articles" else 5]: len(wrong)})
    lines = [f"false: {_describe(finding)}" for finding in wrong]
    strongest = max(_strengths(document).items(), key=lambda pair: pair[1], default=(Span(0, 0), 0.0))[0]
    for span in strangers:
        hits = [finding for finding in found if _any(finding.span, [span])]
        heavy = any(finding.severity in ("major", "critical") for finding in hits)
        counts.update({"strangers": 1, "found": bool(hits), "major": heavy, "strongest": _any(strongest, [span])})
        lines += [f"found: {_describe(finding)}" for finding in hits]
        lines += [] if hits else [f"missed: {document.document.text[span.start : span.end]}"]
    return counts, lines


def _strengths(document: DocumentReport) -> dict[Span, float]:
    """Raw strength by place."""
    article = Article(
        translation=document.document,
        source=document.source,
        source_language=document.source_language,
        target_language=document.target_language,
        pairs=document.pairs,
    )
    judged = [pair for pair in article.pairs if pair.target is not None and pair.target.kind in KINDS]
    return {pair.target.span: strength(features(pair, article)) for pair in judged if pair.target is not None}


def _strangers(item: Item) -> list[Span]:
    return [gold.span for gold in item.gold if gold.kind == "detached"]


def _any(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _slug(item: Item) -> str:
    return item.id.rpartition("/")[0]


def _describe(finding: Finding) -> str:
    return f"{finding.severity} {finding.confidence} {finding.text}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--batch", action="append", default=[])
    parser.add_argument("--engine", default="none")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    totals = defaultdict[str, Counter[str]](Counter)
    for item in read_items(arguments.split):
        if item.batch not in arguments.batch if arguments.batch else item.batch in NEW:
            continue
        counts, lines = measure(item, arguments.engine)
        totals[item.batch].update(counts)
        if arguments.show and arguments.split == "dev" and item.batch not in NEW:
            print(*(f"{item.id}: {line}" for line in lines), sep="\n")
    print(f"| batch | {' | '.join(COLUMNS)} |\n| --- |{' --- |' * len(COLUMNS)}")
    for batch, counts in totals.items():
        print(f"| {batch} | {' | '.join(str(counts[column]) for column in COLUMNS)} |")


if __name__ == "__main__":
    main()
