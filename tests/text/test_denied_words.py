"""A word that one side denies and the other affirms is found by the dictionary, and only in a clause that denies nothing."""

from __future__ import annotations

import pytest

from tqcheck.text.denied_words import find_denied
from tqcheck.text.negation import read_polarity
from tqcheck.text.polarity_sides import Flip


def denied(source: str, target: str, languages: tuple[str, str]) -> Flip | None:
    left, right = read_polarity(source, languages[0]), read_polarity(target, languages[1])
    assert left is not None
    assert right is not None
    return find_denied((left, source, languages[0]), (right, target, languages[1]))


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("de", "Der Plan ist nicht neu, aber die Geschäfte öffnen am Sonntag."),
        ("ru", "План не новый, но магазины открываются в воскресенье."),
        ("es", "El plan no es nuevo, pero las tiendas abren el domingo."),
    ],
)
def test_one_of_two_denials_is_lost(language, target):
    source = "The plan is not new, but the shops do not open on Sunday."
    found = denied(source, target, ("en", language))
    assert found is not None
    assert found.lost
    assert found.place[0] == source.rindex("not")


def test_a_denial_is_added():
    target = "The mayor refused, and the bridge is not open."
    found = denied("Мэр отказался, и мост открыт.", target, ("ru", "en"))
    assert found is not None
    assert not found.lost


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("It was not easy to find the house.", "Найти этот дом было трудно.", ("en", "ru")),
        ("I do not think he came.", "Ich denke, er kam nicht.", ("en", "de")),
        (
            "We don’t take minors, not even with a letter.",
            "Неповнолітніх ми не беремо, навіть із листом.",
            ("en", "uk"),
        ),
        ("He did not sign.", "Er weigerte sich zu unterschreiben.", ("en", "de")),
    ],
)
def test_what_is_denied_in_other_words_is_not_lost(source, target, languages):
    assert denied(source, target, languages) is None
