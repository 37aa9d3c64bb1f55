"""The weights of the probes' strengths: `tqcheck/checks/probe_strengths.toml`.

    python -m corpora.fit_probes [--pairs pt-en,en-pt] [--measured FOLDER] --write tqcheck/checks/probe_strengths.toml

Development data alone: the dev half of FLORES (`mt-outputs` of ../shared/data, not part of the repository) as two systems translate it,
clean and with planted errors, and as people did; sentences with two participants, sound and exchanged (`corpora/probes`); and the dev
articles of this repository with a translator, clean and with errors (`corpora.probe_examples`). Logistic regression with a ridge; planted
errors count less than clean text, since articles have few. Some ten minutes of one core; `--measured` keeps what was measured.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpora.probe_examples import (
    Example,
    article_examples,
    measure_articles,
    measure_participants,
    measure_planted,
    planted_examples,
)

FEATURES = {
    "word": ("gain", "support", "link", "expected", "agreed", "freedom", "relayed"),
    "name": ("gain", "support", "link", "agreed", "freedom", "relayed"),
    "added": ("gain", "support", "link", "content", "freedom", "relayed"),
    "participant": ("gain", "support", "link", "content", "freedom", "relayed"),
    "lost": ("gain", "support", "link", "content", "linked", "ends", "agreed", "freedom", "relayed"),
    "restored": ("gain", "support", "restored", "link", "content", "linked", "ends", "agreed", "freedom", "relayed"),
    "negation": ("gain", "support", "linked", "agreed", "freedom", "relayed"),
    "modality": ("gain", "support", "agreed", "freedom", "relayed"),
    "gender": ("gain", "support", "agreed", "freedom", "relayed"),
    "figure": ("gain", "support", "agreed", "freedom", "relayed"),
    "phrase": ("gain", "support", "content", "freedom", "relayed"),
    "swap": ("gain", "support", "agreed", "freedom", "relayed"),
}
"""Kind -> what its strength depends on (`Measures`)."""

DENSITY = 0.3
"""What a planted error counts, a clean place one: there are about three errors in a thousand words then."""
EXPECTED = {
    "gain": (0.7, 1.0),
    # few examples have two engines, and where there is one it nearly always lacks the word: they say little of it
    "agreed": (0.3, 10.0),
    "negation agreed": (0.5, 1.0),
    "restored": (0.7, 1.0),
    "support": (0.7, 1.0),
    "link": (-1.0, 0.3),
    "linked": (-1.0, 0.2),
    "base": (0.0, 0.05),
}
"""Name of a weight, or of a kind's -> what it is until the examples say otherwise, and how firmly; (0, .2) for the others."""
NEVER_AGAINST = ("gain", "support", "agreed", "restored", "expected")
"""Weights that are not negative, whatever chance says."""
SYSTEMS = ("google", "microsoft", "")
"""Whose translations; "" = people's."""
BRIEFLY = ("en-es", "en-fr")
"""Pairs of which the first system's are enough: they show what a relative makes of words and participants."""


def fit(examples: Sequence[Example], names: Sequence[str], kind: str) -> list[float]:
    """Weights, the base first: Newton's method in bounded steps on the logistic likelihood with a ridge."""
    rows = [[candidate.measures.features()[name] for name in names] for candidate, _ in examples]
    inputs: NDArray[np.float64] = np.column_stack([np.ones(len(rows)), np.array(rows)])
    right = np.array([float(label) for _, label in examples])
    mass = np.where(right > 0, DENSITY, 1.0)
    own = (EXPECTED.get(f"{kind} {name}") or EXPECTED.get(name, (0.0, 0.2)) for name in ("base", *names))
    prior = np.array(list(own))
    weights = expected = prior[:, 0]
    ridge = np.diag(prior[:, 1])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (mass * (right - chance)) - ridge @ (weights - expected)
        step = np.linalg.solve((inputs.T * (mass * chance * (1 - chance))) @ inputs + ridge, slope)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    # more gain never speaks against an edit: what little the examples say of that is chance
    bounded = (
        max(weight, 0.0) if name in NEVER_AGAINST else weight
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
            lines += [
                f"{name} = {weight}" for name, weight in zip(("base", *names), fit(known, names, kind), strict=True)
            ]
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


def collect(pairs: Sequence[str], folder: Path | None) -> Iterator[Example]:
    """Every example of the development data; what was measured is kept in the folder."""
    for languages in pairs:
        for system in SYSTEMS if languages not in BRIEFLY else SYSTEMS[:1]:
            found = _remember(folder, f"{languages}.{system or 'people'}", measure_planted, languages, system)
            yield from (example for document in found for example in planted_examples(document))
        for document in _remember(folder, f"{languages}.participants", measure_participants, languages):
            for candidate, right in planted_examples(document):
                if candidate.kind == "swap":
                    # what such a list says of how freely it is translated is chance
                    yield replace(candidate, measures=replace(candidate.measures, freedom=0.0)), right
    for item, article in _remember(folder, "articles", measure_articles):
        yield from article_examples(item, article)


def main() -> None:
    """Measure, or read what was measured; fit; write."""
    parser = argparse.ArgumentParser(prog="python -m corpora.fit_probes", description=__doc__)
    parser.add_argument("--pairs", default="pt-en,en-pt,es-en,fr-en,en-es,en-fr")
    parser.add_argument("--measured", type=Path, help="a folder that keeps what was measured")
    parser.add_argument("--write", type=Path, required=True)
    given = parser.parse_args()
    write_weights(list(collect(given.pairs.split(","), given.measured)), given.write)


if __name__ == "__main__":
    main()
