"""The weights by which TQ603 tells an error from another wording: `tqcheck/checks/negation_strength.toml`.

    python -m corpora.fit_negation [--measured FILE] --write tqcheck/checks/negation_strength.toml

Development data alone, without the batches that say how far findings in new texts can be trusted: every difference in negations that the
tables see in the articles with errors and in the clean texts, right or wrong, and up to six negations planted into each clean text
(`corpora.generators`). Logistic regression with a ridge; planted ones count together as much as those of the articles, and planted
additions a tenth of planted losses, as in the articles. Some minutes of one core; `--measured` keeps what was measured.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from corpora.generators.damage import plant
from corpora.generators.records import Corpus
from corpora.generators.records import Pair as Clean
from corpora.signed_logistic import fit_signed
from tqcheck.bench.calibrate import CLEAN, NEW
from tqcheck.bench.items import Item, load_items
from tqcheck.bench.match import match
from tqcheck.checks.negated_words import read_denial
from tqcheck.checks.negation import find_difference
from tqcheck.checks.negation_strength import SIGNS, features
from tqcheck.config import Plan
from tqcheck.evidence import gather
from tqcheck.jobs import read_article
from tqcheck.judge import judge_article
from tqcheck.model import Article, Evidence, Pair, Run, Segment, Skipped
from tqcheck.pipeline import default_engines
from tqcheck.registry import Need
from tqcheck.selection import selected_checks

NEEDS: frozenset[Need] = frozenset({"links", "quality"})
EACH, SHORTEST, SEED = 6, 20, 11
"""Planted negations a text; characters of a translation that takes one."""
RIDGE = 4.0
ADDED = 0.1
"""How much planted additions count beside planted losses."""
Example = tuple[str, dict[str, float], bool, bool]
"""Text, features, whether it is an error, whether it was planted by rule."""


def examples() -> Iterator[Example]:
    """Every difference in negations of the texts as they are, and of those with one planted."""
    plan = Plan(engine="none", select=("TQ603",), calibrated=False)
    items = [item for item in load_items([Path("corpora")]) if item.split == "dev" and item.batch not in NEW]
    for item in items:
        if item.group in ("articles", *CLEAN) and item.job.has_source:
            own = replace(plan, source_language=item.languages[0], target_language=item.languages[1])
            engines = default_engines(own, NEEDS)
            article = read_article(item.job, own, engines.embedder)
            if not isinstance(article, Skipped):
                (article,), _ = gather([article[0]], NEEDS, engines)
                yield from _as_it_is(item, article, own)
                if item.group in CLEAN:
                    (damaged,), _ = gather([_damaged(item, article)], NEEDS, engines)
                    yield from ((*found, True, True) for pair in damaged.pairs if (found := _described(item, pair)))


def _as_it_is(item: Item, article: Article, plan: Plan) -> Iterator[Example]:
    found = judge_article(article, selected_checks(plan), plan)
    for finding, error in match(found, item.gold).findings:
        described = _described(item, article.pairs[finding.segment])
        if described:
            yield (*described, error is not None, False)


def _described(item: Item, pair: Pair) -> tuple[str, dict[str, float]] | None:
    flip = find_difference(pair)
    found = features(pair, flip, read_denial(pair, flip.place, lost=flip.lost)) if flip else {}
    return (item.id.rpartition("/")[0], found) if found else None


def _damaged(item: Item, article: Article) -> Article:
    """The article's pairs that take a negation, each with one planted, no evidence measured."""
    pairs = [pair for pair in article.pairs if pair.source and pair.target and len(pair.target.text) > SHORTEST]
    clean = [
        Clean(
            identifier=str(number),
            source=pair.source.text if pair.source else "",
            target=pair.target.text if pair.target else "",
            source_language=pair.source_language,
            target_language=pair.target_language,
        )
        for number, pair in enumerate(pairs)
    ]
    planted = list(plant(Corpus(clean), ["negation", "denial"], seed=SEED))
    Random(f"{SEED}/{item.id}").shuffle(planted)
    return replace(
        article,
        pairs=tuple(
            replace(pairs[int(one["id"].partition("/")[0])], target=_segment(one["bad"]), evidence=Evidence())
            for one in planted[:EACH]
        ),
    )


def _segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights by name: Newton's method on the weighted logistic likelihood with a ridge on standardised features, signs held."""
    right = np.array([float(error) for *_, error, _ in found])
    return fit_signed([held for _, held, *_ in found], right, _mass(found), SIGNS, ridge=RIDGE, rounds=200)


def _mass(found: Sequence[Example]) -> NDArray[np.float64]:
    """Planted losses count together as much as the errors of the articles; additions less."""
    written = sum(error and not planted for *_, error, planted in found)
    lost = sum(planted and not held["added"] for _, held, _, planted in found) or 1
    each = written / 2 / lost
    return np.array(
        [(each * (ADDED if held["added"] else 1.0)) if planted else 1.0 for _, held, _, planted in found], dtype=float
    )


def judged(found: Sequence[Example], folds: int = 8) -> list[tuple[float, bool]]:
    """The strength of every difference that was not planted, by weights fitted on other texts."""
    place = {name: number % folds for number, name in enumerate(sorted({name for name, *_ in found}))}
    told = list[tuple[float, bool]]()
    for fold in range(folds):
        weights = fit([one for one in found if place[one[0]] != fold])
        for name, held, error, planted in found:
            if place[name] == fold and not planted:
                total = weights["base"] + sum(weights[key] * value for key, value in held.items())
                told.append((1 / (1 + float(np.exp(-total))), error))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=Path, help="keep the examples here, or take them from there")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    if arguments.measured and arguments.measured.exists():
        found = pickle.loads(arguments.measured.read_bytes())
    else:
        found = list(examples())
        if arguments.measured:
            arguments.measured.write_bytes(pickle.dumps(found))
    told = judged(found)
    for least in (0.1, 0.2, 0.3, 0.5, 0.7):
        hits = [error for value, error in told if value >= least]
        print(f"from {least}: {sum(hits)} right of {len(hits)}, of {sum(error for _, error in told)} errors")
    weights = fit(found)
    counts = [
        sum(1 for *_, error, planted in found if (error, planted) == kind)
        for kind in ((True, False), (False, False), (True, True))
    ]
    head = (
        "# Logistic weights of TQ603's strength, written by `python -m corpora.fit_negation`, which says on what.\n"
        "# {} errors and {} other wordings as they stand in articles, {} planted errors\n".format(*counts)
    )
    text = head + "".join(f"{name} = {weight}\n" for name, weight in weights.items())
    print(text, end="")
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
