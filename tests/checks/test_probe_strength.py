"""Strengths of probes: what both sides gain by more is stronger, what a link explains or a free article has is weaker."""

from dataclasses import replace

import pytest

from tqcheck.checks.probe_strength import HIGHEST, Measures, weigh

LOUD = Measures(gain=30.0, support=25.0, content=2, ends=True)
KINDS = ("added", "lost", "negation", "swap", "gender", "modality", "name", "figure", "word")


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
        ("added", {"freedom": 1.0}),
        ("lost", {"content": 1}),
        ("lost", {"ends": False}),
        ("lost", {"relayed": True}),
        ("negation", {"linked": 1.0}),
        ("name", {"relayed": True}),
    ],
)
def test_what_speaks_against_a_kind_weakens_it(kind, change):
    mild = replace(LOUD, gain=18.0, support=9.0)
    assert weigh(kind, replace(mild, **change)) < weigh(kind, mild)


def test_engines_that_agree_strengthen_a_negation():
    mild = replace(LOUD, gain=8.0, support=3.0)
    assert (
        weigh("negation", mild)
        < weigh("negation", replace(mild, agreed=1))
        < weigh("negation", replace(mild, agreed=2))
    )


def test_a_kind_without_weights_has_no_strength():
    assert weigh("unheard of", LOUD) == 0.0
