"""Alignment measured on disturbed documents: `python -m corpora.measure_alignment` (see --help).

Each ntrex128 document's sentences are joined into paragraphs; 5 % of them are deleted on either side, 10 % merged with the next on
one side, and one paragraph is moved. Gold links join merged units that share a sentence; F1 is over links, per language.
Deletions count as found where a pair with nothing on the other side (TQ201, TQ202) covers most of the sentence, or one of two sentences
that were left over in the same place and have nothing in common (TQ604).
The path was tuned on `--every 6`, the second look on the development half; `--every 6 --first 3` are in neither.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tqcheck.align import align_documents
from tqcheck.company import LEAST_SHOWN
from tqcheck.engines.base import Embedder
from tqcheck.model import Document, Pair, Run, Segment
from tqcheck.quality import load

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
Corpus = dict[str, dict[str, list[tuple[str, str]]]]
LEFT_OVER = 0.001
"""Confidence of the aligner up to which a pair is two sentences that stand in the same place and are left over on either side."""


@dataclass
class Disturbed:
    """One side of a document after the disturbance: its text, the span of each unit, the sentences of each unit."""

    document: Document
    units: list[tuple[int, int, frozenset[int]]]


@dataclass
class Counts:
    right: int = 0
    found: int = 0
    gold: int = 0
    gaps: dict[str, list[int]] = field(default_factory=lambda: {"TQ201": [0] * 4, "TQ202": [0] * 4})


def read_documents(data: Path) -> Corpus:
    """Language -> document -> (English, translation) sentences; sr comes in two scripts."""
    languages: Corpus = defaultdict(lambda: defaultdict(list))
    for name in ("all", "all-Cyrl", "all-Latn"):
        with lzma.open(data / "ntrex128" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                language = "-".join(filter(None, (record["tgt_lang"], record.get("script", ""))))
                languages[language][record["doc"]].append((record["src"], record["ref"]))
    return languages


def disturb(sentences: list[tuple[str, str]], rng: random.Random) -> tuple[Disturbed, Disturbed]:
    """Both sides, disturbed as the module says."""
    paragraphs, index = [], 0
    while index < len(sentences):
        last = min(index + rng.randint(1, 4), len(sentences))
        ended = [place for place in range(index, last) if sentences[place][0].rstrip("\"'”’)")[-1:] not in ".?!:"]
        last = max(index + 1, min([last, *ended]))  # a headline has no stop and stands alone
        paragraphs.append(list(range(index, last)))
        index = last
    order = list(range(len(paragraphs)))
    if len(order) > 2:
        moved = order.pop(rng.randrange(len(order)))
        order.insert(rng.choice([place for place in range(len(order) + 1) if abs(place - moved) > 0]), moved)
    source = _side([[(i, sentences[i][0]) for i in paragraph] for paragraph in paragraphs], rng)
    target = _side([[(i, sentences[i][1]) for i in paragraphs[place]] for place in order], rng)
    return source, target


def _side(paragraphs: list[list[tuple[int, str]]], rng: random.Random) -> Disturbed:
    text, blocks, units = "", [], []
    for paragraph in paragraphs:
        kept = [one for one in paragraph if rng.random() >= 0.05]
        groups: list[list[tuple[int, str]]] = []
        for one in kept:
            if groups and len(groups[-1]) == 1 and rng.random() < 0.1:
                groups[-1].append(one)
            else:
                groups.append([one])
        if not groups:
            continue
        start = len(text)
        for group in groups:
            if len(text) > start:
                text += " "
            begin = len(text)
            text += "; ".join([*(sentence.rstrip(".。") for _, sentence in group[:-1]), group[-1][1]])
            units.append((begin, len(text), frozenset(number for number, _ in group)))
        blocks.append(Segment(text=text[start:], runs=(Run(0, len(text) - start, start, len(text) - start),)))
        text += "\n\n"
    return Disturbed(Document(path="side", text=text, blocks=tuple(blocks), format="text"), units)


def score(source: Disturbed, target: Disturbed, pairs: tuple[Pair, ...], counts: Counts) -> None:
    """Add one document's links and gaps to the counts.

    A pair may hold several units where the segmenter keeps them together (inside a quotation): then each unit needs a partner in the
    pair, and each without one is a false link.
    """
    gold = {
        (a, b)
        for a, (_, _, ours) in enumerate(source.units)
        for b, (_, _, theirs) in enumerate(target.units)
        if ours & theirs
    }
    found = set[tuple[int, int]]()
    for pair in pairs:
        ours, theirs = set(units_of(pair.source, source)), set(units_of(pair.target, target))
        links = {(a, b) for a, b in gold if a in ours and b in theirs}
        found |= links
        if ours and theirs:
            counts.found += len(ours - {a for a, _ in links}) + len(theirs - {b for _, b in links}) if links else 1
    counts.right += len(found)
    counts.found += len(found)
    counts.gold += len(gold)
    for code, side, other, at in (("TQ201", source, target, 0), ("TQ202", target, source, 1)):
        there = frozenset().union(*(numbers for _, _, numbers in other.units)) if other.units else frozenset()
        lost = {number for _, _, numbers in side.units for number in numbers - there}
        alone = [pair for pair in pairs if _reported(pair, at)]
        single = [(pair.source, pair.target)[at] for pair in alone]
        flagged = {unit for segment in single for unit in units_of(segment, side)}
        tally = counts.gaps[code]
        tally[0] += sum(bool(side.units[unit][2] & lost) for unit in flagged)
        tally[1] += len(flagged)
        whole = {unit for unit, (_, _, numbers) in enumerate(side.units) if numbers and numbers <= lost}
        tally[2] += len(whole)
        tally[3] += len(whole & flagged)


def _reported(pair: Pair, at: int) -> bool:
    if (pair.target, pair.source)[at] is None:
        return pair.confidence >= LEAST_SHOWN
    return pair.confidence <= LEFT_OVER


def units_of(segment: Segment | None, side: Disturbed) -> Iterator[int]:
    """Units of which the segment covers a third, or that cover a third of the segment."""
    if segment is None:
        return
    span = segment.span
    for number, (start, end, _) in enumerate(side.units):
        shared = min(span.end, end) - max(span.start, start)
        if shared * 3 >= min(end - start, span.end - span.start):
            yield number


def measure_alignment(data: Path, embedder: Embedder | None, only: list[str], every: int = 1, first: int = 0) -> None:
    """Print a table: F1; how many of the gaps reported hold a deletion, and how many of the sentences deleted are reported."""
    rows, gaps = list[float](), [0] * 4
    print(
        "| language | F1 | right of reported | found of deleted | precision | recall |\n| --- | --- | --- | --- | --- | --- |"
    )
    for language, documents in sorted(read_documents(data).items()):
        if only and language not in only:
            continue
        counts = Counts()
        for name, sentences in sorted(documents.items())[first::every]:
            source, target = disturb(sentences, random.Random(f"{language} {name}"))
            alignment = align_documents(source.document, target.document, "en", language.split("-")[0], embedder)
            score(source, target, alignment.pairs, counts)
        own = [sum(counts.gaps[code][at] for code in counts.gaps) for at in range(4)]
        gaps = [one + other for one, other in zip(gaps, own, strict=True)]
        rows.append(_f1(counts))
        print(_row(language, rows[-1], own), flush=True)
    print(_row("all", sum(rows) / len(rows), gaps), f"lowest F1 {min(rows):.4f}")


def _f1(counts: Counts) -> float:
    precision, recall = counts.right / max(1, counts.found), counts.right / counts.gold
    return 2 * precision * recall / (precision + recall)


def _row(name: str, f1: float, gaps: list[int]) -> str:
    right, reported, lost, found = gaps
    precision, recall = right / max(1, reported), found / max(1, lost)
    return f"| {name} | {f1:.4f} | {right} of {reported} | {found} of {lost} | {precision:.3f} | {recall:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--language", action="append", default=[])
    parser.add_argument("--every", type=int, default=1, help="only every n-th document")
    parser.add_argument("--first", type=int, default=0, help="the first document that counts")
    parser.add_argument("--without-model", action="store_true", help="align by lengths and anchors alone")
    arguments = parser.parse_args()
    embedder = None if arguments.without_model else load().embedder
    measure_alignment(arguments.data, embedder, arguments.language, arguments.every, arguments.first)


if __name__ == "__main__":
    main()
