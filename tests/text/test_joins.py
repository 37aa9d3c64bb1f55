"""Words that join one more thing."""

from __future__ import annotations

from tqcheck.text.joins import find_joins


def test_words_that_join_are_known_by_language_and_by_that_of_a_relative() -> None:
    assert find_joins(["bread", "and", "tea"], "en-GB") == [False, True, False]
    assert find_joins(["hljeb", "i", "čaj"], "bs") == [False, True, False]


def test_arabic_joins_at_the_beginning_of_a_word() -> None:
    assert find_joins(["خبز", "وشاي", "ورد"], "ar") == [False, True, False]


def test_a_language_that_joins_by_endings_is_unknown() -> None:
    assert find_joins(["パン", "と"], "ja") is None
