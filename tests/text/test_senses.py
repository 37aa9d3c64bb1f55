"""The tables of words with several meanings are whole, and a word is read in the sense that its context asks for."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from tqcheck.text.senses import cue_words, domains_of, find_homonyms, homonyms
from tqcheck.text.word_patterns import compile_words

FOLDER = files("tqcheck.text.data").joinpath("senses")
TABLES = {
    resource.name: tomllib.loads(resource.read_text(encoding="utf-8"))
    for resource in FOLDER.iterdir()
    if resource.name.endswith(".toml")
}
ENGLISH = {name: tables for name, tables in TABLES.items() if name.startswith("english_")}
FOREIGN = {name: tables for name, tables in TABLES.items() if name.startswith("foreign_")}
LANGUAGE = {name: name.removesuffix(".toml").split("_")[1] for name in FOREIGN}


def test_what_an_english_word_has_stands_in_one_place() -> None:
    """A word goes on in another file with further languages, never with what it has already."""
    facts = Counter((word, name) for tables in ENGLISH.values() for word, facts in tables.items() for name in facts)
    assert [fact for fact, count in facts.items() if count > 1] == []


@pytest.mark.parametrize("name", ENGLISH)
def test_every_language_renders_every_sense_of_an_english_word(name: str) -> None:
    senses = {
        word: facts["senses"] for tables in ENGLISH.values() for word, facts in tables.items() if "senses" in facts
    }
    for word, facts in ENGLISH[name].items():
        assert len(senses[word]) > 1, word
        for language, words in facts.items():
            if language not in ("forms", "senses"):
                assert len(words.split(";")) == len(senses[word]), (word, language)


def test_rare_senses_are_senses_that_the_tables_have() -> None:
    numbers = {
        ("en", word): len(facts["senses"])
        for tables in ENGLISH.values()
        for word, facts in tables.items()
        if "senses" in facts
    }
    for name, entries in FOREIGN.items():
        for forms, senses in entries.items():
            key = LANGUAGE[name], forms.split()[0]
            numbers[key] = max(numbers.get(key, 0), len(senses))
    for language, lists in TABLES["rare.toml"].items():
        for number, words in lists.items():
            assert [word for word in words.split() if numbers.get((language, word), 0) < int(number)] == [], (
                language,
                number,
            )


@pytest.mark.parametrize("name", FOREIGN)
def test_every_word_of_another_language_has_two_senses(name: str) -> None:
    for forms, senses in FOREIGN[name].items():
        assert len(senses) > 1, forms
        assert all(sense.count("@") in (1, 2) for sense in senses), forms


def test_a_word_of_another_language_stands_in_one_file() -> None:
    found = Counter((LANGUAGE[name], forms) for name, entries in FOREIGN.items() for forms in entries)
    assert [word for word, count in found.items() if count > 1] == []


@pytest.mark.parametrize(("source", "target"), [("en", "zh"), ("en", "sr"), ("ru", "en"), ("tr", "en"), ("ar", "en")])
def test_the_words_can_be_matched(source: str, target: str) -> None:
    entries = homonyms(source, target)
    assert entries
    for entry in entries:
        assert compile_words(entry.forms, source)
        assert all(compile_words(sense.words, target) for sense in entry.senses if sense.words)


def test_there_is_nothing_to_say_where_neither_side_is_english() -> None:
    assert homonyms("sr", "de") == homonyms("en", "en") == ()


def test_a_text_tells_what_it_speaks_of() -> None:
    found = domains_of("The judge sentenced the defendant, and the jury went home.")
    assert len(found["law"]) >= 3
    assert cue_words("had_a_cold", "I had a cold.") == {"had a cold"}


def test_homonyms_are_found_in_both_alphabets() -> None:
    for text in ("Isecite luk na kolutove.", "Исеците лук на колутове."):
        assert (8, 11) in [
            place for _, place in find_homonyms(text, "sr", "en")
        ]  # and within “isecite luk”, which decides its sense
