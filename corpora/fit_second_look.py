"""The weights of the aligner's second look: `python -m corpora.fit_second_look` prints `tqcheck/align/data/second_look.toml`.

Disturbed documents of ntrex128 (see `measure_alignment`) in all its languages: the development half without those that the figures are
measured on, each disturbed twice, as the path aligns them and as the second look leaves them. Every gap beside either neighbour and every
member of a larger match is an observation of "attachment", every pair of two segments one of "relation", every gap of one side with every
gap of the other one of "leftover"; whether they belong together is known from the disturbance. Logistic regression by Newton's method,
slightly shrunk.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora.measure_alignment import DATA, Disturbed, disturb, read_documents, units_of
from corpora.rules.clean_pairs import half_of
from tqcheck.align.attachment import describe_attachment, describe_relation
from tqcheck.align.documents import cut_sentences
from tqcheck.align.lengths import expected_ratio
from tqcheck.align.match import Match
from tqcheck.align.moved import match_moved
from tqcheck.align.second_look import SURE_PAIR, Group, leftovers, weigh_members
from tqcheck.align.segment_vectors import read_vectors
from tqcheck.align.stream import Stream, align_streams, make_stream
from tqcheck.align.view import View, see
from tqcheck.engines.base import Embedder
from tqcheck.model import Segment
from tqcheck.quality import load
from tqcheck.text.languages import primary

Array = NDArray[np.float64]
Row = tuple[tuple[float, ...], bool]

HELD_OUT = slice(3, None, 6)
"""Documents that docs/alignment.md is measured on."""

SEEDS = ("", " 1")
"""What is added to the seed of a document's disturbance."""

RELATION = ("lead", "back", "unusual", "cosine_lead", "cosine", "linked", "shared", "marks", "length")
NAMES = {
    "attachment": (
        "lead",
        "own",
        "linked",
        "gain",
        "won",
        "run",
        "explained",
        "nearer",
        "length",
        "shared",
        "strange",
        "breaks",
        "far",
    ),
    "relation": RELATION,
    "leftover": RELATION,
}
SHRINKAGE = {"attachment": 1.0, "relation": 2.0, "leftover": 2.0}


@dataclass(frozen=True, slots=True)
class Aligned:
    """A disturbed document: views of either side, matches before and after members are weighed, sentences that each segment holds."""

    views: tuple[View, View]
    matches: tuple[Sequence[Match], Sequence[Match]]
    sentences: tuple[list[frozenset[int]], list[frozenset[int]]]


def development(names: Iterable[str]) -> list[str]:
    """The documents that may be tuned on."""
    ordered = sorted(names)
    held_out = set(ordered[HELD_OUT])
    return [name for name in ordered if half_of(name) == "dev" and name not in held_out]


def align(sentences: list[tuple[str, str]], language: str, seed: str, embedder: Embedder) -> Aligned:
    """One document, disturbed by the seed's dice."""
    sides = disturb(sentences, random.Random(seed))
    languages = "en", primary(language)
    one, other = (_stream(side, code, embedder) for side, code in zip(sides, languages, strict=True))
    beads, scores = align_streams(one, other, expected_ratio(*languages))
    path = match_moved(beads, scores)
    ours, theirs = (
        [_held(segment, side) for segment in stream.segments] for stream, side in zip((one, other), sides, strict=True)
    )
    views = see(one, other, scores, path)
    return Aligned(views, (path, weigh_members(path, views)), (ours, theirs))


def _stream(side: Disturbed, language: str, embedder: Embedder) -> Stream:
    segments = cut_sentences(side.document, language)
    read = read_vectors([segment.text for segment in segments], language, embedder)
    return make_stream(segments, read.sentences, read.pieces)


def _held(segment: Segment, side: Disturbed) -> frozenset[int]:
    return frozenset().union(*(side.units[unit][2] for unit in units_of(segment, side)))


def relations(document: Aligned) -> Iterator[Row]:
    """Pairs of two segments that the second look may doubt, and whether they hold a sentence in common."""
    pairs = {
        (match.source, match.target)
        for matches in document.matches
        for match in matches
        if (len(match.source), len(match.target)) == (1, 1) and match.score < SURE_PAIR
    }
    yield from _judged(document, sorted(pairs))


def gaps(document: Aligned) -> Iterator[Row]:
    """What is left over on either side, and whether it holds a sentence in common."""
    yield from _judged(document, leftovers(document.matches[1], document.views[0]))


def _judged(document: Aligned, pairs: Iterable[Group]) -> Iterator[Row]:
    for pair in pairs:
        ours, theirs = (
            frozenset(chain.from_iterable(known[index] for index in chosen))
            for known, chosen in zip(document.sentences, pair, strict=True)
        )
        if ours and theirs:
            yield describe_relation(document.views[0], *pair), bool(ours & theirs)


def attachments(document: Aligned) -> Iterator[Row]:
    """Members of larger matches and gaps beside their neighbours; what belongs elsewhere altogether is left out."""
    for side in (0, 1):
        known = document.sentences[side], document.sentences[1 - side]
        there = frozenset(chain.from_iterable(known[1]))
        tried = {one for matches in document.matches for one in _candidates(matches, side, len(known[0]))}
        for index, group, other in sorted(tried):
            own = known[0][index]
            partners = frozenset(chain.from_iterable(known[1][place] for place in other))
            if own and (own & partners or not own & there):
                yield describe_attachment(document.views[side], index, group, other), bool(own & partners)


def _candidates(
    matches: Sequence[Match], side: int, size: int
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    sides = [(match.source, match.target) if side == 0 else (match.target, match.source) for match in matches]
    groups = {index: both for both in sides if all(both) for index in both[0]}
    for index in range(size):
        if index in groups:
            mine, theirs = groups[index]
            if len(mine) > 1:
                yield index, tuple(place for place in mine if place != index), theirs
        else:
            before = next((place for place in range(index - 1, -1, -1) if place in groups), None)
            after = next((place for place in range(index + 1, size) if place in groups), None)
            yield from ((index, *groups[place]) for place in (before, after) if place is not None)


def fit(rows: Sequence[Row], shrinkage: float) -> tuple[float, Array]:
    """Bias and weights (one a column, in the columns' own units) of the log odds."""
    columns, right = np.array([row for row, _ in rows]), np.array([answer for _, answer in rows], np.float64)
    middle, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    scaled = np.c_[(columns - middle) / spread, np.ones(len(columns))]
    penalty = np.diag([*[shrinkage] * len(middle), 1e-9])
    weights = np.zeros(scaled.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - right) + penalty @ weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + penalty
        weights -= np.linalg.solve(curve, slope)
    own = weights[:-1] / spread
    return float(weights[-1] - own @ middle), own


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--language", action="append", default=[], help="only these; the shipped weights are of all")
    arguments = parser.parse_args()
    rows = dict[str, list[Row]](attachment=[], relation=[], leftover=[])
    for language, found in sorted(read_documents(arguments.data).items()):
        if arguments.language and language not in arguments.language:
            continue
        for name, seed in product(development(found), SEEDS):
            document = align(found[name], language, f"{language} {name}{seed}", load().embedder)
            rows["attachment"] += attachments(document)
            rows["relation"] += relations(document)
            rows["leftover"] += gaps(document)
    for kind, observed in rows.items():
        print_weights(kind, observed)


def print_weights(kind: str, observed: Sequence[Row]) -> None:
    """One table of `second_look.toml`."""
    bias, weights = fit(observed, SHRINKAGE[kind])
    print(f"[{kind}] # {len(observed)} observations, {sum(answer for _, answer in observed)} belong together")
    print(f"bias = {bias:.2f}")
    print("".join(f"{name} = {weight:.2f}\n" for name, weight in zip(NAMES[kind], weights, strict=True)))


if __name__ == "__main__":
    main()
