"""The time of one verb among several: found by its place, and by each side naming its own time once more."""

from __future__ import annotations

import pytest

from tqcheck.text.tenses import find_tense_shift


@pytest.mark.parametrize(
    ("languages", "source", "target", "past"),
    [
        (
            "en-fr",
            "A curtain that vanished in 1943 has turned up, and on Friday evening it will be lowered for an audience.",
            "Disparu en 1943, un rideau a été retrouvé. Vendredi soir, il est descendu devant un public.",
            True,
        ),
        (
            "tr-en",
            "Başkan bakanlığa başvuracaklarını söylüyor.",
            "The mayor says it has applied to the ministry.",
            True,
        ),
        (
            "en-ru",
            "The archive will publish the diaries next year, once the family, which had kept them for decades, has removed some pages.",
            "Архив опубликовал дневники в будущем году, когда семья, десятилетиями хранившая их в банке, изымет часть страниц.",
            True,
        ),
        ("ar-en", "وستنقل الإذاعة الحفل.", "The radio brought the concert to those who were away.", True),
        ("he-en", "המוזיאון ייפתח לקהל בחודש מאי.", "The museum was opened to the public in May.", True),
        (
            "en-fa",
            "The bridge will be closed in June.",
            "این پل در ماه ژوئن بسته شده است و شهرداری آن را تخریب کرد.",
            True,
        ),
        ("ro-en", "Muzeul va fi deschis în mai.", "The museum was opened in May.", True),
        ("en-bg", "The museum was opened in June.", "Музеят ще бъде открит през юни.", False),
    ],
)
def test_a_verb_of_another_time(languages: str, source: str, target: str, past: bool) -> None:
    found = find_tense_shift(source, target, *languages.split("-"))
    assert found is not None
    assert found.to_past is past


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "en-ar",
            "Whether she will try again next year is open.",
            "ولا أحد يعرف إذا كانت ستعيد الكرة في العام المقبل.",
        ),
        ("en-tr", "They had both feet to compare.", "Ellerinde karşılaştıracak iki tek de bulunuyordu."),
        (
            "en-tr",
            "But Flake said he would do so only with the understanding that the police would look into the claims, which have been denied.",
            "Ancak Flake, bunu yalnızca polisin reddedilen iddiaları araştırması durumunda yapacağını söyledi.",
        ),
        (
            "en-tr",
            "An approach of teaching cells how to target a tumour has worked in patients.",
            "Hücrelere bir tümörü nasıl hedef alacaklarını öğreten yaklaşım hastalarda işe yaramıştır.",
        ),
        ("en-hr", "You need a screwdriver.", "Trebat će vam odvijač."),
        ("ko-en", "민원이 접수된 것이다.", "There were complaints."),
        ("en-es", "“It will be more than one,” said Walton.", "«Será más de uno», dijo Walton."),
    ],
)
def test_the_same_time_said_otherwise(languages: str, source: str, target: str) -> None:
    assert find_tense_shift(source, target, *languages.split("-")) is None
