"""Strengths of probes: what both sides gain by more is stronger, what a link explains or a free article has is weaker."""

from dataclasses import replace

import pytest

from tqcheck.checks.logistic import HIGHEST
from tqcheck.checks.probe_strength import Measures, weigh

LOUD = Measures(gain=30.0, support=25.0, content=2, ends=True)
KINDS = (
    "added",
    "participant",
    "lost",
    "restored",
    "phrase",
    "negation",
    "swap",
    "gender",
    "modality",
    "name",
    "figure",
    "word",
)


@pytest.mark.parametrize("kind", KINDS)
def test_more_gain_and_more_support_never_weaken(kind):
    assert weigh(kind, replace(LOUD, gain=12.0)) <= weigh(kind, LOUD) <= HIGHEST
    assert weigh(kind, replace(LOUD, support=4.0)) <= weigh(kind, LOUD)
    assert weigh(kind, replace(LOUD, gain=90.0)) == weigh(kind, replace(LOUD, gain=40.0))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("word", {"link": 0.5}),
        ("added", {"link": 0.3}),
        ("participant", {"link": 0.3}),
        ("added", {"freedom": 1.0}),
        ("lost", {"content": 1}),
        ("restored", {"ends": False}),
        ("lost", {"relayed": True}),
        ("negation", {"linked": 1.0}),
        ("name", {"relayed": True}),
    ],
)
def test_what_speaks_against_a_kind_weakens_it(kind, change):
    mild = replace(LOUD, gain=18.0, support=9.0)
    assert weigh(kind, replace(mild, **change)) < weigh(kind, mild)


@pytest.mark.parametrize(
    "kind", ["negation", "modality", "gender", "figure", "swap", "lost", "restored", "word", "name"]
)
def test_engines_that_agree_strengthen_a_kind(kind):
    much = kind == "word"
    mild = replace(LOUD, gain=30.0 * much, support=25.0 if much else -10.0, restored=20.0, relayed=True, ends=False)
    assert weigh(kind, mild) < weigh(kind, replace(mild, agreed=1)) < weigh(kind, replace(mild, agreed=2))


def test_a_word_that_the_source_asks_for_is_surer_than_one_that_only_the_model_likes():
    mild = replace(LOUD, gain=18.0, support=9.0, expected=0.3)
    assert weigh("word", mild) + 0.2 < weigh("word", replace(mild, expected=0.8))


def test_a_phrase_that_mends_both_sides_strengthens_an_omission():
    mild = replace(LOUD, gain=18.0, support=2.0, ends=False)
    assert weigh("restored", replace(mild, restored=20.0)) < weigh("restored", replace(mild, restored=60.0))


def test_a_kind_without_weights_has_no_strength():
    assert weigh("unheard of", LOUD) == 0.0
