"""How surely a sentence is a stranger: every sign pulls its own way, and what cannot be judged is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.fit_detached import SIGNS
from tqcheck.checks.detached_strength import PRIOR, USUAL, features, strength, surroundings
from tqcheck.checks.logistic import HIGHEST
from tqcheck.model import Article, Document, Evidence, Link, Pair, Quality, Run, Segment, Span

STRANGER = {
    "margin": -0.1,
    "unusual": -0.35,
    "alone": 0.25,
    "linked": 0.02,
    "aligned": 0.0,
    "critical": 0.95,
    "shared": 0.0,
    "long": 2.77,
    "rendered": 0.0,
    "unrendered": 6.0,
}
RENDERING = {
    "margin": 0.3,
    "unusual": 0.0,
    "alone": -0.2,
    "linked": 0.4,
    "aligned": 6.0,
    "critical": 0.2,
    "shared": 2.0,
    "long": 2.0,
    "rendered": 4.0,
    "unrendered": 2.0,
}
SOURCE, TARGET = (
    "Выборы прошли 5 мая в Новосибирске без споров.",
    "The elections of 5 May in Novosibirsk passed without dispute.",
)


def pair(source: str = SOURCE, target: str = TARGET, confidence: float = 0.9, margin: float | None = 0.3) -> Pair:
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
        evidence=Evidence(margin=margin, quality=quality, links=links),
    )


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def article(*margins: float) -> Article:
    pairs = tuple(pair(margin=margin) for margin in margins)
    empty = Document(text="", blocks=(), path="", format="txt")
    return Article(translation=empty, source=empty, source_language="ru", target_language="en", pairs=pairs)


def test_signs_that_agree_make_a_stranger_and_never_a_certainty() -> None:
    assert 0.85 < strength(STRANGER) <= HIGHEST


def test_each_sign_of_a_rendering_makes_it_less_sure() -> None:
    assert strength(RENDERING) < 0.01
    for name in SIGNS:
        toward = {name: STRANGER[name] - SIGNS[name] * 0.5}
        assert strength(STRANGER | toward) <= strength(STRANGER), name


def test_no_sign_alone_makes_a_stranger() -> None:
    for name, value in STRANGER.items():
        assert strength(RENDERING | {name: value}) < 0.1, name


def test_figures_names_and_links_count_in_any_script() -> None:
    found = features(pair())
    assert found["shared"] == 2  # 5, and Новосибирске beside Novosibirsk
    assert found["linked"] == pytest.approx(1.3 / 10)
    assert features(pair(target="The elections of 7 May went well enough there."))["shared"] == 0


def test_more_words_than_a_long_sentence_has_say_nothing_more() -> None:
    longer, longest = (features(pair(SOURCE * times, TARGET * times)) for times in (3, 9))
    assert longer["long"] == longest["long"] > features(pair())["long"]


def test_a_margin_is_held_against_those_of_the_other_sentences() -> None:
    told = article(0.4, 0.0, 0.3, 0.5)
    found = features(told.pairs[1], told)
    assert found["unusual"] == pytest.approx(-(3 * 0.4 + PRIOR * USUAL) / (3 + PRIOR))
    assert found["alone"] == pytest.approx(0.3)
    assert features(told.pairs[0], told)["alone"] == pytest.approx(-0.4)


def test_in_a_freely_translated_article_a_small_margin_is_usual() -> None:
    free, close = article(0.05, 0.06, 0.04, 0.07, 0.05), article(0.05, 0.4, 0.5, 0.4, 0.5)
    assert features(free.pairs[0], free)["unusual"] > features(close.pairs[0], close)["unusual"] + 0.15


@pytest.mark.parametrize("margins", [(), (0.1,)])
def test_a_sentence_by_itself_is_held_against_most_articles(margins: tuple[float, ...]) -> None:
    assert surroundings(margins, 0.1) == (USUAL, USUAL)


def test_equal_margins_are_not_taken_for_ones_own() -> None:
    least, usual = surroundings((0.1, 0.1, 0.3), 0.1)
    assert least == 0.1
    assert usual == pytest.approx((2 * 0.2 + PRIOR * USUAL) / (2 + PRIOR))


def test_what_is_too_short_or_was_not_measured_is_not_judged() -> None:
    assert features(pair(target="It passed.")) == {}
    assert features(pair(margin=None)) == {}
    assert features(replace(pair(), evidence=Evidence(margin=0.1))) == {}
    assert features(replace(pair(), source=None)) == {}
    assert strength({}) == 0.0
