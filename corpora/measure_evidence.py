"""What translating and scoring add to the whole tool: the table of docs/evidence.md.

    TQCHECK_CACHE=/tmp/evidence.sqlite python -m corpora.measure_evidence [--pairs pt-en,en-pt] [--half test] [--write docs/evidence.md]

Real machine translations of FLORES (`mt-outputs` of ../shared/data, not part of the repository) in documents of 25 sentences, clean
and with errors planted by the generators at a fixed seed. Every check runs, once with the embedded models alone and once with the
translators and scorers at hand. Counted is what the gate counts unless told otherwise: major findings of its least confidence.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from corpora.evidence_items import CLEAN_SYSTEM, KINDS, Planted, documents, plant_errors, read_clean
from corpora.generators.records import Pair as Clean
from corpora.rules.articles import make_article
from tqcheck.company import LEAST_SHOWN
from tqcheck.config import Plan
from tqcheck.evidence import Engines, gather
from tqcheck.judge import LEAST_MAJOR, judge_article
from tqcheck.model import Finding
from tqcheck.pipeline import default_engines, needed
from tqcheck.registry import Check
from tqcheck.selection import selected_checks
from tqcheck.text.segment import count_words

BUDGET = 0.5
"""False alarms in 1000 clean words at which both ways are compared, all pairs together."""
WAYS = {"none": "without", "auto": "with"}


Strength = tuple[str, float]
"""The code and the confidence of a finding."""


@dataclass(frozen=True, slots=True)
class Score:
    """Findings of one way of running the tool on one pair: at planted errors by kind, beside them, on clean text."""

    found: list[tuple[str, list[Strength]]]
    stray: list[Strength]
    alarms: list[Strength]
    words: int


def measure(clean: Sequence[Clean], planted: Sequence[Planted], checks: dict[str, Check], engines: Engines) -> Score:
    """Run every check over every document."""
    sound = {row for row, pair in enumerate(clean) if pair.identifier.startswith(CLEAN_SYSTEM)}
    score = Score([], [], [], sum(count_words(clean[row].target, clean[row].target_language) for row in sound))
    languages = clean[0].source_language, clean[0].target_language
    plan = Plan(source_language=languages[0], target_language=languages[1])
    for rows, errors in documents(clean, planted):
        texts = [errors[row].text if row in errors else clean[row].target for row in rows]
        article = make_article([replace(clean[row], target=text) for row, text in zip(rows, texts, strict=True)])
        (measured,), _ = gather([article], needed(checks, plan), engines)
        starts = [pair.target.span.start for pair in measured.pairs if pair.target]
        shown = [item for item in judge_article(measured, checks, plan) if item.severity != "neutral"]
        if not errors:
            score.alarms.extend((item.code, item.confidence) for item in shown if rows[item.segment] in sound)
            continue
        matched = set[int]()
        for row, error in errors.items():
            place = rows.index(row)
            near = [item for item in shown if item.segment == place and _touches(item, error, starts[place])]
            matched.update(map(id, near))
            score.found.append((error.kind, [(item.code, item.confidence) for item in near]))
        score.stray.extend((item.code, item.confidence) for item in shown if id(item) not in matched)
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


def summarise(score: Score, least: float) -> dict[str, Any]:
    """Counts at a least confidence."""
    best = [(kind, max((confidence for _, confidence in items), default=0.0)) for kind, items in score.found]
    kinds = {
        kind: (sum(name == kind and value >= least for name, value in best), sum(name == kind for name, _ in best))
        for kind in KINDS
    }
    hits, count = (sum(pair[side] for pair in kinds.values()) for side in (0, 1))
    stray = sum(confidence >= least for _, confidence in score.stray)
    alarms = sum(confidence >= least for _, confidence in score.alarms)
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
    major = [f"{column['major'][0]:.0%} ({column['major'][1]:.1f})" for column in columns]
    lines.append(
        "| false alarms in 1000 clean words | " + " | ".join(f"{column['alarms']:.2f}" for column in columns) + " |"
    )
    lines.append("| recall (alarms) of major findings | " + " | ".join(major) + " |")
    return "\n".join(lines)


def affordable(scores: Sequence[Score]) -> float:
    """The least confidence from which there are at most :data:`BUDGET` false alarms in 1000 clean words of all these together."""
    sure = sorted((confidence for score in scores for _, confidence in score.alarms), reverse=True)
    allowed = int(BUDGET * sum(score.words for score in scores) / 1000)
    return LEAST_SHOWN if len(sure) <= allowed else sure[allowed] + 0.001


def describe_alarms(scores: dict[tuple[str, str, str], Score], pairs: Sequence[str], half: str) -> str:
    """How many false alarms there are over all pairs, which single ones make little of."""
    parts = []
    for way, name in WAYS.items():
        held = [scores[way, half, pair] for pair in pairs]
        least = affordable(held)
        some, major = (
            sum(sure >= bound for score in held for _, sure in score.alarms) for bound in (least, LEAST_MAJOR)
        )
        parts.append(f"{name} a translator {some} from a confidence of {least:.2f} on, {major} of them major")
    words = sum(scores["none", half, pair].words for pair in pairs)
    return f"False alarms in {words:,} clean words: {'; '.join(parts)}."


def load_scores(path: Path | None) -> dict[tuple[str, str, str], Score]:
    """What an earlier run kept: way, half and pair -> score."""
    rows = json.loads(path.read_text(encoding="utf-8")) if path and path.exists() else []
    return {tuple(row["key"]): Score(row["found"], row["stray"], row["alarms"], row["words"]) for row in rows}


def save_scores(path: Path | None, scores: dict[tuple[str, str, str], Score]) -> None:
    """Keep them for `load_scores`."""
    if path:
        path.write_text(json.dumps([{"key": key, **asdict(score)} for key, score in scores.items()]), encoding="utf-8")


def _make_tool(way: str) -> tuple[dict[str, Check], Engines]:
    plan = Plan(engine=way)
    checks = selected_checks(plan)
    return checks, default_engines(plan, needed(checks, plan))


def main() -> None:
    """Measure the half asked for, both ways."""
    parser = argparse.ArgumentParser(prog="python -m corpora.measure_evidence", description=__doc__)
    parser.add_argument("--pairs", default="pt-en,en-pt,es-en,fr-en")
    parser.add_argument("--half", default="test", choices=("dev", "test"))
    parser.add_argument("--write", type=Path, help="the page whose table is replaced")
    parser.add_argument(
        "--results",
        type=Path,
        help="keep the findings here, and start from them if the file is there",
    )
    given = parser.parse_args()
    pairs, results = given.pairs.split(","), dict[tuple[str, str], dict[str, Any]]()
    scores = load_scores(given.results)
    tools = {way: _make_tool(way) for way in WAYS}
    for pair, half, way in product(pairs, (given.half,), WAYS):
        if (way, half, pair) not in scores:
            began, clean = time.process_time(), read_clean(pair, half)
            scores[way, half, pair] = measure(clean, plant_errors(clean), *tools[way])
            print(f"{way} {half} {pair}: {time.process_time() - began:.0f} CPU s", file=sys.stderr, flush=True)
            save_scores(given.results, scores)
    for way in WAYS:
        least = affordable([scores[way, given.half, pair] for pair in pairs])
        for pair in pairs:
            major = summarise(scores[way, given.half, pair], LEAST_MAJOR)
            found = summarise(scores[way, given.half, pair], least)
            results[pair, way] = found | {"major": (major["recall"], major["alarms"])}
    text = "\n\n".join([table(results, pairs), describe_alarms(scores, pairs, given.half)])
    print(text)
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        before, _, rest = page.partition("<!-- table -->\n")
        after = rest.partition("<!-- end -->")[2]
        given.write.write_text(f"{before}<!-- table -->\n{text}\n<!-- end -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
