"""The weights of hints at phrases added and left out: `python -m corpora.fit_proportions` prints `tqcheck/checks/proportions.toml`.

Sentences of ntrex128 (the development half, without the documents that alignment is measured on) in four languages, each as it is and
with a clause or its last quarter cut from the translation (lost) or from the source (added), by the operators of `corpora/generators`.
What is usual is taken from the sentences as they are. Logistic regression; odds are as if every second sentence were damaged.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from math import log
from pathlib import Path
from statistics import median

from corpora.fit_second_look import Row, development, fit
from corpora.generators.omission import drop_clause, drop_last_quarter
from corpora.generators.records import Corpus
from corpora.generators.records import Pair as Sentences
from corpora.measure_alignment import DATA, read_documents
from corpora.measure_omissions import segment_of
from tqcheck.align.lengths import PRIOR, expected_ratio
from tqcheck.align.words import compare_words
from tqcheck.checks.length import count_letters
from tqcheck.checks.proportions import Kind, describe, measure, usual_of
from tqcheck.model import Evidence, Pair
from tqcheck.quality import load

LANGUAGES = ("de", "ru", "tr", "zh")
COUNT = 130
"""Sentences of each language."""

SHORTEST = 8
"""Words of the English that a sentence has at least."""

SHRINKAGE = 3.0
KINDS: tuple[Kind, ...] = ("added", "lost")
NAMES = ("departure", "suspected", "other")


def damaged(source: str, target: str, language: str, dice: random.Random) -> Iterator[tuple[Kind, str, str]]:
    """The pair with something lost from the translation or from the source."""
    for kind, texts in (("lost", (source, target)), ("added", (target, source))):
        names = ("en", language) if kind == "lost" else (language, "en")
        sentences = Sentences(
            identifier="", source=texts[0], target=texts[1], source_language=names[0], target_language=names[1]
        )
        for operator in (drop_clause, drop_last_quarter):
            damage = operator(sentences, Corpus(()), dice)
            if damage is not None:
                yield (kind, source, damage.text) if kind == "lost" else (kind, damage.text, target)


def measured(texts: list[tuple[str, str]], language: str) -> list[Pair]:
    """Pairs with their word links."""
    pairs = [
        Pair(source=segment_of(source), target=segment_of(target), source_language="en", target_language=language)
        for source, target in texts
    ]
    compared = compare_words(pairs, load().embedder)
    return [replace(pair, evidence=Evidence(links=one.links)) for pair, one in zip(pairs, compared, strict=True)]


def observe(sentences: list[tuple[str, str]], language: str, rows: dict[Kind, list[Row]]) -> None:
    """Add what a language shows: each sentence as it is under both kinds, each damaged one under its own."""
    dice = random.Random(language)
    planted = [one for pair in sentences for one in damaged(*pair, language, dice)]
    pairs = measured([*sentences, *((source, target) for _, source, target in planted)], language)
    clean, rest = pairs[: len(sentences)], pairs[len(sentences) :]
    ratio = _ratio(clean, expected_ratio("en", language))
    usual = usual_of([one for pair in clean if (one := measure(pair, ratio))], ratio)
    answers = [(kind, pair, False) for pair in clean for kind in KINDS]
    answers += [(kind, pair, True) for (kind, _, _), pair in zip(planted, rest, strict=True)]
    for kind, pair, answer in answers:
        found = measure(pair, ratio)
        if found is not None:
            rows[kind].append((describe(kind, found, usual), answer))


def _ratio(pairs: list[Pair], expected: float) -> float:
    logs = [
        log(count_letters(pair.target.text) / count_letters(pair.source.text))
        for pair in pairs
        if pair.source is not None and pair.target is not None
    ]
    return (PRIOR * expected + len(logs) * median(logs)) / (PRIOR + len(logs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    arguments = parser.parse_args()
    corpus = read_documents(arguments.data)
    rows: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    for language in LANGUAGES:
        found = [pair for name in development(corpus[language]) for pair in corpus[language][name]]
        long = [pair for pair in found if len(pair[0].split()) >= SHORTEST]
        random.Random(language).shuffle(long)
        observe(long[:COUNT], language, rows)
    for kind, observed in rows.items():
        bias, weights = fit(observed, SHRINKAGE)
        print(f"[{kind}] # {len(observed)} observations, {sum(answer for _, answer in observed)} damaged")
        print(f"bias = {bias:.2f}")
        print("".join(f"{name} = {weight:.2f}\n" for name, weight in zip(NAMES, weights, strict=True)))


if __name__ == "__main__":
    main()
