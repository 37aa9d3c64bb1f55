"""Where the source names one value and the translation another; the traps are sentences that say the same in other words."""

from __future__ import annotations

import pytest

from tqcheck.text.opposites import find_oppositions


def found(source: str, target: str, languages: str) -> list[tuple[str, str]]:
    return [
        (source[slice(*item.source)], target[slice(*item.target)])
        for item in find_oppositions(source, target, *languages.split("-"))
    ]


@pytest.mark.parametrize(
    ("languages", "source", "target", "expected"),
    [
        ("en-de", "It takes at least two years.", "Es dauert höchstens zwei Jahre.", ("at least", "höchstens")),
        ("en-uk", "It takes at least two years.", "Це триває щонайбільше два роки.", ("at least", "щонайбільше")),
        ("pl-en", "Jej siostrzenica mieszka tu.", "Her daughter lives here.", ("siostrzenica", "daughter")),
        ("ar-en", "جاءت ابنة أخيه.", "His sister came.", ("ابنة أخيه", "sister")),
        ("ja-en", "小麦を輸入している。", "It exports wheat.", ("輸入", "exports")),
        ("zh-en", "不足20人参加。", "More than 20 people came.", ("不足", "More than")),
        (
            "tr-en",
            "Karar oy birliğiyle alındı.",
            "The decision was taken by a majority.",
            ("oy birliğiyle", "majority"),
        ),
        (
            "en-fr",
            "Every hour, to the regret of some.",
            "Toutes les heures, au regret de tous les gens.",
            ("some", "tous les"),
        ),
        ("ar-en", "انخفض المنسوب على بعد يقل عن ٣ كم.", "The level fell more than 3 km away.", ("يقل عن", "more than")),
        ("sr-en", "Кирија је порасла за 5 %.", "The rent fell by 5%.", ("порасла", "fell")),
        ("fi-en", "Saaliit jäivät pienemmiksi.", "The catches were larger.", ("pienemmiksi", "larger")),
        ("hu-en", "A bíróság hazai cégeket keresett.", "The court looked for foreign firms.", ("hazai", "foreign")),
        ("en-hu", "The minister denied the report.", "A miniszter megerősítette a hírt.", ("denied", "megerősítette")),
        ("en-el", "The tenants have complied with it.", "Οι ένοικοι το παραβίασαν.", ("complied with", "παραβίασαν")),
        ("hr-en", "Stanarina je porasla za 5 %.", "The rent fell by 5%.", ("porasla", "fell")),
    ],
)
def test_another_value(languages: str, source: str, target: str, expected: tuple[str, str]) -> None:
    assert found(source, target, languages) == [expected]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-de", "It takes not less than two years.", "Es dauert mindestens zwei Jahre."),
        ("en-ru", "It takes at least two years.", "Это занимает не менее двух лет."),
        ("en-fr", "Sales fell by 40 %.", "Il y a eu 40 % de ventes en moins."),
        ("en-es", "Prices are no higher than before.", "Los precios no son más altos que antes."),
        ("en-de", "He must not go.", "Er darf nicht gehen."),
        ("en-it", "It opened in May and closed in June.", "Ha aperto a maggio e chiuso a giugno."),
        ("en-sr", "The mother and the father came.", "Дошли су отац и мајка."),
        ("tr-en", "Kullanmadığınızdan eminseniz açın.", "If you are sure you do not use it, open it."),
        (
            "en-hu",
            "Sites are not shown even if they are open.",
            "A webhelyek akkor sem jelennek meg, ha nyitva vannak.",
        ),
        ("en-zh", "North Korea closed the border.", "朝鲜关闭了边境。"),
        ("en-pl", "Both values: at least two, at most six.", "Co najmniej dwa, najwyżej sześć."),
        ("en-it", "Some like it, every critic does.", "Ad alcuni piace, a ogni critico di certo."),
        ("xx-yy", "It takes at least two years.", "Es dauert höchstens zwei Jahre."),
    ],
)
def test_the_same_in_other_words(languages: str, source: str, target: str) -> None:
    assert found(source, target, languages) == []
