"""Tests of tqcheck.text.places as names in texts without spaces and their exchanges use it."""

from tqcheck.text.name_hearing import heard_best
from tqcheck.text.name_unspaced import places_in


def test_a_country_is_found_in_a_text_with_capitals() -> None:
    assert places_in("スペイン", "He lives in Spain now.", "ja", "en")
    assert not places_in("スペイン", "He lives in France now.", "ja", "en")


def test_polish_and_spanish_letters_are_heard_as_they_are_said() -> None:
    for name, word in (("Słania", "スワニア"), ("エストレージャス", "Estrellas")):
        found = heard_best(name, word)
        assert found is not None
        assert found.score > 2.3
