"""Long sentences name an axis more than once: each takes the nearest that may render it; what is left over is compared by place."""

from __future__ import annotations

import pytest

from tqcheck.text.opposites import find_oppositions


def found(source: str, target: str, languages: str) -> list[tuple[str, str]]:
    return [(item.meant, item.said) for item in find_oppositions(source, target, *languages.split("-"))]


@pytest.mark.parametrize(
    ("languages", "source", "target", "expected"),
    [
        (
            "de-en",
            "Obwohl die Feuerwehr schon nach sechs Minuten eintraf, brannte der Dachstuhl aus, weil die Zufahrt zu schmal war.",
            "Because the fire brigade arrived after just six minutes, the roof burned out, since the driveway was too narrow.",
            ("concession", "cause"),
        ),
        (
            "en-ja",
            "Although the typhoon had weakened, the railway kept its trains in the depots all day, because wind had brought down trees.",
            "台風は勢力が弱まっていたため、鉄道会社は風で線路に木が倒れたことから、終日列車を車庫に留め置いた。",
            ("concession", "cause"),
        ),
        (
            "en-tr",
            "Most of the olive trees will bear fruit again, but all those on the northern slope had to be cut, and some owners gave up.",
            "Zeytin ağaçlarının tamamı yeniden meyve verecek, ancak kuzey yamacındakilerin hepsi kesildi ve bazı sahipler pes etti.",
            ("most", "all"),
        ),
        (
            "en-tr",
            "He will vote against the plan unless the stall is allowed to stay.",
            "Tezgâhın kalmasına izin verilirse plana karşı oy kullanacak.",
            ("unless", "if"),
        ),
        (
            "en-ru",
            "The copper roof is lighter than the old one and lasts longer.",
            "Медная кровля тяжелее прежней и служит дольше.",
            ("light", "heavy"),
        ),
    ],
)
def test_what_is_left_over_is_another_value(
    languages: str, source: str, target: str, expected: tuple[str, str]
) -> None:
    assert expected in found(source, target, languages)


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "en-zh",
            "The factory went on producing the old model until the last parts were used up, though its engineers had long since finished.",
            "尽管工程师们早已完成，工厂仍继续生产旧型号，直到最后一批备件用完为止。",
        ),
        ("en-bg", '"Today, there\'s neither."', "„Днес и двете са изчезнали“."),
        (
            "en-ru",
            "Police arrest man, 32, on suspicion of murder after woman is stabbed to death",
            "Полиция арестовала 32-летнего мужчину, подозреваемого в нанесении смертельных ножевых ранений женщине",
        ),
        (
            "en-ja",
            "Although the typhoon had weakened, the railway kept its trains in the depots all day, because wind had brought down trees.",
            "台風は勢力が弱まっていたが、鉄道会社は風で線路に木が倒れたことから、終日列車を車庫に留め置いた。",
        ),
        (
            "en-de",
            "The bridge will not open until the cables have been replaced.",
            "Die Brücke öffnet erst, nachdem die Seile ersetzt sind.",
        ),
    ],
)
def test_the_same_said_twice_or_otherwise(languages: str, source: str, target: str) -> None:
    assert not found(source, target, languages)
