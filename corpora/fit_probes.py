"""The weights of the probes' strengths: `tqcheck/checks/probe_strengths.toml`.

    python -m corpora.fit_probes [--pairs pt-en,en-pt,es-en,fr-en] [--measured FOLDER] --write tqcheck/checks/probe_strengths.toml

Development data alone: the dev half of FLORES (`mt-outputs` of ../shared/data, not part of the repository) as two systems translate it,
clean and with planted errors, and as people did; and the dev articles of this repository with a translator, clean and with errors. Every
edit that both models gain by is an example: right where it touches an error, wrong elsewhere. Logistic regression with a ridge; planted
errors count less than clean text, since articles have few. Some fifteen minutes of one core; `--measured` keeps what was measured.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

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

FEATURES = {
    "word": ("gain", "support", "link", "expected", "agreed", "freedom", "relayed"),
    "name": ("gain", "support", "link", "agreed", "freedom", "relayed"),
    "added": ("gain", "support", "link", "content", "names", "freedom", "relayed"),
    "lost": ("gain", "support", "link", "content", "linked", "ends", "restored", "agreed", "freedom", "relayed"),
    "negation": ("gain", "support", "linked", "agreed", "freedom", "relayed"),
    "modality": ("gain", "support", "agreed", "freedom", "relayed"),
    "gender": ("gain", "support", "agreed", "freedom", "relayed"),
    "figure": ("gain", "support", "agreed", "freedom", "relayed"),
    "phrase": ("gain", "support", "content", "freedom", "relayed"),
    "swap": ("gain", "support", "freedom", "relayed"),
}
"""Kind -> what its strength depends on (`Measures`)."""

DENSITY = 0.3
"""What a planted error counts, a clean place one: there are about three errors in a thousand words then."""
EXPECTED = {"gain": (0.7, 1.0), "support": (0.7, 1.0), "linked": (-1.0, 0.2), "base": (0.0, 0.05)}
"""Name of a weight -> what it is until the examples say otherwise, and how firmly; (0, .2) for the others."""
MOST = 12
"""Planted errors of a kind in the translations of a system."""
SYSTEMS = ("google", "microsoft", "")
"""Whose translations; "" = people's."""
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
        (rows, errors, make_article(_damaged(clean, rows, errors)))
        for rows, errors in documents(clean, plant_errors(clean, MOST))
    ]
    return [(rows, errors, _measure(article)) for rows, errors, article in made]


def _damaged(clean: Sequence[Clean], rows: Sequence[int], errors: dict[int, Planted]) -> list[Clean]:
    return [replace(clean[row], target=errors[row].text) if row in errors else clean[row] for row in rows]


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


def fit(examples: Sequence[Example], names: Sequence[str]) -> list[float]:
    """Weights, the base first: Newton's method in bounded steps on the logistic likelihood with a ridge."""
    rows = [[candidate.measures.features()[name] for name in names] for candidate, _ in examples]
    inputs: NDArray[np.float64] = np.column_stack([np.ones(len(rows)), np.array(rows)])
    right = np.array([float(label) for _, label in examples])
    mass = np.where(right > 0, DENSITY, 1.0)
    prior = np.array([EXPECTED.get(name, (0.0, 0.2)) for name in ("base", *names)])
    weights = expected = prior[:, 0]
    ridge = np.diag(prior[:, 1])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (mass * (right - chance)) - ridge @ (weights - expected)
        step = np.linalg.solve((inputs.T * (mass * chance * (1 - chance))) @ inputs + ridge, slope)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    # more gain never speaks against an edit: what little the examples say of that is chance
    bounded = (
        max(weight, 0.0) if name in ("gain", "support") else weight
        for name, weight in zip(("base", *names), weights, strict=True)
    )
    return [round(float(weight), 2) for weight in bounded]


def write_weights(examples: Sequence[Example], path: Path) -> None:
    """The TOML file, each kind with how many examples it rests on."""
    kinds = defaultdict[str, list[Example]](list)
    for candidate, right in examples:
        kinds[candidate.kind].append((candidate, right))
    lines = [
        "# Logistic weights of the probes' strengths, written by `python -m corpora.fit_probes`, which says on what."
    ]
    for kind, names in FEATURES.items():
        if known := kinds.get(kind):
            count = Counter(right for _, right in known)
            lines += ["", f"[{kind}] # {count[True]} right, {count[False]} wrong"]
            lines += [f"{name} = {weight}" for name, weight in zip(("base", *names), fit(known, names), strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _remember(folder: Path | None, name: str, measure: Callable[..., list[Any]], *given: str) -> list[Any]:
    path = folder / f"{name}.pickle" if folder else None
    if path and path.exists():
        kept: list[Any] = pickle.loads(path.read_bytes())
        return kept
    found = measure(*given)
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Measure, or read what was measured; fit; write."""
    parser = argparse.ArgumentParser(prog="python -m corpora.fit_probes", description=__doc__)
    parser.add_argument("--pairs", default="pt-en,en-pt,es-en,fr-en")
    parser.add_argument("--measured", type=Path, help="a folder that keeps what was measured")
    parser.add_argument("--write", type=Path, required=True)
    given = parser.parse_args()
    examples = list[Example]()
    for languages in given.pairs.split(","):
        for system in SYSTEMS:
            found = _remember(given.measured, f"{languages}.{system or 'people'}", measure_planted, languages, system)
            examples += [example for document in found for example in planted_examples(document)]
    for item, article in _remember(given.measured, "articles", measure_articles):
        examples += article_examples(item, article)
    write_weights(examples, given.write)


if __name__ == "__main__":
    main()
