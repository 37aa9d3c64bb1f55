"""Words are linked where their vectors are each other's nearest; what nothing renders is left alone and can be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tqcheck.align.unmatched import added_participants, clause_around
from tqcheck.align.words import compare_words
from tqcheck.model import Evidence, Pair, Run, Segment
from tqcheck.text.segment import words

MEANINGS = {
    "uslovi": 1,
    "conditions": 1,
    "su": 2,
    "are": 2,
    "neprihvatljivi": 3,
    "unacceptable": 3,
    "njemu": 4,
    "him": 4,
}


class DictionaryEmbedder:
    """Each word's vector is that of its meaning; a word without one has a direction of its own."""

    signature = "dictionary"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise AssertionError("links need token vectors alone")

    def token_vectors(self, texts: Sequence[str]) -> list[tuple[list[tuple[int, int]], NDArray[np.float32]]]:
        return [self._read(text) for text in texts]

    def _read(self, text: str) -> tuple[list[tuple[int, int]], NDArray[np.float32]]:
        spans = words(text)
        axes = [MEANINGS.get(text[span.start : span.end].lower(), 10 + len(text) + n) for n, span in enumerate(spans)]
        return [(span.start, span.end) for span in spans], np.eye(384, dtype=np.float32)[axes]


def make_pair(source: str, target: str) -> Pair:
    sides = [Segment(text=text, runs=(Run(0, len(text), 0, len(text)),)) for text in (source, target)]
    pair = Pair(source=sides[0], target=sides[1], source_language="sr", target_language="en")
    found = compare_words([pair], DictionaryEmbedder())[0]
    return replace(pair, evidence=Evidence(links=found.links, similarity=found.similarity))


def linked(pair: Pair) -> set[tuple[str, str]]:
    assert pair.source is not None
    assert pair.target is not None
    return {
        (pair.source.text[link.source.start : link.source.end], pair.target.text[link.target.start : link.target.end])
        for link in pair.evidence.links or ()
    }


def test_words_of_one_meaning_are_linked() -> None:
    assert linked(make_pair("Uslovi su neprihvatljivi", "Conditions are unacceptable")) == {
        ("Uslovi", "Conditions"),
        ("su", "are"),
        ("neprihvatljivi", "unacceptable"),
    }


def test_a_participant_that_nothing_renders_is_named_with_the_word_it_hangs_on() -> None:
    found = list(added_participants(make_pair("Uslovi su neprihvatljivi", "Conditions are unacceptable to him")))
    assert [("Conditions are unacceptable to him"[one.start : one.end], one.other) for one in found] == [
        ("to him", (10, 24))
    ]


def test_a_participant_that_the_source_names_is_no_addition() -> None:
    assert not list(
        added_participants(make_pair("Uslovi su neprihvatljivi njemu", "Conditions are unacceptable to him"))
    )


@pytest.mark.parametrize(
    ("text", "place", "clause"),
    [
        ("Rekao je, ali uslovi su loši.", 14, "ali uslovi su loši"),
        ("条件很多，但是不能接受。", 6, "但是不能接受"),
        ("One clause", 0, "One clause"),
    ],
)
def test_the_clause_around_a_word(text: str, place: int, clause: str) -> None:
    start, end = clause_around(text, place)
    assert text[start:end] == clause
