"""I for he, we for they."""

from __future__ import annotations

import pytest

from tqcheck.text.person_swaps import find_person_swap


@pytest.mark.parametrize(
    ("source", "target", "languages", "found"),
    [
        ("Сын думает, что он получит лодку.", "The son thinks that I will get the boat.", "ru-en", True),
        ("Сын думает, что он получит лодку.", "The son thinks that he will get the boat.", "ru-en", False),
        ("他们没有来。", "We did not come.", "zh-en", True),
        ("他们没有来。", "They did not come.", "zh-en", False),
        ("Die Firma sagt, sie zahle.", "The company says that they will pay.", "de-en", False),
        ("Er sagt: Das war mein Fehler.", "He says it was my mistake.", "de-en", False),
        ("Дехто потім проситься з нами.", "Later on, some of them ask to come along.", "uk-en", False),
        ("Дехто з нас не прийшов.", "Some of them did not come.", "uk-en", True),
        ("Дехто потім проситься з нами.", "Later on, some ask to come with them.", "uk-en", True),
        ("North Korea cannot trust the US.", "Северная Корея не верит, что они правы.", "en-ru", False),
    ],
)
def test_persons(source: str, target: str, languages: str, found: bool) -> None:
    assert (find_person_swap(source, target, *languages.split("-")) is not None) == found
