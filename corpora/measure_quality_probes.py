"""What the embedded quality model says of edits where no translation model scores: figures of docs/evidence.md.

    python -m corpora.measure_quality_probes [--pairs pt-en,es-en]

The dev half of FLORES as one system translates it, clean and with planted errors. Words without a link to the source are held to be
surprising, the edits that a scorer would be asked about are made, and the model estimates every edited sentence. An edit is right where it
touches the error. Printed: how often a right edit lowers the expected penalty more than an edit of a clean sentence does (AUC), and the
share of right edits that lower it more than all but one in fifty of those do.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from random import Random

import numpy as np

from corpora.evidence_items import CLEAN_SYSTEM, SEED, documents, plant_errors, read_clean
from corpora.probe_examples import damaged
from corpora.rules.articles import make_article
from tqcheck.engines.base import Edit
from tqcheck.engines.probing import propose
from tqcheck.evidence import Engines, gather
from tqcheck.model import Pair, TokenScore
from tqcheck.pipeline import EmbeddedModel, embedded_model
from tqcheck.text.function_words import closed_classes
from tqcheck.text.segment import words

MENDED = (
    "participant-added",
    "modality-changed",
    "pronoun-gender",
    "name-replaced",
    "number-changed",
    "names-exchanged",
)
"""Planted errors that an edit can mend."""
SENTENCES, EDITS = 40, 14
"""Sentences of each sort of a pair, and edits tried for each."""
DEAR, LIGHT = 8.0, 2.5
"""Nats that a content word and a function word without a link are held to cost."""

Judged = tuple[str, float, bool]
"""The kind of an edit, by how much it lowers the expected penalty, whether it touches an error."""


def judge(languages: str, model: EmbeddedModel) -> Iterator[Judged]:
    """Every edit of clean sentences, and those that touch an error of damaged ones."""
    clean = read_clean(languages, "dev", (CLEAN_SYSTEM,))
    engines = Engines(name="none", embedder=model.embedder, estimator=model.estimator)
    items = list[tuple[Pair, int, int]]()
    for rows, errors in documents(clean, plant_errors(clean)):
        (article,), _ = gather([make_article(damaged(clean, rows, errors))], frozenset({"links"}), engines)
        for row, pair in zip(rows, article.pairs, strict=True):
            if not errors:
                items.append((pair, 0, 0))
            elif row in errors and errors[row].kind in MENDED:
                items.append((pair, errors[row].start, errors[row].end))
    Random(SEED).shuffle(items)
    bad = [item for item in items if item[2]][:SENTENCES]
    sound = [item for item in items if not item[2]][:SENTENCES]
    for pair, start, end in (*bad, *sound):
        for edit, gain in _weigh(pair, model):
            touches = edit.start < end and edit.end > start
            if touches or not end:
                yield edit.kind, gain, touches


def _weigh(pair: Pair, model: EmbeddedModel) -> list[tuple[Edit, float]]:
    source, target = (side.text if side else "" for side in (pair.source, pair.target))
    edits = propose(source, target, _costs(pair, target), pair.target_language)[:EDITS]
    texts = [target, *(edit.apply(target) for edit in edits)]
    found = model.estimator.estimate([(source, text) for text in texts], pair.source_language, pair.target_language)
    return [(edit, found[0].penalty - item.penalty) for edit, item in zip(edits, found[1:], strict=True)]


def _costs(pair: Pair, text: str) -> list[TokenScore]:
    """A word costs the more the weaker its best link is."""
    function = closed_classes(pair.target_language).function
    found = []
    for word in words(text):
        near = (
            link for link in pair.evidence.links or () if link.target.start < word.end and link.target.end > word.start
        )
        best = max((link.strength for link in near), default=0.0)
        dear = LIGHT if text[word.start : word.end].casefold() in function else DEAR
        found.append(TokenScore(word.start, word.end, -dear * (1 - min(2 * best, 0.9))))
    return found


def describe(name: str, judged: Sequence[Judged]) -> str:
    """One line: how many edits, AUC, share found at one in fifty of the clean ones."""
    right, wrong = (np.array([gain for _, gain, touches in judged if touches is side]) for side in (True, False))
    if not len(right) or not len(wrong):
        return f"{name}: {len(right)} right, {len(wrong)} of clean sentences"
    area, found = float(np.mean(right[:, None] > wrong[None])), float(np.mean(right > np.quantile(wrong, 0.98)))
    return f"{name}: {len(right)} right, {len(wrong)} of clean sentences, AUC {area:.2f}, {found:.0%} found at 2 % of the clean ones"


def main() -> None:
    """Every pair, then every kind over all pairs."""
    parser = argparse.ArgumentParser(prog="python -m corpora.measure_quality_probes", description=__doc__)
    parser.add_argument("--pairs", default="pt-en,es-en")
    model = embedded_model()
    if model is None:
        parser.exit(1, "the embedded model is not installed\n")
    judged = [item for languages in parser.parse_args().pairs.split(",") for item in judge(languages, model)]
    print(describe("all", judged))
    for kind in sorted({kind for kind, _, _ in judged}):
        print(describe(kind, [item for item in judged if item[0] == kind]))


if __name__ == "__main__":
    main()
