"""The lexicon of concepts is whole: no word on two values of an axis, every language has the core."""

from __future__ import annotations

import pytest

from tqcheck.text.concept_search import find_senses
from tqcheck.text.concepts import SKIP, Axis, axes, entries, list_words
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold

CORE = (
    "bound",
    "compare",
    "trend",
    "share",
    "order",
    "relation",
    "duty",
    "coming",
    "kin",
    "role",
    "direction",
    "trade",
    "harm",
)
"""Axes every core language serves."""
CORE_LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "pl", "ru", "uk", "sr", "tr", "ar", "hi", "zh", "ja", "fi"]
AXES = [axis for axis in axes().values() if axis.name != SKIP]


def test_there_is_a_lexicon() -> None:
    assert len(AXES) >= 35


@pytest.mark.parametrize("axis", AXES, ids=lambda axis: axis.name)
def test_no_word_is_sure_of_one_value_and_possible_for_another(axis: Axis) -> None:
    for language, lists in axis.words.items():
        firm = {word: value for value, words in lists.items() for word, sure in list_words(words) if sure}
        assert sum(sure for words in lists.values() for _, sure in list_words(words)) == len(firm), (
            axis.name,
            language,
        )
        clashes = [
            (language, word)
            for value, words in lists.items()
            for word, sure in list_words(words)
            if not sure and firm.get(word, value) != value
        ]
        assert not clashes or len(axis.values) > 2, "of three values a word may deny one and leave two open: but"


@pytest.mark.parametrize("axis", AXES, ids=lambda axis: axis.name)
def test_every_language_names_every_value(axis: Axis) -> None:
    for language, lists in axis.words.items():
        assert set(lists) == set(axis.values), (axis.name, language)
    if axis.name in CORE:
        assert set(CORE_LANGUAGES) <= set(axis.words)
    for value, excuses in axis.excuses.items():
        assert value in axis.values
        assert all(excuse.split(".")[1] in axes()[excuse.split(".")[0]].values for excuse in excuses)


@pytest.mark.parametrize("language", sorted({code for axis in AXES for code in axis.words}))
def test_words_are_written_as_texts_are_read(language: str) -> None:
    for entry in entries(language):
        letters = [part.letters for part in entry.parts if part.letters or not part.ending]  # a lone star is any word
        assert letters, (language, entry)
        assert all(letters), (language, entry)
        assert [fold(word, language) for word in letters] == letters
        if language not in UNSPACED:
            assert all(word.replace("\u200c", "").isalnum() or not word.isascii() for word in letters), letters


def values(text: str, language: str) -> list[str]:
    return [f"{item.sense.axis}.{item.sense.value}" for item in find_senses(text, language) if item.sense.firm]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "no more than 40 people", ["bound.most"]),
        ("ru", "не менее 40 человек", ["bound.least", "nearness.over"]),
        ("uk", "не більше 40 осіб", ["bound.most"]),
        ("ar", "ابنة أخيه", ["kin.niece"]),
        ("ar", "وابنته", ["kin.daughter"]),
        ("zh", "不足20人", ["compare.less", "attainment.short", "measure.less", "nearness.almost"]),
        ("zh", "准备不足", []),
        ("ja", "祖母の家", ["kin.grandmother"]),
        ("en", "North Korea, the White House", []),
        ("en", "It lies north of the lake", ["direction.north"]),
        ("sr", "најмање двоје", ["bound.least", "nearness.over"]),
        ("tr", "EN AZ İKİ", ["bound.least"]),
        ("de", "mindestens zwei", ["bound.least", "nearness.over"]),
        ("en", "more or less", []),
    ],
)
def test_the_longest_entry_is_meant(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


def test_offsets_leave_out_what_arabic_writes_onto_a_word() -> None:
    (seen,) = [item for item in find_senses("قال وابنته هنا", "ar") if item.sense.axis == "kin"]
    assert "قال وابنته هنا"[seen.start : seen.end] == "ابنته"
