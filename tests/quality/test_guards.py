"""Worthless translations are caught before any model is asked, and honest ones are not."""

import pytest

from tqcheck.quality.guards import doubled_part, inspect

CROATIAN = "Vlada je jučer najavila novi zakon o zaštiti voda."
RUSSIAN = "Правительство вчера объявило о новом законе об охране вод."


@pytest.mark.parametrize(
    "text", [CROATIAN, RUSSIAN, "政府昨天宣布了一项新的水资源保护法。", "حكومة البلاد أعلنت أمس قانونا جديدا"]
)
def test_a_copy_of_the_source_is_caught_in_any_script(text: str) -> None:
    alarm = inspect(text, text)
    assert alarm is not None
    assert (alarm.kind, alarm.start, alarm.end) == ("copied", 0, len(text))


def test_a_copy_with_one_word_translated_is_still_a_copy() -> None:
    source = "Vlada je jučer najavila novi zakon o zaštiti voda i tla u cijeloj zemlji."
    alarm = inspect(source, source.replace("Vlada", "Government"))
    assert alarm is not None
    assert alarm.kind == "copied"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Christiano Ronaldo, Lionel Messi, Luka Modrić", "Christiano Ronaldo, Lionel Messi, Luka Modrić"),
        ("Windows 11", "Windows 11"),
        ("tel. 040 123 456", "tel. 040 123 456"),
        ("Hotel Bristol Paris 2024", "Hotel Bristol Paris 2024"),
        (RUSSIAN, "The government announced a new water protection law yesterday."),
    ],
)
def test_names_codes_and_translations_are_no_copies(source: str, target: str) -> None:
    assert inspect(source, target) is None


@pytest.mark.parametrize("target", ["", "  \n"])
def test_an_empty_translation_of_something_is_caught(target: str) -> None:
    alarm = inspect(RUSSIAN, target)
    assert alarm is not None
    assert alarm.kind == "empty"


def test_nothing_for_nothing_is_fine() -> None:
    assert inspect(" ", "") is None


@pytest.mark.parametrize(
    "target",
    [
        "He said that he said that he said that he said that he said that it was over.",
        "Он сказал, Он сказал, Он сказал, Он сказал, что всё кончено.",
        "他说他说他说他说他说他说他说他说已经结束了。",
    ],
)
def test_a_phrase_said_four_times_in_a_row_is_caught(target: str) -> None:
    alarm = inspect(RUSSIAN, target)
    assert alarm is not None
    assert alarm.kind == "repeated"
    assert target[alarm.start : alarm.end].startswith(target[alarm.start : alarm.start + 2])


@pytest.mark.parametrize(
    ("target", "second"),
    [
        ("He will come tomorrow at nine. He will come tomorrow at nine.", "He will come tomorrow at nine"),
        ("Well, he will come tomorrow at nine, he will come tomorrow at nine, sir.", "he will come tomorrow at nine"),
        ("他明天早上九点回家。他明天早上九点回家。", "他明天早上九点回家"),
    ],
)
def test_a_sentence_said_twice_is_caught(target: str, second: str) -> None:
    alarm = inspect(RUSSIAN, target)
    assert alarm is not None
    assert (alarm.kind, target[alarm.start : alarm.end]) == ("repeated", second)
    assert inspect(target, target.replace("tomorrow", "today"), same_language=True) is None


@pytest.mark.parametrize(
    "target",
    ["He came, and he came late, and he came alone.", "The more he has, the more he has to lose.", "word " * 5 + "end"],
)
def test_words_that_return_are_no_sentence_said_twice(target: str) -> None:
    assert doubled_part(target) is None


def test_a_very_long_text_is_looked_through_at_once() -> None:
    assert doubled_part("слово друго " * 50_000) is None


def test_a_repetition_that_the_source_makes_too_is_fine() -> None:
    assert inspect("Нет, нет, нет, нет, нет!", "No, no, no, no, no!") is None


def test_the_same_language_on_both_sides_is_no_copy() -> None:
    assert inspect(CROATIAN, CROATIAN, same_language=True) is None
