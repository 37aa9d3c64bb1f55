"""How surely a sentence is a stranger: every sign pulls its own way, and what cannot be judged is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tqcheck.checks.detached_strength import features, strength
from tqcheck.checks.probe_strength import HIGHEST
from tqcheck.model import Evidence, Link, Pair, Quality, Run, Segment, Span

STRANGER = {
    "alike": 0.1,
    "linked": 0.0,
    "aligned": 0.0,
    "critical": 0.9,
    "shared": 0.0,
}
SOURCE, TARGET = (
    "Выборы прошли 5 мая в Новосибирске без споров.",
    "The elections of 5 May in Novosibirsk passed without dispute.",
)


def pair(source: str = SOURCE, target: str = TARGET, confidence: float = 0.9) -> Pair:
    quality = Quality(
        score=0.5, adequacy=0.3, penalty=1.0, critical=0.1, spans=(), omissions=(), signature="tqcheck-quality:0"
    )
    links = tuple(
        Link(source=Span(n, n + 1), target=Span(n, n + 1), strength=value) for n, value in enumerate((0.9, 0.4))
    )
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language="ru",
        target_language="en",
        confidence=confidence,
        evidence=Evidence(similarity=0.6, quality=quality, links=links),
    )


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def test_signs_that_agree_make_a_stranger_and_never_a_certainty() -> None:
    assert 0.85 < strength(STRANGER) <= HIGHEST


@pytest.mark.parametrize(
    ("name", "value"),
    [("alike", 0.6), ("linked", 0.5), ("aligned", 6.0), ("critical", 0.05), ("shared", 2.0)],
)
def test_each_sign_of_a_rendering_makes_it_less_sure(name: str, value: float) -> None:
    assert strength(STRANGER | {name: value}) < strength(STRANGER)


def test_no_sign_alone_makes_a_stranger() -> None:
    rendering = {
        "alike": 0.6,
        "linked": 0.5,
        "aligned": 6.0,
        "critical": 0.05,
        "shared": 2.0,
    }
    for name, value in STRANGER.items():
        assert strength(rendering | {name: value}) < 0.1, name


def test_figures_names_and_strong_links_count_in_any_script() -> None:
    found = features(pair())
    assert found["shared"] == 2  # 5, and Новосибирске beside Novosibirsk
    assert found["linked"] == pytest.approx(1 / 8)
    assert features(pair(target="The elections of 7 May went well enough there."))["shared"] == 0


def test_what_is_too_short_or_was_not_measured_is_not_judged() -> None:
    assert features(pair(target="It passed.")) == {}
    assert features(replace(pair(), evidence=Evidence(similarity=0.6))) == {}
    assert features(replace(pair(), source=None)) == {}
    assert strength({}) == 0.0
