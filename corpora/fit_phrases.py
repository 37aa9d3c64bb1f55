"""The weights of phrases added and left out: `tqcheck/checks/phrase_strength.toml`.

    python -m corpora.fit_phrases [--measured FILE] --write tqcheck/checks/phrase_strength.toml

Development data alone: the dev half of the clean texts and of the articles' clean translations, as they are and with phrases planted by
`corpora.plant_phrases`. Logistic regression with a ridge, each weight held to its sign, then brought to the prior. What it is worth is
told by folds over texts. Texts of batches that say how far findings in new texts can be trusted (`tqcheck.bench.calibrate.NEW`) are left
out. Some six minutes of one core; `--measured` keeps what was measured.
"""

from __future__ import annotations

import argparse
import pickle
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from corpora.fit_detached import chosen_items
from corpora.paired_texts import read_pairs
from corpora.plant_phrases import Planted, ends_of_sentences, plant
from corpora.signed_logistic import fit_signed
from tqcheck.align.words import compare_words
from tqcheck.bench.items import Item
from tqcheck.checks.length import count_letters
from tqcheck.checks.phrase_strength import SIDES, Kind, UsualShares, phrases, usual_of
from tqcheck.engines.base import Embedder
from tqcheck.model import PROSE, Pair
from tqcheck.model import Kind as TextKind
from tqcheck.quality import load
from tqcheck.text.segment import count_words

PRIOR: dict[Kind, float] = {"added": 1 / 250, "lost": 1 / 20}
"""Runs that are additions, or omissions, to those that are not, so that of the planted errors of the development articles, with four clean
articles to each, about as many hold as a strength says: real additions are shorter and harder to see than what is planted here."""
RIDGE = 3.0
SIGNS = {
    "lost": 1,
    "deficit": 1,
    "opens": 1,
    "after": 1,
    "before": 1,
    "ends": 1,
    "figure": 1,
    "name": 1,
    "repeated": -1,
    "longer": 1,
    "nearer": 1,
    "balance": 1,
}
"""What each feature speaks for: 1 = an addition or omission; a weight never speaks for the other, whatever chance says."""
APART = 3
"""Pairs of a text from one planted phrase to the next."""
RATES = (0.1, 0.15, 0.3)
"""Alarms in 1000 clean words."""
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A run of a text: the pair it stands in (a planted one counts by itself), its features, whether it was planted; None = half of it."""

    text: str
    place: int
    kind: Kind
    features: dict[str, float]
    planted: bool | None
    damaged: bool


def read(item: Item) -> list[Pair]:
    """The pairs of a text that have both sides, with their links and shares."""
    return [pair for pair in read_pairs(item, "TQ202") if pair.target is not None and pair.target.kind in PROSE]


def examples(items: Sequence[Item], embedder: Embedder) -> Iterator[Example]:
    """The runs of every text as it is, and those of the pairs that have a phrase planted."""
    texts = {item.id: pairs for item in items if (pairs := read(item))}
    spoken = defaultdict[str, list[tuple[str, str]]](list)
    for name, pairs in texts.items():
        for kind in SIDES:
            language = pairs[0].target_language if kind == "added" else pairs[0].source_language
            spoken[language] += [(name, phrase) for phrase in ends_of_sentences(pairs, kind)]
    for name, pairs in texts.items():
        usual = usual_of(pairs, _ratio(pairs))
        if usual is None:
            continue
        for row, pair in enumerate(pairs):
            yield from _clean(name, row, pair, usual)
        languages = {"added": pairs[0].target_language, "lost": pairs[0].source_language}
        others: dict[Kind, Sequence[str]] = {
            kind: [phrase for text, phrase in spoken[languages[kind]] if text != name] for kind in SIDES
        }
        planted = list(plant(pairs, others, random.Random(zlib.crc32(name.encode()))))
        for place, (one, pair) in enumerate(_measured(pairs, planted, embedder)):
            yield from _damaged(name, len(pairs) + place, one, pair, usual)


def _ratio(pairs: Sequence[Pair]) -> float:
    sizes = [[count_letters(side.text) if side else 0 for side in (pair.source, pair.target)] for pair in pairs]
    return float(np.median([np.log(target / source) for source, target in sizes if source and target] or [0.0]))


def _clean(name: str, row: int, pair: Pair, usual: UsualShares) -> Iterator[Example]:
    if pair.target is None or pair.target.kind in (TextKind.HEADING, TextKind.TABLE):
        return
    for kind in SIDES:
        for phrase in phrases(kind, pair, usual):
            yield Example(name, row, kind, dict(phrase.features), False, False)


def _measured(pairs: Sequence[Pair], planted: Sequence[Planted], embedder: Embedder) -> Iterator[tuple[Planted, Pair]]:
    """Each planted pair with its shares, measured among the pairs of its text, of which some others are planted too."""
    left = list(planted)
    while left:
        chosen = list[Planted]()
        for one in list(left):
            if all(abs(one.row - other.row) >= APART for other in chosen):
                chosen.append(one)
                left.remove(one)
        changed = list(pairs)
        for one in chosen:
            changed[one.row] = one.pair
        found = compare_words(changed, embedder, articles=[0] * len(changed))
        for one in chosen:
            evidence = replace(one.pair.evidence, links=found[one.row].links, shares=found[one.row].shares)
            yield one, replace(one.pair, evidence=evidence)


def _damaged(name: str, place: int, one: Planted, pair: Pair, usual: UsualShares) -> Iterator[Example]:
    for phrase in phrases(one.kind, pair, usual):
        shared = max(0, min(phrase.end, one.end) - max(phrase.start, one.start))
        either = max(phrase.end, one.end) - min(phrase.start, one.start)
        right = shared >= 0.4 * either or shared >= 0.7 * (phrase.end - phrase.start)
        yield Example(name, place, one.kind, dict(phrase.features), True if right else None, True)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights by name: Newton's method on the logistic likelihood with a ridge, both kinds counting the same, then brought to the prior.

    Case-control: how many of each kind were drawn moves the base alone (Prentice and Pyke 1979).
    """
    used = [one for one in found if one.planted is not None]
    right = np.array([float(bool(one.planted)) for one in used])
    mass = np.where(right > 0, 0.5 / right.sum(), 0.5 / (1 - right).sum()) * len(used)
    shift = float(np.log(PRIOR[found[0].kind]))
    return fit_signed([one.features for one in used], right, mass, SIGNS, ridge=RIDGE, shift=shift)


def odds(one: Example, weights: dict[str, float]) -> float:
    """Log odds of a run by some weights."""
    return weights["base"] + sum(weights[name] * value for name, value in one.features.items())


def judged(found: Sequence[Example]) -> Iterator[tuple[float, Example]]:
    """The log odds of the best run of every pair, by weights fitted on other texts."""
    places = {name: number % FOLDS for number, name in enumerate(sorted({one.text for one in found}))}
    best = dict[tuple[str, int], tuple[float, Example]]()
    for fold in range(FOLDS):
        weights = fit([one for one in found if places[one.text] != fold])
        for one in found:
            told = odds(one, weights)
            if places[one.text] == fold and told > best.get((one.text, one.place), (-np.inf,))[0]:
                best[one.text, one.place] = told, one
    yield from best.values()


def tell(kind: Kind, found: Sequence[Example], words: int) -> None:
    """Print what is found of planted phrases at some rates of alarms."""
    told = list(judged(found))
    clean = sorted((value for value, one in told if not one.damaged), reverse=True)
    planted = [(value, one) for value, one in told if one.damaged]
    for rate in RATES:
        least = clean[min(int(rate * words / 1000), len(clean) - 1)]
        right = sum(value > least and bool(one.planted) for value, one in planted)
        print(
            f"{kind}: strength {1 / (1 + np.exp(-least)):.2f}, {rate} alarms in 1000 words: {right} of {len(planted)} pairs"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=Path, help="keep the examples here, or take them from there")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    items, _ = chosen_items()
    if arguments.measured and arguments.measured.exists():
        found = pickle.loads(arguments.measured.read_bytes())
    else:
        found = list(examples(items, load().embedder))
        if arguments.measured:
            arguments.measured.write_bytes(pickle.dumps(found))
    words = sum(count_words(Path(item.job.path).read_text(encoding="utf-8"), item.languages[1]) for item in items)
    text = "# Logistic weights of phrases added and left out, written by `python -m corpora.fit_phrases`, which says on what.\n"
    for kind in SIDES:
        held = [one for one in found if one.kind == kind]
        tell(kind, held, words)
        planted = sum(bool(one.planted) for one in held)
        clean = sum(one.planted is False for one in held)
        text += f"\n[{kind}] # {planted} planted runs, {clean} others\n"
        text += "".join(f"{name} = {value}\n" for name, value in fit(held).items())
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
