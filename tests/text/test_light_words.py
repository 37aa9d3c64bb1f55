"""Light verbs, discourse particles and generic heads are no content, in any usual form; other words are."""

import pytest

from tqcheck.text.light_words import is_light


@pytest.mark.parametrize(
    ("word", "language"),
    [("took", "en"), ("regions", "en"),
         ("making", "en"), ("cidade", "pt"), ("hicieron", "es"), ("donc", "fr"), ("halt", "de"), ("ведь", "ru"),
     ("grad", "hr"), ("Stadt", "de-CH"), ("yaptı", "tr")],
)  # fmt: skip
def test_words_that_come_and_go(word, language):
    assert is_light(word, language)


@pytest.mark.parametrize(
    ("word", "language"),
    [("harvest", "en"), ("colheita", "pt"), ("война", "ru"), ("took", "pt"), ("city", "ja"), ("regional", "en")],
)
def test_words_with_a_meaning_of_their_own(word, language):
    assert not is_light(word, language)
