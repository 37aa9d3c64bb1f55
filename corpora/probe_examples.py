"""Examples for the strengths of probes: every edit that both models gain by on development texts, and whether it is right.

FLORES as two systems translate it, clean and with planted errors, and as people did; sentences with two participants, sound and exchanged;
the dev articles of this repository. An edit is right where it touches an error, wrong elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from corpora.evidence_items import Planted, documents, plant_errors, read_clean
from corpora.generators.records import Pair as Clean
from corpora.rules.articles import make_article
from tqcheck.bench.items import Item, load_items
from tqcheck.checks.probe_candidates import Candidate, source_candidates, translation_candidates
from tqcheck.checks.probes import is_choice
from tqcheck.config import Plan
from tqcheck.evidence import Engines, gather
from tqcheck.jobs import read_article
from tqcheck.model import Article, Pair, Skipped
from tqcheck.pipeline import default_engines, needed
from tqcheck.registry import Need
from tqcheck.selection import selected_checks

PARTICIPANTS = Path("corpora/probes/participants.tsv")
"""Sentences written for this project in which somebody does something to somebody."""
MOST = 12
"""Planted errors of a kind in the translations of a system."""
LANGUAGES = {"pt", "es", "fr", "it", "ca"}
"""Languages of articles that the extra `pt` and Debian's packages score from or into English."""

FAULTY = ("always here the sound", "organgatuangs", "eathquake", "últil também")
"""Of FLORES sentences with a slip that nobody planted: they are left out."""

_NEAR = 24
"""Characters between a place where something was dropped and the phrase that would mend it."""

Example = tuple[Candidate, bool]
Document = tuple[list[int], dict[int, Planted], Article]


def planted_examples(document: Document) -> Iterator[Example]:
    """Of a document with planted errors, those that touch one; of a clean one, all."""
    rows, errors, article = document
    for place, pair in enumerate(article.pairs):
        error = errors.get(rows[place])
        texts = (pair.source.text if pair.source else "", pair.target.text if pair.target else "")
        if (errors and error is None) or any(fault in text for fault in FAULTY for text in texts):
            continue
        for candidate in _chosen(pair, article):
            touches = error is not None and _touches(candidate, error, pair)
            if error is None or touches:
                yield candidate, touches
        for candidate in source_candidates(pair, article):
            touches = error is not None and _is_cause(candidate, error, pair)
            if error is None or touches:
                yield candidate, touches


def article_examples(item: Item, article: Article) -> Iterator[Example]:
    """Of an article with marked errors, or of its clean twin."""
    for pair in article.pairs:
        if pair.source is None or pair.target is None:
            continue
        whole = pair.target.locate(0, len(pair.target.text))
        for candidate in _chosen(pair, article):
            if candidate.kind == "phrase":
                continue
            span = pair.target.locate(candidate.probe.start, candidate.probe.end)
            yield candidate, any(gold.span.overlaps(span) for gold in item.gold if gold.span.end > gold.span.start)
        codes = {gold.code for gold in item.gold if gold.span.overlaps(whole)}
        phrases = (item for item in translation_candidates(pair, article) if item.kind == "phrase")
        for candidate in (*source_candidates(pair, article), *phrases):
            yield candidate, ("TQ603" if candidate.kind == "negation" else "TQ201") in codes


def _chosen(pair: Pair, article: Article) -> Iterator[Candidate]:
    return (item for item in translation_candidates(pair, article) if not is_choice(item.probe, pair, article))


def _touches(candidate: Candidate, error: Planted, pair: Pair) -> bool:
    if candidate.kind == "phrase":
        return error.kind == "last-quarter-dropped" and abs(candidate.probe.start - error.start) <= _NEAR
    return error.start < error.end and candidate.probe.start < error.end and candidate.probe.end > error.start


def _is_cause(candidate: Candidate, error: Planted, pair: Pair) -> bool:
    """Whether what the source lost is what was planted: a negation, or words of its last part."""
    if candidate.kind == "negation":
        return error.kind == "negation-dropped"
    late = pair.source is not None and candidate.probe.end > 0.6 * len(pair.source.text)
    return error.kind == "last-quarter-dropped" and late


def measure_planted(languages: str, system: str) -> list[Document]:
    """The dev half of a pair in documents, clean and damaged, with what the engines measure."""
    clean = read_clean(languages, "dev", (system,))
    made = [
        (rows, errors, make_article(damaged(clean, rows, errors)))
        for rows, errors in documents(clean, plant_errors(clean, MOST))
    ]
    return [(rows, errors, _measure(article)) for rows, errors, article in made]


def damaged(clean: Sequence[Clean], rows: Sequence[int], errors: dict[int, Planted]) -> list[Clean]:
    """The sentences of some rows, those with an error as it leaves them."""
    return [replace(clean[row], target=errors[row].text) if row in errors else clean[row] for row in rows]


def measure_participants(languages: str) -> list[Document]:
    """Sentences written for this project in which somebody does something to somebody: sound, and with the two exchanged."""
    with PARTICIPANTS.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["languages"] == languages]
    source, target = languages.split("-")
    sound = [
        Clean(
            identifier=f"participants/{row}",
            source=item["source"],
            target=item["sound"],
            source_language=source,
            target_language=target,
        )
        for row, item in enumerate(rows)
    ]
    errors = {
        row: Planted("names-exchanged", row, item["exchanged"], 0, len(item["exchanged"]))
        for row, item in enumerate(rows)
    }
    numbers = list(range(len(rows)))
    return [
        (numbers, planted, _measure(make_article(damaged(sound, numbers, planted)))) for planted in ({}, errors) if rows
    ]


def measure_articles() -> list[tuple[Item, Article]]:
    """The dev articles that the engines at hand score."""
    items = [
        item
        for item in load_items([Path("corpora/articles"), Path("corpora/clean")])
        if item.split == "dev" and "en" in item.languages and LANGUAGES & {*item.languages}
    ]
    found = []
    for item in items:
        read = read_article(item.job, Plan(source_language=item.languages[0], target_language=item.languages[1]))
        if not isinstance(read, Skipped):
            found.append((item, _measure(read[0])))
    return found


def _measure(article: Article) -> Article:
    needs, engines = _tool()
    (measured,), _ = gather([article], needs, engines)
    return measured


@cache
def _tool() -> tuple[frozenset[Need], Engines]:
    """What all checks need, and engines that stay: each model is loaded and each process started once."""
    plan = Plan()
    needs = needed(selected_checks(plan), plan)
    return needs, default_engines(plan, needs)
