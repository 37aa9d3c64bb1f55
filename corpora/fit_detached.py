"""The weights by which TQ604 tells a stray sentence: `tqcheck/checks/detached_strength.toml`.

    python -m corpora.fit_detached [--measured FILE] [--without BATCH] [--write tqcheck/checks/detached_strength.toml]

Development data alone: the dev half of the clean texts and of the articles' clean translations, each as it is and with a sentence
exchanged for one from another text (`corpora.planted_strangers`). Logistic regression with a ridge, at one stray sentence in a
hundred and fifty. Texts of batches that say how far findings in new texts can be trusted (`tqcheck.bench.calibrate.NEW`) are left out.
Recall is that of weights fitted on other texts; `--without BATCH` tells what weights fitted without a batch make of the strangers and
the clean texts of that batch. Some fifteen minutes of one core; `--measured` keeps what was measured.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora.planted_strangers import FOUND, SHORT, WAYS, Example, examples
from tqcheck.bench.calibrate import CLEAN, NEW
from tqcheck.bench.items import Item, load_items
from tqcheck.checks.logistic import strength_of

PRIOR = 1 / 150
"""Sentences in the wrong place to those that are not: of five articles of thirty sentences one has errors (`PREVALENCE`), and one of them
is this."""
FOCUS = 1 / 30
"""The same while fitting: no straight line fits everywhere, and this one is to fit where it is decided whether a finding is shown."""
MASS = 100.0
"""What all examples together weigh beside the ridge."""
RIDGE = 0.01
SIGNS = {
    "margin": -1,
    "unusual": -1,
    "alone": 1,
    "linked": -1,
    "aligned": -1,
    "critical": 1,
    "shared": -1,
    "long": 1,
    "rendered": -1,
    "unrendered": 1,
}
"""What each feature speaks for: 1 = a stranger; a weight never speaks for the other, whatever chance says."""
STRENGTHS = (0.1, 0.2, 0.3, 0.5, 0.75, 0.9)
FALSE = 1 / 1000
"""False alarms a sentence at which recall is told as well."""
Array = NDArray[np.float64]


def chosen_items() -> tuple[list[Item], list[Item]]:
    """The texts without errors that have a source, and the articles that hold strangers."""
    items = [item for item in load_items([Path("corpora")]) if item.split == "dev" and item.batch not in NEW]
    clean = [item for item in items if item.group in CLEAN and item.job.has_source]
    return clean, [item for item in items if item.group == "articles" and any(g.code == "TQ604" for g in item.gold)]


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights by name: Newton's method on the logistic likelihood with a ridge and weights kept on their side of 0, moved to the prior.

    How much each kind counts moves the base alone if the model holds (Prentice and Pyke 1979; King and Zeng 2001).
    """
    names = list(SIGNS)
    values = np.array([[one.found[name] for name in names] for one in found])
    spread = values.std(0) * list(SIGNS.values())
    inputs = np.column_stack([np.ones(len(found)), values / spread])
    right = np.array([float(one.stranger) for one in found])
    mass = np.where(right > 0, FOCUS * (1 - right).sum() / right.sum(), 1.0)
    weights = _climb(inputs, right, MASS * mass / mass.sum())
    weights[1:] /= spread
    weights[0] += np.log(PRIOR / FOCUS)
    return dict(zip(("base", *names), (round(float(weight), 2) for weight in weights), strict=True))


def _climb(inputs: Array, right: Array, mass: Array) -> Array:
    """The best weights none of which but the first is below 0: Newton's steps over those that are free to move, halved until they help."""
    weights: Array = np.zeros(inputs.shape[1])
    ridge = np.array([1e-9, *[RIDGE] * (len(weights) - 1)])
    best = _loss(weights, inputs, right, mass, ridge)
    for _ in range(200):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (mass * (right - chance)) - ridge * weights
        free = (weights > 0) | (slope > 0)
        free[0] = True
        bend = (inputs.T * (mass * chance * (1 - chance))) @ inputs + np.diag(ridge)
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        for size in 0.5 ** np.arange(20):
            moved = weights + size * step
            moved[1:] = np.maximum(moved[1:], 0.0)
            loss = _loss(moved, inputs, right, mass, ridge)
            if loss < best:
                break
        if best - loss < 1e-9:
            return weights
        weights, best = moved, loss
    return weights


def _loss(weights: Array, inputs: Array, right: Array, mass: Array, ridge: Array) -> float:
    wrong = np.logaddexp(0, np.where(right > 0, -1, 1) * (inputs @ weights))
    return float((mass * wrong).sum() + (ridge * weights**2).sum() / 2)


def judged(found: Sequence[Example], folds: int = 5) -> list[tuple[float, Example]]:
    """The strength of every example by weights fitted on other texts."""
    texts = sorted({one.text for one in found})
    place = {name: number % folds for number, name in enumerate(texts)}
    told = list[tuple[float, Example]]()
    for fold in range(folds):
        weights = fit([one for one in found if place[one.text] != fold])
        told += [(strength_of(one.found, weights), one) for one in found if place[one.text] == fold]
    return told


def describe(told: Sequence[tuple[float, Example]]) -> Iterator[str]:
    """Lines for people: how many strangers of each way, and how many other sentences, are told at which strength."""
    others = sorted((value for value, one in told if not one.stranger), reverse=True)
    yield f"strangers of {len(others)} other sentences, by strength:"
    allowed = others[int(len(others) * FALSE)] + 0.001 if others else 1.0
    for least in (*STRENGTHS, allowed):
        alarms = sum(value >= least for value in others)
        yield f"{least:.3f} or more: {alarms} others; strangers: {_shares(told, least)}"


def _shares(told: Sequence[tuple[float, Example]], least: float) -> str:
    parts = []
    for way in (*WAYS, SHORT, FOUND):
        values = [value for value, one in told if one.stranger and one.way == way]
        if values:
            parts.append(f"{way} {sum(value >= least for value in values)} of {len(values)}")
    return ", ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=Path, help="keep the examples here, or take them from there")
    parser.add_argument("--without", help="a batch that is measured and not fitted on")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    if arguments.measured and arguments.measured.exists():
        found = pickle.loads(arguments.measured.read_bytes())
    else:
        found = list(examples(*chosen_items()))
        if arguments.measured:
            arguments.measured.write_bytes(pickle.dumps(found))
    fitted = [one for one in found if one.batch != arguments.without]
    weights = fit([one for one in fitted if one.way != FOUND])
    if arguments.without:
        told = [(strength_of(one.found, weights), one) for one in found if one.batch == arguments.without]
    else:
        told = judged([one for one in fitted if one.way != FOUND])
    print("\n".join(describe(told)))
    strangers = sum(one.stranger for one in fitted if one.way != FOUND)
    head = "# Logistic weights of TQ604's strength, written by `python -m corpora.fit_detached`, which says on what.\n"
    head += f"# {strangers} strangers, {sum(not one.stranger for one in fitted)} other sentences\n"
    text = head + "".join(f"{name} = {value}\n" for name, value in weights.items())
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
