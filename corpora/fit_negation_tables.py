"""The weights by which TQ603 tells an error from another wording where no model runs: `tqcheck/checks/negation_tables.toml`.

    python -m corpora.fit_negation_tables --write tqcheck/checks/negation_tables.toml

Development half of the professional translations that `corpora.measure_rules` reads and of the human ones of `corpora.rules.more_clean`:
every difference in negations that the tables see there is another wording, and one that they see where the generators planted one is an
error. How the two are told apart is learnt with both counting alike; how common errors are is then stated: `ERRORS` differences in a
hundred are one. That is more than the development articles hold at one article with errors to four clean ones: it was chosen by what is
shown of planted errors and of other wordings on this half, since a lost negation costs a reader most.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from math import log
from pathlib import Path

import numpy as np

from corpora.fit_negation import RIDGE
from corpora.generators.records import Pair
from corpora.measure_rules import PAIRS
from corpora.rules.articles import make_article
from corpora.rules.clean_pairs import Selection, read_documents
from corpora.rules.more_clean import read_more
from corpora.rules.planted import DENIALS, plant_all
from corpora.signed_logistic import fit_signed
from tqcheck.checks.logistic import strength_of
from tqcheck.checks.negation import find_difference
from tqcheck.checks.negation_tables import SIGNS, features

ERRORS = 50
LIMIT, CLEAN = 60, 400
"""Planted errors an operator and language pair; sentences a language pair and source."""
EVERY = 1_000_000


def planted() -> Iterator[dict[str, float]]:
    """What the tables see of the negations that were planted and that they find."""
    by_languages = defaultdict[str, list[Pair]](list)
    for pairs in read_documents(Selection(frozenset(PAIRS), "dev", EVERY)).values():
        by_languages[pairs[0].languages] += pairs
    for _, pairs in sorted(by_languages.items()):
        for item in plant_all(pairs, DENIALS, LIMIT):
            source, target = pairs[0].source_language, pairs[0].target_language
            pair = Pair(
                identifier=item["id"],
                source=item["source"],
                target=item["bad"],
                source_language=source,
                target_language=target,
            )
            yield from seen([pair])


def other_wordings() -> Iterator[dict[str, float]]:
    """What they see in translations of people."""
    for documents in (
        read_documents(Selection(half="dev", pairs=CLEAN)),
        read_more(Selection(half="dev", pairs=CLEAN)),
    ):
        for pairs in documents.values():
            yield from seen(pairs)


def seen(pairs: list[Pair]) -> Iterator[dict[str, float]]:
    """Features of each difference in an article of these pairs."""
    for pair in make_article(pairs).pairs:
        if flip := find_difference(pair):
            yield features(pair, flip)


def main() -> None:
    """Fit, say how well the two are told apart, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    wrong, other = list(planted()), list(other_wordings())
    right = np.array([1.0] * len(wrong) + [0.0] * len(other))
    mass = np.where(right > 0, len(other) / len(wrong), 1.0)
    weights = fit_signed([*wrong, *other], right, mass, SIGNS, ridge=RIDGE, shift=log(ERRORS / (100 - ERRORS)))
    told = np.array([strength_of(one, weights) for one in (*wrong, *other)])
    for least in (0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3):
        print(
            f"from {least}: {np.mean(told[right > 0] >= least):.3f} of planted, {np.mean(told[right == 0] >= least):.3f}"
        )
    head = (
        "# Logistic weights of TQ603 without a model, written by `python -m corpora.fit_negation_tables`, which says on what.\n"
        f"# {len(wrong)} planted errors and {len(other)} other wordings\n"
    )
    text = head + "".join(f"{name} = {weight}\n" for name, weight in weights.items())
    print(text, end="")
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
