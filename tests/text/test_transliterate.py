"""Serbian in its two alphabets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.text.transliterate import to_cyrillic, to_latin


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубав и џеп, Њујорк", "Ljubav i džep, Njujork"),
        ("ЉУБАВ ЊЕГОШ", "LJUBAV NJEGOŠ"),
        ("Ђорђе ћути у 20. веку.", "Đorđe ćuti u 20. veku."),
        ("инјекција и надживети", "injekcija i nadživeti"),
        ("с\u0301утра", "śutra"),
    ],
)
def test_both_ways(cyrillic, latin):
    assert to_latin(cyrillic) == latin
    assert to_cyrillic(latin) == cyrillic


def test_what_is_not_serbian_stays():
    assert to_latin("Ещё 5 €") == "Eщё 5 €"
    assert to_cyrillic("Windows 7") == "Wиндоwс 7"


@given(st.text(alphabet="абвгдђежзијклмнопрстћуфхцчш ,.1"))
def test_small_letters_come_back(text):
    plain = text.replace("лј", "л ј").replace("нј", "н ј").replace("дж", "д ж")
    assert to_cyrillic(to_latin(plain)) == plain
