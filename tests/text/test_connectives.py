"""How clauses hang together: one connective for another is an opposition, the same in other words is none."""

from __future__ import annotations

import pytest

from tqcheck.text.opposites import find_oppositions


def said(source: str, target: str, languages: str) -> list[tuple[str, str]]:
    return [(item.meant, item.said) for item in find_oppositions(source, target, *languages.split("-"))]


@pytest.mark.parametrize(
    ("languages", "source", "target", "expected"),
    [
        ("en-it", "She hates the sea, yet she sails.", "Odia il mare e perciò naviga.", ("concession", "cause")),
        (
            "sr-en",
            "Ušao je, mada mu je komandir zabranio.",
            "He went in, so the chief forbade it.",
            ("concession", "cause"),
        ),
        (
            "ja-en",
            "雨が降ったせいで試合は中止になった。",
            "The match was cancelled although it rained.",
            ("cause", "concession"),
        ),
        ("en-sr", "If he knew, he would stay.", "Зато што је знао, остао је.", ("condition", "cause")),
        ("en-zh", "He stayed, but he slept badly.", "他留下来了，因此睡得不好。", ("concession", "cause")),
        (
            "tr-en",
            "Yağmur yağdığı için maç ertelendi.",
            "The match was put off although it rained.",
            ("cause", "concession"),
        ),
        ("en-pl", "It opens unless it snows.", "Otwarte, jeśli pada śnieg.", ("unless", "if")),
        ("uk-en", "Він прийде, якщо йому заплатять.", "He will come unless he is paid.", ("if", "unless")),
        ("en-sr", "The skin, unlike the kernel, is dry.", "Opna je, kao i jezgro, suva.", ("unlike", "like")),
        ("es-en", "No se puede entrar, salvo el lunes.", "Nobody may enter, even on Monday.", ("except", "including")),
        ("zh-en", "要么修，要么拆。", "It has to be repaired and pulled down.", ("either", "joined")),
        ("en-ro", "He stayed although it rained.", "A rămas pentru că ploua.", ("concession", "cause")),
        ("hi-en", "वह यही कहा करता था।", "He still says so.", ("formerly", "still")),
        ("uk-en", "Він досі тут живе.", "He lived here at the time.", ("still", "formerly")),
        (
            "sr-en",
            "Predomislio se kada je čuo vest.",
            "He changed his mind before he heard the news.",
            ("at", "before"),
        ),
        ("en-ru", "It was built contrary to the plan.", "Его построили согласно плану.", ("contrary", "accord")),
    ],
)
def test_another_connective(languages: str, source: str, target: str, expected: tuple[str, str]) -> None:
    assert said(source, target, languages) == [expected]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-ru", "He will not go unless he is paid.", "Он пойдёт, только если ему заплатят."),
        ("en-zh", "It works unless it has a dial.", "只要不是转盘的，就能用。"),
        ("en-uk", "He came three years ago, if I remember.", "Він прийшов три роки тому."),
        (
            "en-de",
            "The play is due to be shown in May, yet it is old.",
            "Das Stück soll im Mai laufen, obwohl es alt ist.",
        ),
        ("en-ja", "He was looking for something else.", "別のものも探していた。"),
        ("en-fr", "Tea or coffee and cake.", "Du thé ou du café et du gâteau."),
        ("en-fi", "You may stay, but only until May.", "Saat jäädä, kunhan lähdet toukokuussa."),
        ("en-ar", "He asked when it was written by the council.", "سأل عن موعد كتابته من قبل المجلس."),
        ("en-fr", "He used to live here, and still comes.", "Il vivait ici autrefois et vient encore."),
        ("en-de", "Not until it rained did he come.", "Er kam erst, als es regnete."),
    ],
)
def test_the_same_said_otherwise(languages: str, source: str, target: str) -> None:
    assert said(source, target, languages) == []


def test_vague_words_elsewhere_in_a_long_sentence_excuse_nothing() -> None:
    source = (
        "I came today to vote for the future of the country, for young people here so they can live freely "
        "under the umbrella of the Union although it means safer lives for all of us."
    )
    target = (
        "Přišel jsem dnes volit pro budoucnost země, pro zdejší mladé lidi, aby mohli žít svobodně "
        "pod střechou Unie, protože to pro nás pro všechny znamená bezpečnější život."
    )
    assert said(source, target, "en-cs") == [("concession", "cause")]
