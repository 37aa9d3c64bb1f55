"""Runs that the other side does not carry, and what makes them an addition or an omission."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tqcheck.checks.phrase_runs import runs_of, side_of
from tqcheck.checks.phrase_strength import SIDES, Kind, phrases, usual_of
from tqcheck.model import Evidence, Pair, Run, Segment, Shares, WordShare
from tqcheck.text.segment import words

SOURCE = "The town opens shelters in the school and in the fire station."
ADDED = "Die Stadt öffnet Unterkünfte in der Schule und in der Feuerwache, mit einem kostenlosen Frühstück."
RUSSIAN = "Город открывает приюты в школе и в пожарной части, с бесплатным горячим завтраком."


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def shares(text: str, unsaid: str) -> tuple[WordShare, ...]:
    start = text.find(unsaid) if unsaid else len(text)
    return tuple(
        WordShare(one.start, one.end, 0.1 if start <= one.start < start + len(unsaid) else 0.9) for one in words(text)
    )


def make(source: str, target: str, languages: tuple[str, str], lost: str = "", added: str = "") -> Pair:
    evidence = Evidence(shares=Shares(shares(source, lost), shares(target, added)))
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=languages[0],
        target_language=languages[1],
        evidence=evidence,
    )


def strongest(kind: Kind, pair: Pair, ratio: float = 0.1) -> tuple[str, float]:
    usual = usual_of(
        [pair, *[make(SOURCE, "Die Stadt öffnet Unterkünfte in der Schule und in der Feuerwache.", ("en", "de"))] * 9],
        ratio,
    )
    assert usual is not None
    found = max(phrases(kind, pair, usual), key=lambda one: one.strength, default=None)
    side = pair.target if SIDES[kind][0] == "target" else pair.source
    return (side.text[found.start : found.end], found.strength) if found and side else ("", 0.0)


@pytest.mark.parametrize(
    ("target", "language", "phrase"),
    [(ADDED, "de", "mit einem kostenlosen Frühstück"), (RUSSIAN, "ru", "с бесплатным горячим завтраком")],
)
def test_a_phrase_at_the_end_that_nothing_carries_is_added(target, language, phrase):
    found, strength = strongest("added", make(SOURCE, target, ("en", language), added=phrase))
    assert found == phrase
    assert strength > 0.3


def test_the_same_in_the_source_is_lost():
    pair = make(ADDED, SOURCE, ("de", "en"), lost="mit einem kostenlosen Frühstück")
    found, strength = strongest("lost", pair, -0.1)
    assert found == "mit einem kostenlosen Frühstück"
    assert strength > 0.3


def test_a_free_rendering_in_a_sentence_of_the_usual_length_is_nothing():
    free = make(
        "He shrugs and the church bells ring outside.",
        "Er zuckt mit den Achseln, die Glocken läuten.",
        ("en", "de"),
        added="mit den Achseln",
    )
    assert strongest("added", free)[1] < 0.3


def test_grammar_words_are_no_phrase():
    pair = make(
        "Книга лежит на столе у окна.", "The book is lying on the table by the window.", ("ru", "en"), added="is"
    )
    side = side_of(pair, "target")
    assert side is not None
    assert all(any(side.content[first:last]) for first, last in runs_of(side, 0.9, "en"))


def test_more_that_is_unsaid_is_never_less_sure():
    known = make(SOURCE, ADDED, ("en", "de"), added="mit einem kostenlosen Frühstück")
    assert known.evidence.shares is not None
    half = replace(
        known.evidence.shares,
        target=tuple(replace(one, share=max(one.share, 0.5)) for one in known.evidence.shares.target),
    )
    fainter = replace(known, evidence=replace(known.evidence, shares=half))
    assert strongest("added", fainter)[1] <= strongest("added", known)[1]


def test_without_shares_nothing_is_judged():
    bare = replace(make(SOURCE, ADDED, ("en", "de")), evidence=Evidence())
    assert side_of(bare, "target") is None
    assert usual_of([bare], 0.0) is None
