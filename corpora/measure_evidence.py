"""What translating and scoring add to the whole tool: the table of docs/evidence.md.

    TQCHECK_CACHE=/tmp/evidence.sqlite python -m corpora.measure_evidence [--pairs pt-en,en-pt] [--half test] [--write docs/evidence.md]

Real machine translations of FLORES (`mt-outputs` of ../shared/data, not part of the repository) in documents of 25 sentences, clean
and with errors planted by the generators at a fixed seed. Every check runs, once with the embedded models alone and once with the
translators and scorers at hand. Each way keeps the findings above the lowest confidence at which the dev half (even sentences) has at
most half a major false alarm in 1000 clean words, so both are compared at the same number of alarms.
"""

from __future__ import annotations

import argparse
import html
import json
import lzma
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from corpora.generators.damage import plant
from corpora.generators.records import Corpus
from corpora.generators.records import Pair as Clean
from corpora.measure_rules import DATA, make_article
from tqcheck.config import Plan
from tqcheck.evidence import Engines, gather
from tqcheck.judge import judge_article
from tqcheck.model import Finding
from tqcheck.pipeline import default_engines, needed
from tqcheck.registry import Check
from tqcheck.selection import selected_checks
from tqcheck.text.segment import count_words

FAMILIES = (
    "number",
    "name",
    "negation",
    "modality",
    "addition",
    "participants",
    "word",
    "sense",
    "pronoun",
    "omission",
)
KINDS = {
    "number-changed": "changed number",
    "negation-dropped": "dropped negation",
    "last-quarter-dropped": "dropped last quarter",
    "name-replaced": "replaced name",
    "word-replaced": "replaced content word",
    "participant-added": "added participant",
    "names-exchanged": "swapped participants",
    "modality-changed": "modality",
    "pronoun-gender": "pronoun gender",
    "wrong-sense": "wrong sense",
}
SYSTEMS = ("google", "microsoft")
DOCUMENT = 25
MOST = 12
"""Planted errors of a kind in a half of a pair."""
ALARMS = 0.5
"""Major false alarms in 1000 words of clean text that a reader bears."""
SEED = 11
WAYS = {"none": "without", "auto": "with"}


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: the sentence it stands in, the damaged text and where."""

    kind: str
    row: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Score:
    """What one way of running the tool makes of one pair, by confidence: of planted errors the best finding, and all false alarms."""

    found: dict[str, list[float]]
    stray: list[float]
    alarms: list[float]
    words: int


def read_clean(languages: str, half: str) -> list[Clean]:
    """The sentences of one half, by system and number."""
    with lzma.open(DATA / "mt-outputs" / "flores-test.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Clean(
            identifier=f"{row['system']}/{row['seg_index']}",
            source=row["src"].strip(),
            target=html.unescape(row["mt"]).strip(),
            source_language=row["src_lang"],
            target_language=row["tgt_lang"],
        )
        for row in sorted(rows, key=lambda row: (row["system"], row["seg_index"]))
        if f"{row['src_lang']}-{row['tgt_lang']}" == languages
        and row["system"] in SYSTEMS
        and row["seg_index"] % 2 == (half == "test")
    ]


def plant_errors(clean: Sequence[Clean]) -> list[Planted]:
    """At most `MOST` of each kind."""
    rows = {pair.identifier: row for row, pair in enumerate(clean)}
    items: dict[str, list[Planted]] = defaultdict(list)
    for item in plant(Corpus(clean), FAMILIES, SEED):
        if item["kind"] in KINDS:
            row = rows[item["id"].removesuffix(f"/{item['kind']}")]
            items[item["kind"]].append(Planted(item["kind"], row, item["bad"], *item["span"]))
    return [item for kind in KINDS for item in sorted(_sample(items[kind]), key=lambda item: item.row)]


def _sample(items: list[Planted]) -> list[Planted]:
    return Random(SEED).sample(items, min(MOST, len(items)))


def documents(clean: Sequence[Clean], planted: Sequence[Planted]) -> Iterator[tuple[list[int], dict[int, Planted]]]:
    """(rows of a document, its errors by row): each document first clean, then as often as its errors need, every other row sound."""
    for low in range(0, len(clean), DOCUMENT):
        rows = list(range(low, min(low + DOCUMENT, len(clean))))
        yield rows, {}
        left = [item for item in planted if item.row in rows]
        while left:
            errors: dict[int, Planted] = {}
            for item in list(left):
                if item.row not in errors and len(errors) < len(rows) // 2:
                    errors[item.row] = item
                    left.remove(item)
            yield rows, errors


def measure(clean: Sequence[Clean], planted: Sequence[Planted], checks: dict[str, Check], engines: Engines) -> Score:
    """Run every check over every document."""
    score = Score(defaultdict(list), [], [], sum(count_words(pair.target, pair.target_language) for pair in clean))
    languages = clean[0].source_language, clean[0].target_language
    plan = Plan(source_language=languages[0], target_language=languages[1])
    for rows, errors in documents(clean, planted):
        texts = [errors[row].text if row in errors else clean[row].target for row in rows]
        article = make_article([(clean[row].source, text) for row, text in zip(rows, texts, strict=True)], *languages)
        (measured,), _ = gather([article], needed(checks, plan), engines)
        starts = [pair.target.span.start for pair in measured.pairs if pair.target]
        heavy = [item for item in judge_article(measured, checks, plan) if item.severity in ("major", "critical")]
        if not errors:
            score.alarms.extend(item.confidence for item in heavy)
            continue
        matched = set[int]()
        for row, error in errors.items():
            place = rows.index(row)
            near = [item for item in heavy if item.segment == place and _touches(item, error, starts[place])]
            matched.update(map(id, near))
            score.found[error.kind].append(max((item.confidence for item in near), default=0.0))
        score.stray.extend(item.confidence for item in heavy if id(item) not in matched)
    return score


def _touches(finding: Finding, error: Planted, offset: int) -> bool:
    start, end = finding.span.start - offset, finding.span.end - offset
    if error.kind == "last-quarter-dropped" and finding.code in ("TQ201", "TQ205", "TQ604"):
        return True
    if error.start == error.end:
        # something is gone: a finding on the word before or after points at the place
        left = error.text[: error.start].rstrip().rfind(" ") + 1
        right = error.text.find(" ", min(error.start + 1, len(error.text)))
        return start <= (right if right >= 0 else len(error.text)) and end >= left
    return (start < error.end and end > error.start) or (start == end and error.start <= start <= error.end)


def threshold(scores: Iterable[Score]) -> float:
    """The lowest confidence that keeps clean text at `ALARMS`."""
    pool = list(scores)
    allowed = int(ALARMS * sum(score.words for score in pool) / 1000)
    alarms = sorted((alarm for score in pool for alarm in score.alarms), reverse=True)
    return 0.5 if len(alarms) <= allowed else alarms[allowed] + 1e-6


def summarise(score: Score, least: float) -> dict[str, Any]:
    """Counts at a least confidence."""
    kinds = {kind: (sum(best >= least for best in score.found[kind]), len(score.found[kind])) for kind in KINDS}
    hits, count = (sum(pair[side] for pair in kinds.values()) for side in (0, 1))
    stray = sum(value >= least for value in score.stray)
    alarms = sum(value >= least for value in score.alarms)
    return {
        "kinds": kinds,
        "recall": hits / max(count, 1),
        "precision": hits / max(hits + stray, 1),
        "alarms": 1000 * alarms / score.words,
        "errors": count,
    }


def table(results: dict[tuple[str, str], dict[str, Any]], pairs: Sequence[str]) -> str:
    """Markdown: a row a kind, two columns a pair of languages."""
    heads = [f"{pair} {WAYS[way]}" for pair in pairs for way in WAYS]
    lines = ["| | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(heads)]
    columns = [results[pair, way] for pair in pairs for way in WAYS]
    for kind, name in KINDS.items():
        cells = [f"{hit}/{count}" if count else "-" for hit, count in (column["kinds"][kind] for column in columns)]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    for name, key, form in (("recall", "recall", ".0%"), ("precision", "precision", ".0%")):
        lines.append(f"| **{name}** | " + " | ".join(f"{column[key]:{form}}" for column in columns) + " |")
    lines.append(
        "| major false alarms in 1000 clean words | "
        + " | ".join(f"{column['alarms']:.2f}" for column in columns)
        + " |"
    )
    return "\n".join(lines)


def main() -> None:
    """Measure the dev half for the confidences, then the half asked for."""
    parser = argparse.ArgumentParser(prog="python -m corpora.measure_evidence", description=__doc__)
    parser.add_argument("--pairs", default="pt-en,en-pt,es-en,fr-en")
    parser.add_argument("--half", default="test", choices=("dev", "test"))
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    pairs, results = given.pairs.split(","), dict[tuple[str, str], dict[str, Any]]()
    scores: dict[tuple[str, str, str], Score] = {}
    for way in WAYS:
        plan = Plan(engine=way)
        checks = selected_checks(plan)
        engines = default_engines(plan, needed(checks, plan))
        for half in dict.fromkeys(("dev", given.half)):
            for pair in pairs:
                began, clean = time.process_time(), read_clean(pair, half)
                scores[way, half, pair] = measure(clean, plant_errors(clean), checks, engines)
                print(f"{way} {half} {pair}: {time.process_time() - began:.0f} CPU s", file=sys.stderr, flush=True)
        least = threshold(scores[way, "dev", pair] for pair in pairs)
        print(f"{way}: findings of confidence {least:.2f} or more", file=sys.stderr)
        results |= {(pair, way): summarise(scores[way, given.half, pair], least) for pair in pairs}
    text = table(results, pairs)
    print(text)
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        before, _, rest = page.partition("<!-- table -->\n")
        after = rest.partition("<!-- end -->")[2]
        given.write.write_text(f"{before}<!-- table -->\n{text}\n<!-- end -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
