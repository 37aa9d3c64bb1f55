"""Words added and left out inside a sentence, against raters: `python -m corpora.measure_omissions`.

Sentences of the human and the best systems of mqm-newstest2020, each rated by two or more people; a sentence is positive where any
of them marked Accuracy/Omission or Accuracy/Addition. Signals: the quality model's omitted words; a content word without a word link in a
sentence that is shorter (omission) or longer (addition) than the others make one expect. Only what the checks report is `shipped`.
Published beside it: contrastive conditioning (Vamvas and Sennrich 2022), precision of its spans judged by hand.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from corpora.measure_alignment import DATA
from tqcheck.align.words import compare_words
from tqcheck.checks.omission import addition, omission
from tqcheck.model import Article, Document, Evidence, Pair, Run, Segment, Span
from tqcheck.quality import load
from tqcheck.registry import Check, Context
from tqcheck.text.function_words import closed_classes
from tqcheck.text.segment import words

SYSTEMS = {
    "en-de": ("Human-A.0", "Human-B.0", "Human-P.0", "OPPO.1535", "Tohoku-AIP-NTT.890"),
    "zh-en": ("Human-A.0", "Human-B.0", "Huoshan_Translate.919", "WeChat_AI.1525", "Tencent_Translation.1249"),
}
PUBLISHED = {"en-de": (0.077, 0.397), "zh-en": (0.120, 0.193)}
"""Human-checked precision of additions and of omissions."""


@dataclass(frozen=True)
class Judged:
    """A pair with its evidence, what raters marked, and its log length ratio less the median of its language pair."""

    pair: Pair
    added: bool
    lost: bool
    stretch: float = 0.0


def read_pairs(data: Path, languages: str, count: int) -> list[Judged]:
    """A random sample of sentences, in document order, with evidence."""
    rated: dict[tuple[str, str, str, int], list[dict[str, Any]]] = defaultdict(list)
    with lzma.open(data / "mqm-newstest2020" / "all.jsonl.xz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            pair = f"{record['src_lang']}-{record['tgt_lang']}"
            if pair == languages and record["system"] in SYSTEMS[pair]:
                rated[pair, record["system"], record["doc"], record["seg_index"]].append(record)
    keys = sorted(key for key, records in rated.items() if len(records) > 1)
    random.Random(5).shuffle(keys)
    chosen = [rated[key] for key in sorted(keys[:count], key=lambda key: (key[2], key[1], key[3]))]
    source, target = languages.split("-")
    pairs = [
        Pair(
            source=segment_of(records[0]["src"]),
            target=segment_of(records[0]["mt"]),
            source_language=source,
            target_language=target,
        )
        for records in chosen
    ]
    return _with_evidence(pairs, chosen)


def segment_of(text: str) -> Segment:
    """A text as a segment."""
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def _with_evidence(pairs: Sequence[Pair], records: Sequence[Sequence[dict[str, Any]]]) -> list[Judged]:
    model = load()
    texts = [(pair.source.text, pair.target.text) for pair in pairs if pair.source and pair.target]
    estimates = model.estimator.estimate(texts, pairs[0].source_language, pairs[0].target_language)
    compared = compare_words(pairs, model.embedder)
    ratios = [float(np.log(len(target) / len(source))) for source, target in texts]
    middle = float(np.median(ratios))
    return [
        Judged(
            replace(pair, evidence=Evidence(quality=quality, links=words.links, similarity=words.similarity)),
            _marked(rows, "Addition"),
            _marked(rows, "Omission"),
            ratio - middle,
        )
        for pair, rows, quality, words, ratio in zip(pairs, records, estimates, compared, ratios, strict=True)
    ]


def _marked(records: Sequence[dict[str, Any]], kind: str) -> bool:
    return any(span["category"] == f"Accuracy/{kind}" for record in records for span in record["spans"])


def unlinked(text: str, language: str, linked: set[int]) -> bool:
    """Whether a content word of four letters or more (two signs in Chinese) has no link."""
    closed = closed_classes(language)
    least = 2 if language == "zh" else 4
    return any(
        _is_content(text, span, closed.function | closed.participants, least)
        for span in words(text)
        if span.start not in linked
    )


def _is_content(text: str, span: Span, closed: frozenset[str], least: int) -> bool:
    word = text[span.start : span.end].casefold()
    return len(word) >= least and word.isalpha() and word not in closed


def added_by_links(item: Judged) -> bool:
    target = item.pair.target
    return target is not None and unlinked(
        target.text, item.pair.target_language, {link.target.start for link in item.pair.evidence.links or ()}
    )


def lost_by_links(item: Judged) -> bool:
    source = item.pair.source
    return source is not None and unlinked(
        source.text, item.pair.source_language, {link.source.start for link in item.pair.evidence.links or ()}
    )


def lost_by_model(item: Judged) -> bool:
    return item.pair.evidence.quality is not None and bool(item.pair.evidence.quality.omissions)


def shipped(judge: Check, items: Sequence[Judged]) -> Callable[[Judged], bool]:
    """Whether the check has a hit, without a translator; all sentences together are the article whose lengths are the norm."""
    blank = Document(path="", text="", blocks=(), format="txt")
    pairs = tuple(item.pair for item in items)
    languages = pairs[0].source_language, pairs[0].target_language
    article = Article(
        translation=blank, source=blank, source_language=languages[0], target_language=languages[1], pairs=pairs
    )
    context = Context(source_language=languages[0], target_language=languages[1], article=article)
    return lambda item: bool(list(judge.judge(item.pair, context)))


def table(items: Sequence[Judged], languages: str) -> None:
    """Print precision and recall of every signal by sentence."""
    lost, added = (np.array([getattr(item, name) for item in items]) for name in ("lost", "added"))
    print(f"| {languages} | {len(items)} sentences, {added.sum()} with additions, {lost.sum()} with omissions | | | |")
    rows: list[tuple[str, Any, list[bool]]] = [
        ("addition, shipped", added, list(map(shipped(addition, items), items))),
        ("omission, shipped", lost, list(map(shipped(omission, items), items))),
        ("omission, quality model", lost, [lost_by_model(item) for item in items]),
    ]
    for step in (0.15, 0.3):
        rows.append(
            (f"addition, unlinked and longer by {step}", added, [added_by_links(i) and i.stretch > step for i in items])
        )
        rows.append(
            (f"omission, unlinked and shorter by {step}", lost, [lost_by_links(i) and i.stretch < -step for i in items])
        )
    for name, gold, found in rows:
        right = int((gold & np.array(found)).sum())
        precision = f"{right / sum(found):.3f}" if any(found) else "-"
        print(f"| {languages} | {name} | {sum(found)} | {precision} | {right / max(1, gold.sum()):.3f} |")
    for kind, published in zip(("addition", "omission"), PUBLISHED[languages], strict=True):
        print(f"| {languages} | {kind}, published (spans, judged by hand) | | {published:.3f} | |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--count", type=int, default=400, help="sentences for each pair of languages")
    arguments = parser.parse_args()
    print("| | signal | sentences found | precision | recall |\n| --- | --- | --- | --- | --- |")
    for languages in SYSTEMS:
        table(read_pairs(arguments.data, languages, arguments.count), languages)


if __name__ == "__main__":
    main()
