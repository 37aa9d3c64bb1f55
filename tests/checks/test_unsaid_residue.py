"""What a side is left with when all its other words have found theirs."""

from __future__ import annotations

import pytest

from tests.checks.test_unrendered import make
from tqcheck.checks.phrase_strength import Kind, UsualShares
from tqcheck.checks.unsaid_residue import find_residual

USUAL = UsualShares(0.0, 0.1, 0.0, {"added": 0.8, "lost": 0.8}, {"added": {}, "lost": {}})


@pytest.mark.parametrize(
    ("kind", "source", "target", "languages", "left"),
    [
        ("lost", "The police carefully searched the house.", "Полиция обыскала дом.", ("en", "ru"), "carefully"),
        ("lost", "They bought apples, bread and honey there.", "Там они купили яблоки и мёд.", ("en", "ru"), "bread"),
        ("added", "Полиция обыскала дом.", "The police searched the ancient house.", ("ru", "en"), "ancient"),
        ("lost", "警察仔细搜查了房子。", "The police searched the house.", ("zh", "en"), None),
        ("lost", "The police really meant the house.", "Полиция имела в виду дом.", ("en", "ru"), None),
    ],
)
def test_one_word_is_left(kind: Kind, source: str, target: str, languages: tuple[str, str], left: str | None) -> None:
    sides = {"lost": left or "meant"} if kind == "lost" else {"added": left or ""}
    pair = make(source, target, languages, **sides)
    found = find_residual(kind, pair, USUAL)
    text = source if kind == "lost" else target
    assert (text[found.start : found.end] if found else None) == left


def test_what_the_other_side_is_left_with_may_be_its_rendering() -> None:
    pair = make(
        "The police carefully searched the house.",
        "Полиция со всей строгостью обыскала дом.",
        ("en", "ru"),
        lost="carefully",
        added="строгостью",
    )
    assert find_residual("lost", pair, USUAL) is None
