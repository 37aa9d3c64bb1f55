"""TQ201 where an engine translates and none scores: what neither comes back nor is rendered was left out."""

from dataclasses import replace

import pytest

from tqcheck.align.carried_back import find_lost
from tqcheck.align.words import compare_words
from tqcheck.checks.carried_back import lost_stretches
from tqcheck.model import Article, Diagnostics, Document, Evidence, Pair, Run, Segment, Translation
from tqcheck.pipeline import embedded_model
from tqcheck.registry import Context

REST = [
    ("Die Stadt baut eine neue Brücke.", "The town is building a new bridge.", "Die Stadt baut eine neue Brücke."),
    (
        "Der Fluss tritt jedes Frühjahr über die Ufer.",
        "The river floods every spring.",
        "Der Fluss überflutet jeden Frühling.",
    ),
    ("Град гради нови мост.", "The town is building a new bridge.", "Град гради нови мост."),
]


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def pair(source, target, back, language):
    carried = Translation(text=back, language=language, signature="test", diagnostics=Diagnostics())
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=language,
        target_language="en",
        evidence=Evidence(back=carried),
    )


def lost(source, target, back, language="de"):
    """The stretches of the first pair, read in an article with others."""
    embedder = embedded_model().embedder
    pairs = [pair(source, target, back, language), *(pair(*texts, language) for texts in REST)]
    linked = [
        replace(item, evidence=replace(item.evidence, links=found.links))
        for item, found in zip(pairs, compare_words(pairs, embedder), strict=True)
    ]
    done = [
        replace(item, evidence=replace(item.evidence, lost=found))
        for item, found in zip(linked, find_lost(linked, embedder), strict=True)
    ]
    document = Document(path="a", text="", blocks=(), format="plain")
    article = Article(
        translation=document, source=document, source_language=language, target_language="en", pairs=tuple(done)
    )
    context = Context(source_language=language, target_language="en", article=article)
    return [source[slice(*hit.source)] for hit in lost_stretches(done[0], context)]


@pytest.mark.parametrize(
    ("source", "target", "back", "language", "words"),
    [
        (
            "Der Rat beschloss den Bau, obwohl die Fischer heftig protestierten.",
            "The council decided to build it.",
            "Der Rat beschloss, es zu bauen.",
            "de",
            ("Fischer", "protestierten"),
        ),
        (
            "Савет је одлучио да гради мост, иако су се рибари жестоко побунили.",
            "The council decided to build the bridge.",
            "Савет је одлучио да гради мост.",
            "sr",
            ("рибари", "побунили"),
        ),
    ],
)
def test_a_clause_that_neither_side_has_is_lost(source, target, back, language, words):
    found = " ".join(lost(source, target, back, language))
    assert all(word in found for word in words)


@pytest.mark.parametrize(
    ("source", "target", "back"),
    [
        # other words for the same
        (
            "Der Rat beschloss den Bau der Brücke gegen den Willen der Fischer.",
            "The council voted for the bridge against the wishes of the fishermen.",
            "Der Stadtrat stimmte für die Brücke entgegen den Wünschen der Fischer.",
        ),
        # the back-translating engine lost it: the translation has it
        (
            "Der Rat beschloss den Bau, obwohl die Fischer heftig protestierten.",
            "The council decided to build it, although the fishermen protested fiercely.",
            "Der Rat beschloss, es zu bauen.",
        ),
    ],
)
def test_what_is_rendered_is_not_lost(source, target, back):
    assert lost(source, target, back) == []
