"""Numbers in words, in many grammars."""

import pytest

from tqcheck.text.number_words import find_spelled_numbers


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two hundred and twenty-one", 221),
        ("de", "einundzwanzigtausend", 21000),
        ("fr", "quatre-vingt-dix-neuf mille deux cents", 99200),
        ("es", "treinta y dos mil", 32000),
        ("it", "duecentotrenta", 230),
        ("sr", "двадесет један", 21),
        ("sr", "dvjesta pedeset dvije hiljade", 252000),
        ("ru", "двумстам пятидесяти тысячам", 250000),
        ("uk", "п’ятдесят", 50),
        ("pl", "dwudziestu pięciu tysięcy", 25000),
        ("fi", "kolmestasadasta", 300),
        ("tr", "yirmi beşinci", 25),
        ("ar", "خمسة وعشرون", 25),
        ("ar", "ثلاثمائة وخمسين", 350),
        ("hi", "पैंतालीस हज़ार तीन सौ", 45300),
        ("zh", "三百五十万", 3500000),
        ("ja", "二〇二四", 2024),
    ],
)
def test_value(language: str, text: str, value: int) -> None:
    assert [number.value for number in find_spelled_numbers(text, language)] == [value]


def test_offsets_cover_the_words() -> None:
    text = "some twenty-five people and nineteen dogs"
    assert [text[n.start : n.end] for n in find_spelled_numbers(text, "en")] == ["twenty-five", "nineteen"]


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Achtung, weinend"), ("tr", "yüzde birlikte"), ("en", "someone often")]
)
def test_words_that_only_look_like_numbers(language: str, text: str) -> None:
    assert find_spelled_numbers(text, language) == []
