"""A denied word that stands undenied is surer than a free rendering, a loss surer than an addition; without a model nothing is weighed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tqcheck.checks.negation import find_difference, negation_flip
from tqcheck.checks.negation_strength import SIGNS, features, strength
from tqcheck.model import Evidence, Link, Pair, Quality, Run, Segment, Span
from tqcheck.registry import Context

LIKE = {"covered": 0.5, "alike": 0.5, "critical": 0.2} | dict.fromkeys(
    ("added", "linked", "unlinked", "answered", "worded", "counted", "affirmed"), 0.0
)


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def measured(source: str, target: str, languages: tuple[str, str], links: tuple[tuple[str, str], ...]) -> Pair:
    quality = Quality(score=0.5, adequacy=0.0, penalty=1.0, critical=0.2, spans=(), omissions=(), signature="t")
    found = tuple(
        Link(Span(source.index(a), source.index(a) + len(a)), Span(target.index(b), target.index(b) + len(b)), 0.8)
        for a, b in links
    )
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=languages[0],
        target_language=languages[1],
        evidence=Evidence(links=found, quality=quality, similarity=0.5),
    )


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_every_feature_speaks_for_what_it_should(name):
    more = strength(LIKE | {name: LIKE[name] + 0.3})
    assert (more - strength(LIKE)) * SIGNS[name] >= 0


def test_a_denied_word_that_stands_undenied_is_surer_than_one_without_counterpart():
    texts = "Мэр не подписал договор вчера.", "The mayor signed the contract yesterday."
    rest = (("Мэр", "mayor"), ("договор", "contract"), ("вчера", "yesterday"))
    sure = measured(*texts, ("ru", "en"), (*rest, ("подписал", "signed")))
    free = measured(*texts, ("ru", "en"), rest[:1])
    context = Context(source_language="ru", target_language="en")
    (one,), (other,) = negation_flip.judge(sure, context), negation_flip.judge(free, context)
    assert one.witness == other.witness == "lost"
    assert one.confidence > other.confidence + 0.2


def test_an_addition_is_less_sure_than_a_loss():
    assert strength(LIKE | {"added": 1.0}) < strength(LIKE) / 2


def test_without_a_model_the_tables_speak_alone():
    pair = measured("Мост открыт.", "The bridge is not open.", ("ru", "en"), ())
    bare = replace(pair, evidence=Evidence())
    flip = find_difference(bare)
    assert flip is not None
    assert not flip.lost
    assert features(bare, flip, "unknown") == {}
    (hit,) = negation_flip.judge(bare, Context(source_language="ru", target_language="en"))
    assert hit.witness == "tables"
