"""What words of a text can render, by the dictionary; and which words of a pair it links."""

from __future__ import annotations

import pytest

from tqcheck.align.renderings import count_rendered, find_heads
from tqcheck.model import Pair, Segment
from tqcheck.text.bilingual import read_headwords
from tqcheck.text.bilingual_table import count_headwords
from tqcheck.text.segment import words


def said(text: str, language: str, other: str) -> dict[str, set[str]]:
    return {text[start:end]: set(found) for start, end, found in read_headwords(text, language, other)}


def pair(source: str, target: str) -> Pair:
    return Pair(
        source=Segment(text=source, runs=()),
        target=Segment(text=target, runs=()),
        source_language="sr",
        target_language="en",
    )


def test_inflected_words_render_their_headword() -> None:
    found = said("Na mostu su stajala deca.", "sr", "en")
    assert "bridge" in found["mostu"]
    assert "child" in found["deca"]


def test_serbian_is_read_in_both_scripts() -> None:
    assert "bridge" in said("На мосту су стајала деца.", "sr", "en")["мосту"]


def test_croatian_reads_the_same_table() -> None:
    assert "child" in said("Dijete je na mostu.", "hr", "en")["Dijete"]


def test_english_words_are_their_own_headwords() -> None:
    found = said("The children’s houses", "en", "sr")
    assert found == {"children’s": {"child"}, "houses": {"house"}}


def test_a_phrase_is_one_rendering() -> None:
    assert "general" not in said("Glavni grad Srbije", "sr", "en")["Glavni grad"]
    assert "capital" in said("Glavni grad Srbije", "sr", "en")["Glavni grad"]


def test_words_written_as_one_are_read_apart() -> None:
    assert "man" in said("C’est l’homme.", "fr", "en")["l’homme"]
    assert "house" in said("Ev'de kimse yok.", "tr", "en")["Ev'de"]


def test_scripts_without_spaces_are_read_by_the_longest_piece() -> None:
    assert "bridge" in said("老桥已经关闭。", "zh", "en").get("桥", set()) | said("老桥已经关闭。", "zh", "en").get(
        "老桥", set()
    )


def test_korean_words_are_read_without_their_particles() -> None:
    assert "government" in said("정부는 다리를 닫았다.", "ko", "en")["정부는"]


def test_compounds_are_read_by_their_parts() -> None:
    assert "bridge" in said("Die Eisenbahnbrücke ist alt.", "de", "en")["Eisenbahnbrücke"]


def test_a_language_without_dictionary_reads_nothing() -> None:
    assert count_headwords("xx") == 0
    assert read_headwords("anything", "xx", "en") == []


@pytest.mark.parametrize(
    ("source", "target"), [("Most je star.", "The bridge is old."), ("Мост је стар.", "The bridge is old.")]
)
def test_links_lie_on_the_words(source: str, target: str) -> None:
    here, there = words(source), words(target)
    ours, theirs = find_heads(source, here, "sr", "en"), find_heads(target, there, "en", "sr")
    assert [
        (source[one.start : one.end].lower(), target[other.start : other.end])
        for one, said in zip(here, ours, strict=True)
        for other, told in zip(there, theirs, strict=True)
        if said & told
    ] == [(source[:4].lower(), "bridge"), (source[8:-1], "old")]


def test_unrelated_words_have_no_link() -> None:
    assert count_rendered(pair("Most je star.", "The cat sleeps in the window."))[0] == 0
