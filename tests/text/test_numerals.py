"""Digits read by value, by locale."""

from decimal import Decimal

import pytest

from tqcheck.text.digits import ascii_digits
from tqcheck.text.numerals import find_numerals, format_number


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [
        ("1,500", "en", ["1500", "1.500"]),
        ("1.500", "de", ["1500", "1.500"]),
        ("1.500", "en", ["1.500", "1500"]),
        ("1 250 000", "fr", ["1250000"]),
        ("1\u202f250,5", "fr", ["1250.5"]),
        ("12,50,000", "hi", ["1250000"]),
        ("1,234.56", "de", ["1234.56"]),
        ("3,3", "en", ["3.3"]),
        ("1’500’000", "de-CH", ["1500000"]),
    ],
)
def test_readings_put_the_locale_first(text: str, language: str, readings: list[str]) -> None:
    (numeral,) = find_numerals(text, language)
    assert numeral.readings == tuple(map(Decimal, readings))


def test_marks_of_another_locale_are_foreign() -> None:
    assert [numeral.foreign for numeral in find_numerals("3,3 and 3.3 and 3,300", "en")] == [True, False, False]


def test_a_version_is_no_single_number() -> None:
    assert [int(numeral.readings[0]) for numeral in find_numerals("2.1.3", "en")] == [2, 1, 3]


def test_digits_of_every_script_keep_their_offsets() -> None:
    text = "٢٥٠ و १२ ３４"
    assert ascii_digits(text) == "250 و 12 34"


@pytest.mark.parametrize(
    ("value", "language", "decimals", "written"),
    [
        ("3.3", "en", 1, "3.3"),
        ("4000", "es", 0, "4000"),
        ("1250000", "hi", 0, "12,50,000"),
        ("1250.75", "de", 2, "1.250,75"),
    ],
)
def test_a_value_in_the_form_of_the_locale(value: str, language: str, decimals: int, written: str) -> None:
    assert format_number(Decimal(value), language, decimals=decimals) == written
