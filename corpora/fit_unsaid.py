"""The weights of short phrases added and left out: `tqcheck/checks/unsaid_strength.toml`.

    python -m corpora.fit_unsaid [--measured FILE] --write tqcheck/checks/unsaid_strength.toml

Development data alone: clean translations as they are, with the phrases of `probes/additions.toml` put where phrases end on either side,
and with phrases, and what an "and" joins, added to a side by cutting what renders them from the other (`corpora.plant_phrases`). First
the words: planted ones of the list against those of clean texts. Then the runs that these weights cut, with those of all plants. Logistic
regression with a ridge, brought to the prior; what it is worth is told by folds over texts. Texts of batches that say how far findings in
new texts can be trusted are left out. The weights in use were fitted on every second of the clean texts and on all clean articles. What
falls on its border, a weight of 0, is not written.
"""

from __future__ import annotations

import argparse
import pickle
import random
import tomllib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.fit_detached import chosen_items
from corpora.fit_phrases import FOLDS, _measured, _ratio, read
from corpora.plant_phrases import Planted, plant, plant_joined, put_in
from corpora.signed_logistic import fit_signed
from tqcheck.bench.items import Item
from tqcheck.checks.phrase_runs import side_of
from tqcheck.checks.phrase_strength import SIDES, Phrase, UsualShares, usual_of
from tqcheck.checks.phrase_strength import Kind as Side
from tqcheck.checks.unsaid_runs import unsaid_runs
from tqcheck.checks.unsaid_words import unsaid_words
from tqcheck.model import Kind, Pair
from tqcheck.quality import load
from tqcheck.text.function_words import RELATIVES

LISTED = 2.0
"""How much a phrase of the list counts, where one that was cut counts once: it is what editors add."""
CUT = 0.5
"""Share of the cut phrases that are kept."""
PRIOR: dict[Side, float] = {"added": 1 / 100, "lost": 1 / 100}
"""Runs that are additions, or omissions, to those that are not, so that of what is planted by hand in development texts about as many hold
as is said."""
RIDGE = 3.0
RATES = (0.1, 0.3, 0.5, 1.0)
"""Alarms in 1000 clean words."""
WORDS = {
    "gap": 1,
    "link": -1,
    "rendered": -1,
    "unknown": -1,
    "rest": -1,
    "left": 1,
    "short": -1,
    "repeated": -1,
}
RUNS = {
    "sum": 1,
    "mean": 1,
    "one": -1,
    "short": -1,
    "source": 1,
    "preposition": 1,
    "before": 1,
    "name": 1,
    "repeated": -1,
    "usual": 1,
    "deficit": 1,
    "lost": 1,
    "grammar": -1,
    "joins": 1,
    "longer": 1,
    "without": -1,
    "nearer": 1,
    "balance": 1,
}
"""What each feature speaks for: 1 = an addition or omission."""
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of a text, what is usual there, where a phrase was planted, of which kind, and whether it was one of the list."""

    text: str
    pair: Pair
    usual: UsualShares
    kind: Side | None = None
    planted: tuple[int, int] | None = None
    listed: bool = False


def examples() -> Iterator[Example]:
    """The pairs of every text as they are, and those with a phrase planted."""
    embedder = load().embedder
    phrases = tomllib.loads(Path("corpora/probes/additions.toml").read_text(encoding="utf-8"))
    for item in chosen_items()[0]:
        pairs = [
            pair
            for pair in read(item)
            if pair.target is not None and pair.target.kind not in (Kind.HEADING, Kind.TABLE)
        ]
        usual = usual_of(pairs, _ratio(pairs)) if pairs else None
        if usual is None:
            continue
        yield from (Example(item.id, pair, usual) for pair in pairs)
        for listed, planted in planted_in(item, pairs, phrases):
            for one, pair in _measured(pairs, planted, embedder):
                yield Example(item.id, pair, usual, one.kind, (one.start, one.end), listed)


def planted_in(item: Item, pairs: Sequence[Pair], phrases: Mapping[str, str]) -> Iterator[tuple[bool, list[Planted]]]:
    """What is planted into the pairs of a text: phrases of the list, and those that are cut."""
    dice = random.Random(zlib.crc32(item.id.encode()))
    for kind, language in zip(SIDES, item.languages[::-1], strict=True):
        spoken = phrases.get(RELATIVES.get(language, language), "").replace("\n", "|").split("|")
        yield True, list(_listed(kind, pairs, [phrase for phrase in spoken if phrase.strip()], dice))
    yield False, [one for one in plant(pairs, {"added": [], "lost": []}, dice) if dice.random() < CUT]
    yield False, list(plant_joined(pairs, dice))


def _listed(kind: Side, pairs: Sequence[Pair], phrases: Sequence[str], dice: random.Random) -> Iterator[Planted]:
    """A phrase of the list in every third pair, before a mark or where grammar follows."""
    for row, pair in enumerate(pairs):
        side = side_of(pair, SIDES[kind][0])
        if not phrases or side is None or len(side.words) < 6 or dice.random() < 0.65:
            continue
        ends = [place for place in range(3, len(side.words) + 1) if side.marks[place]]
        inner = [place for place in range(3, len(side.words)) if side.grammar[place] and not side.grammar[place - 1]]
        if places := ends if not inner or dice.random() < 0.6 else inner:
            yield put_in(kind, row, pair, side, dice.choice(phrases), dice.choice(places))


def fit(found: Sequence[Example]) -> Weights:
    """The weights of words and of runs."""
    words = list(_words(found))
    right = np.array([float(one) for _, one in words])
    mass = np.where(right > 0, 0.5 / right.sum(), 0.5 / (1 - right).sum()) * len(words)
    told = {"words": fit_signed([one for one, _ in words], right, mass, WORDS, ridge=RIDGE)}
    for kind in SIDES:
        told[kind] = _fit_runs(kind, found, told)
    return told


def _fit_runs(kind: Side, found: Sequence[Example], told: Weights) -> dict[str, float]:
    used = [one for one in found if one.kind in (None, kind)]
    runs = [(one, run) for one in used for run in _runs(kind, one, told) if one.planted is None or _holds(one, run)]
    right = np.array([float(one.planted is not None) for one, _ in runs])
    weight = np.array([LISTED if one.listed else 1.0 for one, _ in runs])
    mass = np.where(right > 0, 0.5 * weight / (right * weight).sum(), 0.5 / (1 - right).sum()) * len(runs)
    features = [run.features for _, run in runs]
    return fit_signed(features, right, mass, RUNS, ridge=RIDGE, shift=float(np.log(PRIOR[kind])))


def _words(found: Sequence[Example]) -> Iterator[tuple[Mapping[str, float], bool]]:
    for one in found:
        wanted = one.kind != "lost" and (one.planted is None or one.listed)
        known = unsaid_words(one.pair, one.usual) if wanted else None
        for place, features in known.features.items() if known else ():
            word = known.ours.words[place] if known else None
            if one.planted is None:
                yield features, False
            elif word and one.planted[0] <= word.start and word.end <= one.planted[1]:
                yield features, True


def _runs(kind: Side, one: Example, weights: Weights) -> list[Phrase]:
    return list(unsaid_runs(kind, one.pair, one.usual, lambda part: weights.get(part, {"base": 0.0})))


def _holds(one: Example, run: Phrase) -> bool:
    """Whether a run is the planted phrase, or most of it."""
    start, end = one.planted or (0, 0)
    shared = max(0, min(run.end, end) - max(run.start, start))
    return shared >= 0.4 * (max(run.end, end) - min(run.start, start)) or shared >= 0.7 * (run.end - run.start)


def tell(kind: Side, found: Sequence[Example]) -> None:
    """Print what is found at some rates of alarms, each text judged by weights fitted on others."""
    used = [one for one in found if one.kind in (None, kind)]
    places = {name: number % FOLDS for number, name in enumerate(sorted({one.text for one in used}))}
    judged = list[tuple[float, Example, Phrase]]()
    for fold in range(FOLDS):
        weights = fit([one for one in found if places[one.text] != fold])
        for one in used:
            runs = _runs(kind, one, weights) if places[one.text] == fold else []
            best = max(runs, key=lambda run: run.strength, default=None)
            judged += [(best.strength, one, best)] if best else []
    clean = sorted((told for told, one, _ in judged if one.planted is None), reverse=True)
    sides = [side_of(one.pair, SIDES[kind][0]) for one in used if one.planted is None]
    words = sum(len(side.words) for side in sides if side)
    for rate in RATES:
        least = clean[min(int(rate * words / 1000), len(clean) - 1)]
        right = [one.listed for told, one, run in judged if told > least and one.planted and _holds(one, run)]
        print(
            f"{kind}: strength {least}, {rate} alarms in 1000 words: {sum(right)} listed, {len(right) - sum(right)} cut"
        )
    planted = [one.listed for one in used if one.planted]
    print(f"of {sum(planted)} and {len(planted) - sum(planted)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=Path, help="keep the examples here, or take them from there")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    kept = arguments.measured is not None and arguments.measured.exists()
    found = pickle.loads(arguments.measured.read_bytes()) if kept else list(examples())
    if arguments.measured and not kept:
        arguments.measured.write_bytes(pickle.dumps(found))
    for kind in SIDES:
        tell(kind, found)
    text = (
        "# Logistic weights of words not said and of phrases added and left out, written by `python -m corpora.fit_unsaid`, "
        "which says on what.\n"
    )
    for part, weights in fit(found).items():
        text += f"\n[{part}]\n" + "".join(f"{name} = {value}\n" for name, value in weights.items() if value)
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
