"""What the probes find on FLORES with planted errors, and what they say of clean text: the table of docs/engines.md.

    TQCHECK_CACHE=/tmp/cache.sqlite python -m corpora.measure_engines ../shared/data/mt-outputs/flores-test.jsonl.xz pt-en odd

Sentences with an even number are the half margins were set on, those with an odd number the half they are reported on.
"""

from __future__ import annotations

import html
import json
import lzma
import os
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

from corpora.generators.damage import plant
from corpora.generators.records import Corpus
from corpora.generators.records import Pair as Clean
from tqcheck.cache import ResultCache, default_path
from tqcheck.checks.back_translation import back_translation_divergence
from tqcheck.checks.probe_hits import added_words, lost_words
from tqcheck.evidence import Engines, gather
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.registry import Context

FAMILIES = ["number", "name", "negation", "modality", "addition", "participants", "word", "pronoun"]
SYSTEMS = ("google", "microsoft")
MOST = int(os.environ.get("MOST", "12"))
MOST_CLEAN = 5 * MOST


def read_clean(path: Path, pair: str, half: str) -> list[Clean]:
    found, seen = [], set()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if f"{row['src_lang']}-{row['tgt_lang']}" != pair or row["seg_index"] % 2 != (half == "odd"):
                continue
            texts = {"human": row["ref"]} | (
                {row["system"]: html.unescape(row["mt"])} if row["system"] in SYSTEMS else {}
            )
            for system, text in texts.items():
                name = f"{'human' if system == 'human' else 'machine'}/{system}/{row['seg_index']}"
                if name not in seen and 50 <= len(text) <= 190:
                    seen.add(name)
                    found.append(
                        Clean(
                            identifier=name,
                            source=row["src"].strip(),
                            target=text.strip(),
                            source_language=row["src_lang"],
                            target_language=row["tgt_lang"],
                        )
                    )
    return found


def hits(article: Article) -> list[list[tuple[int, int]]]:
    context = Context(source_language=article.source_language, target_language=article.target_language, article=article)
    checks = (lambda pair, context: back_translation_divergence.judge(pair, context), added_words, lost_words)
    return [[(hit.start, hit.end) for check in checks for hit in check(pair, context)] for pair in article.pairs]


def make_article(items: list[tuple[str, str]], languages: str) -> Article:
    source, _, target = languages.partition("-")

    def segment(text: str) -> Segment:
        return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))

    pairs = tuple(
        Pair(source=segment(read), target=segment(given), source_language=source, target_language=target)
        for read, given in items
    )
    document = Document(path="flores", text="", blocks=(), format="plain")
    return Article(translation=document, source=document, source_language=source, target_language=target, pairs=pairs)


def main() -> None:
    path, languages, half = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    clean = read_clean(path, languages, half)
    for kind in ("machine", "human"):
        own = [pair for pair in clean if pair.identifier.startswith(kind)]
        Random(5).shuffle(own)
        planted = defaultdict(list)
        for item in plant(Corpus(own), FAMILIES, 11):
            planted[item["kind"]].append((item["source"], item["bad"], item["span"]))
        rows = [("clean", pair.source, pair.target, None) for pair in own[:MOST_CLEAN]]
        for name, items in sorted(planted.items()):
            Random(5).shuffle(items)
            rows += [(name, source, bad, span) for source, bad, span in items[:MOST]]
        article = make_article([(source, given) for _, source, given, _ in rows], languages)
        (measured,), _ = gather([article], frozenset({"likelihood"}), Engines(cache=ResultCache(default_path())))
        report(kind, rows, hits(measured))


def report(kind: str, rows: list[tuple[str, str, str, list[int] | None]], found: list[list[tuple[int, int]]]) -> None:
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for (name, _, given, span), places in zip(rows, found, strict=True):
        at_place = span is not None and any(start <= span[1] and end >= span[0] for start, end in places)
        tally[name] = [
            tally[name][0] + 1,
            tally[name][1] + (at_place if span else len(places)),
            tally[name][2] + len(given.split()),
        ]
    for name, (count, hit, words) in sorted(tally.items()):
        what = f"{hit} findings in {words} words" if name == "clean" else f"found {hit} of {count}"
        print(f"{kind:8} {name:24} {what}")


if __name__ == "__main__":
    main()
