"""Polarity, contrasts and gender: what a text says, and what it only seems to say."""

from __future__ import annotations

import pytest

from tqcheck.text.contrasts import find_contradictions
from tqcheck.text.gender_conflicts import find_gender_conflicts
from tqcheck.text.negation import read_polarity


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        ("He didn't come and will not come.", "en", 2),
        ("It is No.1 of the world.", "en", 0),
        ("Elle n'est pas venue.", "fr", 1),
        ("Elle n'est pas venue et n'a rien dit.", "fr", 2),
        ("Niko nije došao.", "sr", 1),
        ("It was neither ordered nor paid.", "en", 1),
        ("Sönmez açıklamada konuştu.", "tr", 0),
        ("Gelip gelmeyeceği belli.", "tr", 0),
        ("Gelmedi.", "tr", 1),
        ("Nemohli přijít.", "cs", 1),
        ("Německo má nejvyšší nebo nové ceny.", "cs", 0),
        ("آنها نمی‌آیند.", "fa", 1),
        ("فاز الفريق على ملعب لا كورونيا.", "ar", 0),
        ("لا تتجاوز كلفة المشروع مليون دولار.", "ar", 0),
        ("مشارکت از ۱۶ درصد فراتر نرفت.", "fa", 0),
        ("他没有来。", "zh", 1),
        ("他不仅来了。", "zh", 0),
    ],
)
def test_denials_are_counted(text: str, language: str, times: int) -> None:
    polarity = read_polarity(text, language)
    assert polarity is not None
    assert len(polarity.denials) == times


def test_a_concord_word_without_its_verb_is_bare() -> None:
    alone, beside = read_polarity("Oni žele nikog povrijediti.", "hr"), read_polarity("Ne žele nikog.", "hr")
    assert alone is not None
    assert beside is not None
    assert (alone.bare, beside.bare) == (True, False)


@pytest.mark.parametrize(
    ("source", "target", "languages", "found"),
    [
        ("It may be used in March.", "Его нужно использовать в марте.", ("en", "ru"), ["нужно"]),
        ("It must be closed.", "Sie kann geschlossen werden.", ("en", "de"), ["kann"]),
        ("It must be closed.", "Sie muss geschlossen werden.", ("en", "de"), []),
        ("It came in May.", "Es muss kommen.", ("en", "de"), []),
        (
            "Residents are under no obligation to register.",
            "Residenten dürfen sich nicht anmelden.",
            ("en", "de"),
            ["dürfen sich nicht"],
        ),
        (
            "Хворі не повинні піднімати нічого важкого.",
            "Patients need not lift anything heavy.",
            ("uk", "en"),
            ["need not"],
        ),
        (
            "Vlasnici nisu dužni da se javljaju, ali niko drugi ne sme.",
            "Owners are not obliged to report, but nobody else may.",
            ("sr", "en"),
            [],
        ),
        (
            "Visitors may take photographs, but they are asked not to touch.",
            "見学者は写真を撮らなければならないが、触れないよう求められている。",
            ("en", "ja"),
            ["なければならない"],
        ),
    ],
)
def test_a_contradiction_is_seen_from_both_sides(
    source: str, target: str, languages: tuple[str, str], found: list[str]
) -> None:
    hits = find_contradictions(source, target, *languages)
    assert [target[hit.start : hit.end] for hit in hits] == found


@pytest.mark.parametrize(
    ("source", "target", "languages", "found"),
    [
        ("She left.", "他走了。", ("en", "zh"), ["他"]),
        ("She and her brother left.", "他们走了。", ("en", "zh"), []),
        ("彼女は帰った。", "He went home.", ("ja", "en"), ["He"]),
        ("The company said she would come.", "Компания сообщила, что он придёт.", ("en", "ru"), ["он"]),
        ("Hän lähti.", "He left.", ("fi", "en"), []),
    ],
)
def test_a_gender_is_judged_where_one_side_speaks_of_one_alone(
    source: str, target: str, languages: tuple[str, str], found: list[str]
) -> None:
    hits = find_gender_conflicts(source, target, *languages)
    assert [target[hit.start : hit.end] for hit in hits] == found
