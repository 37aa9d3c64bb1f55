"""TQ202 where no engine scores: the embedded model is asked what the sentence would be without words that nothing renders."""

import pytest

from tqcheck.checks.probe_hits import superfluous_words
from tqcheck.config import Plan
from tqcheck.evidence import gather
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.pipeline import default_engines
from tqcheck.registry import Context

NEEDS = frozenset({"links", "likelihood"})


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def found(source, target, language):
    """The words of the translation that are found to be added."""
    document = Document(path="a", text="", blocks=(), format="plain")
    pair = Pair(source=segment(source), target=segment(target), source_language=language, target_language="en")
    subject = Article(
        translation=document, source=document, source_language=language, target_language="en", pairs=(pair,)
    )
    (measured,), _ = gather([subject], NEEDS, default_engines(Plan(engine="none", cache=False), NEEDS))
    context = Context(source_language=language, target_language="en", article=measured)
    return [target[hit.start : hit.end] for hit in superfluous_words(measured.pairs[0], context)]


@pytest.mark.parametrize(
    ("source", "target", "language", "words"),
    [
        (
            "Der Rat hat den Bau der Brücke beschlossen.",
            "The council decided to build the bridge with them.",
            "de",
            "with them",
        ),
        (
            "Савет је одлучио да гради мост преко реке.",
            "The council decided to build a bridge over the river with him.",
            "sr",
            "with him",
        ),
    ],
)
def test_words_that_the_source_does_not_have_are_found(source, target, language, words):
    assert words in " ".join(found(source, target, language))


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Der Rat hat den Bau der Brücke beschlossen.", "The council has decided to build the bridge.", "de"),
        ("Савет је одлучио да гради мост преко реке.", "The council decided to build a bridge over the river.", "sr"),
        ("理事会决定建造这座桥。", "The council has decided to build this bridge.", "zh"),
    ],
)
def test_what_grammar_asks_for_is_no_addition(source, target, language):
    assert found(source, target, language) == []
