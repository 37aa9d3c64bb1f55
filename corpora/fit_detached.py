"""The weights by which TQ604 tells a stray sentence: `tqcheck/checks/detached_strength.toml`.

    python -m corpora.fit_detached [--measured FILE] --write tqcheck/checks/detached_strength.toml

Development data alone: the dev half of the clean texts and of the articles' clean translations, each as it is and twice with one sentence
exchanged for one of about the same length from another text in the language. Logistic regression with a ridge, at one stray sentence in
three hundred. Texts of batches that say how far findings in new texts can be trusted (`tqcheck.bench.calibrate.NEW`) are left out.
Some five minutes of one core; `--measured` keeps what was measured.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import tqcheck
from tqcheck.bench.calibrate import CLEAN, NEW
from tqcheck.bench.items import Item, load_items
from tqcheck.checks.detached_strength import SHORTEST, features
from tqcheck.model import DocumentReport, Pair
from tqcheck.text.segment import count_words

PRIOR = 1 / 300
"""Sentences in the wrong place to those that are not: one in every fifteenth article of twenty sentences."""
RIDGE = 0.2
EACH = 2
"""Planted sentences a text, one at a time."""
LENGTHS = (0.6, 1.6)
"""Length of the stranger to what it stands for, at least and at most."""
SEED = 5
SIGNS = {"alike": -1, "linked": -1, "aligned": -1, "critical": 1, "shared": -1}
"""What each feature speaks for: 1 = a stranger; a weight never speaks for the other, whatever chance says."""
Example = tuple[str, dict[str, float], bool]
"""Text, features of a pair, whether its translation is a stranger."""


def chosen_items() -> list[Item]:
    """The texts without errors that have a source."""
    items = [item for item in load_items([Path("corpora")]) if item.group in CLEAN and item.split == "dev"]
    return [item for item in items if item.job.has_source and item.batch not in NEW]


def read(item: Item, translation: str) -> DocumentReport:
    """The pairs of a text with what TQ604 needs of them."""
    source = Path(item.job.source_path).read_text(encoding="utf-8")
    report = tqcheck.check(
        translation,
        source,
        source_language=item.languages[0],
        target_language=item.languages[1],
        engine="none",
        select=["TQ604"],
    )
    return report.documents[0]


def examples(items: Sequence[Item]) -> Iterator[Example]:
    """Every pair that can be judged of every clean text, and the strangers of those with one planted."""
    rng = random.Random(SEED)
    texts = {item.id: Path(item.job.path).read_text(encoding="utf-8") for item in items}
    clean = {item.id: read(item, texts[item.id]).pairs for item in items}
    sentences = defaultdict[str, list[tuple[str, str]]](list)
    for item in items:
        for pair in clean[item.id]:
            if pair.target is not None:
                sentences[item.languages[1]].append((item.id, pair.target.text))
            if found := features(pair):
                yield item.id, found, False
    for item in items:
        strangers = [text for name, text in sentences[item.languages[1]] if name != item.id]
        for old, new in planted(clean[item.id], strangers, texts[item.id], item.languages[1], rng):
            for pair in read(item, texts[item.id].replace(old, new)).pairs:
                if pair.target is not None and pair.target.text == new and (found := features(pair)):
                    yield item.id, found, True


def planted(
    pairs: Sequence[Pair], strangers: Sequence[str], text: str, language: str, rng: random.Random
) -> Iterator[tuple[str, str]]:
    """Sentences to exchange, and what for."""
    sentences = [pair.target.text for pair in pairs if pair.source is not None and pair.target is not None]
    fit = [one for one in sentences if count_words(one, language) >= SHORTEST and text.count(one) == 1]
    for old in rng.sample(fit, min(EACH, len(fit))):
        near = [one for one in strangers if LENGTHS[0] <= len(one) / len(old) <= LENGTHS[1]]
        if near:
            yield old, rng.choice(near)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights by name: Newton's method on the logistic likelihood with a ridge, both kinds counting the same, then brought to the prior.

    Case-control: how many of each kind were drawn moves the base alone (Prentice and Pyke 1979).
    """
    names = list(found[0][1])
    values = np.array([[held[name] for name in names] for _, held, _ in found])
    spread = values.std(0)
    inputs = np.column_stack([np.ones(len(found)), values / spread])
    right = np.array([float(stranger) for *_, stranger in found])
    mass = np.where(right > 0, 1.0, right.sum() / (1 - right).sum())
    ridge = np.diag([0.0, *[RIDGE] * len(names)])
    weights: NDArray[np.float64] = np.zeros(len(names) + 1)
    for _ in range(100):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (mass * (right - chance)) - ridge @ weights
        bend = (inputs.T * (mass * chance * (1 - chance))) @ inputs + ridge + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights = weights + step * min(1.0, 2.0 / max(np.abs(step).max(), 1e-9))
        against = weights[1:] * [SIGNS[name] for name in names] < 0
        weights[1:][against] = 0.0
    weights[1:] /= spread
    weights[0] += np.log(PRIOR / (1 - PRIOR))
    return dict(zip(("base", *names), (round(float(weight), 2) for weight in weights), strict=True))


def judged(found: Sequence[Example], folds: int = 5) -> list[tuple[float, bool]]:
    """The strength of every example by weights fitted on other texts."""
    texts = sorted({name for name, *_ in found})
    place = {name: number % folds for number, name in enumerate(texts)}
    told = list[tuple[float, bool]]()
    for fold in range(folds):
        weights = fit([one for one in found if place[one[0]] != fold])
        for name, held, stranger in found:
            if place[name] == fold:
                total = weights["base"] + sum(weights[key] * value for key, value in held.items())
                told.append((1 / (1 + float(np.exp(-total))), stranger))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=Path, help="keep the examples here, or take them from there")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    if arguments.measured and arguments.measured.exists():
        found = pickle.loads(arguments.measured.read_bytes())
    else:
        found = list(examples(chosen_items()))
        if arguments.measured:
            arguments.measured.write_bytes(pickle.dumps(found))
    strangers = sum(stranger for *_, stranger in found)
    told = judged(found)
    for least in (0.3, 0.5, 0.75, 0.9):
        hits = [stranger for value, stranger in told if value >= least]
        print(
            f"strength {least} or more: {sum(hits)} of {strangers} strangers, {len(hits) - sum(hits)} of {len(found) - strangers} others"
        )
    weights = fit(found)
    head = "# Logistic weights of TQ604's strength, written by `python -m corpora.fit_detached`, which says on what.\n"
    head += f"# {strangers} strangers, {len(found) - strangers} other sentences\n"
    text = head + "".join(f"{name} = {value}\n" for name, value in weights.items())
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
