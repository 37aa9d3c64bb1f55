"""Differences of a back-translation: words, not characters; case, width and punctuation do not count."""

from __future__ import annotations

import pytest

from tqcheck.render.differences import differences


@pytest.mark.parametrize(
    ("back", "text", "expected"),
    [
        ("O gato dorme.", "o gato dorme", []),
        ("O gato preto dorme.", "O gato dorme.", [("preto", "")]),
        ("Der Hund", "Der große Hund", [("", "große")]),
        ("3.800 soldados", "38.000 soldados", [("3.800", "38.000")]),
        ("猫在睡觉", "狗在睡觉", [("猫", "狗")]),
        ("ﾃｽﾄ", "テスト", []),
        ("قال الرئيس", "قالت الرئيس", [("قال", "قالت")]),
        ("l'homme", "l’homme", [("l'homme", "l’homme")]),
        ("Vlada je poslala", "Влада је послала", []),
        ("3800", "３８００", []),
    ],
)
def test_differences(back: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(back[a:b], text[c:d]) for (a, b), (c, d) in differences(back, text)] == expected
