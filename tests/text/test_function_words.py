"""Which of two languages a text is in, by its grammar words alone."""

import pytest

from tqcheck.text.function_words import is_clearly

GERMAN = "Der Rat hat am Montag mit den Leuten aus dem Dorf über die neue Straße gesprochen, und sie haben nicht alles gut gefunden."
RUSSIAN = "Совет в понедельник говорил с людьми из деревни о новой дороге, и они не всё приняли, потому что это для них не так просто."


@pytest.mark.parametrize(("text", "language", "other"), [(GERMAN, "de", "en"), (RUSSIAN, "ru", "en")])
def test_a_text_in_the_language_is_clear(text: str, language: str, other: str) -> None:
    assert is_clearly(text, language, other)
    assert not is_clearly(text, other, language)


def test_relatives_and_unknown_languages_stay_open() -> None:
    assert not is_clearly(GERMAN, "hr", "sr")
    assert not is_clearly(GERMAN, "de", "xx")
    assert not is_clearly("Der Rat", "de", "en")
