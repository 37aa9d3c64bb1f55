"""A word that a model expects is linked to the source where it renders it, and what was known of a pair stays as it was."""

from dataclasses import replace

import pytest

from tqcheck.align.expected_words import link_pairs
from tqcheck.align.words import compare_words
from tqcheck.model import Evidence, Likelihood, Pair, Probe, Run, Segment
from tqcheck.pipeline import embedded_model


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def pair(source, given, said="", expected="", kind="word", support=9.0):
    start = given.find(said) if said else 0
    probe = Probe(kind=kind, start=start, end=start + len(said), replacement=expected, gain=20.0, support=support)
    likelihood = Likelihood(tokens=(), total=0.0, signature="t", probes=(probe,) if said else ())
    evidence = Evidence(likelihood=likelihood)
    return Pair(
        source=segment(source), target=segment(given), source_language="pt", target_language="en", evidence=evidence
    )


OTHERS = [
    pair("O comboio chegou tarde à estação.", "The train arrived late at the station."),
    pair("A escola fica perto do rio.", "The school is close to the river."),
]


@pytest.fixture(scope="module")
def embedder():
    model = embedded_model()
    assert model is not None
    return model.embedder


def link_of(embedder, *question, **changes):
    found = link_pairs([pair(*question, **changes), *OTHERS], embedder)[0][1]
    return found.probes[0].link


def test_the_right_word_is_linked_and_a_wrong_one_hardly(embedder):
    source, given = "A universidade abriu as portas.", "The possibility opened its doors."
    right = link_of(embedder, source, given, "possibility", "university")
    wrong = link_of(embedder, source, given, "possibility", "vegetable")
    assert right > 0.6
    assert wrong < right - 0.3


@pytest.mark.parametrize("changes", [{"support": None}, {"support": -3.0}, {"kind": "delete"}])
def test_only_what_both_sides_gain_by_is_asked_about(embedder, changes):
    assert (
        link_of(embedder, "A universidade abriu.", "The possibility opened.", "possibility", "university", **changes)
        is None
    )


def test_what_is_known_of_a_pair_does_not_depend_on_its_probes(embedder):
    asked = pair("A universidade abriu as portas.", "The possibility opened its doors.", "possibility", "university")
    bare = replace(asked, evidence=Evidence())
    assert link_pairs([asked, *OTHERS], embedder)[0][0] == compare_words([bare, *OTHERS], embedder)[0]
