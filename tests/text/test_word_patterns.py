"""Word lists of the data tables: every entry compiles and means what it says, in every kind of script."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.text.contrasts import OPPOSITES
from tqcheck.text.false_friends import find_false_friends
from tqcheck.text.idioms import find_literal_idioms
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import WordPattern, compile_words, fold


@pytest.mark.parametrize(
    ("words", "language", "text", "found"),
    [
        ("eventual*", "en", "Eventually.", "Eventually"),
        ("bit*_the_bullet", "en", "they bit the  bullet", "bit the  bullet"),
        ("gieß*~ab", "de", "er gießt den Tee ab", "gießt den Tee ab"),
        ("kule_i_gradove", "sr", "обећао куле и градове", "куле и градове"),
        ("şapka*", "tr", "ŞAPKASI", "ŞAPKASI"),
        ("مياه", "ar", "بالمياه", "بالمياه"),
        ("クレーム", "ja", "クレームが", "クレーム"),
        ("*ла", "ru", "она пришла", "пришла"),
    ],
)
def test_an_entry_finds_its_words(words: str, language: str, text: str, found: str) -> None:
    match = compile_words(words, language).search(fold(text, language))
    assert match is not None
    assert text[match.start() : match.end()] == found


@pytest.mark.parametrize(
    ("words", "language", "text"),
    [("cat", "en", "category"), ("サイン", "ja", "デザイン"), ("rat", "de", "Verrat"), ("", "en", "anything")],
)
def test_an_entry_is_no_part_of_another_word(words: str, language: str, text: str) -> None:
    assert compile_words(words, language).search(fold(text, language)) is None


def test_folding_keeps_offsets() -> None:
    for text, language in (("İSTANBUL Iğdır", "tr"), ("İ", "en"), ("ΣΟΦΟΣ", "el"), ("Straße", "de")):
        assert len(fold(text, language)) == len(text)


def test_every_false_friend_is_whole_and_has_a_meaning() -> None:
    for resource in files("tqcheck.text.data").joinpath("false_friends").iterdir():
        for languages, entries in tomllib.loads(resource.read_text(encoding="utf-8")).items():
            left, right = languages.split("-")
            for word, (lookalike, meaning, other) in entries.items():
                assert meaning or other, (languages, word)
                for words, language in ((word, left), (other, left), (lookalike, right), (meaning, right)):
                    compile_words(words, language)


def test_every_idiom_has_images_with_words() -> None:
    data = files("tqcheck.text.data")
    known = {
        image
        for path in data.joinpath("idiom_images").iterdir()
        if path.name != "en.toml"
        for image in table(f"idiom_images/{path.name.removesuffix('.toml')}")
    }
    rows = data.joinpath("dictionary", "de.tsv").read_text(encoding="utf-8").splitlines()
    known |= {row.partition("\t")[0] for row in rows}  # the dictionaries share their English words
    for path in data.joinpath("idioms").iterdir():
        language = path.name.removesuffix(".toml")
        for idiom, (images, meaning, _) in table(f"idioms/{language}").items():
            assert images, (language, idiom)
            assert meaning, (language, idiom)
            if language == "en":
                assert all(set(image.split("/")) & known for image in images.split()), idiom
            compile_words(idiom, language)


@pytest.mark.parametrize("text", ["a " * 5000, "eventuell " * 2000, "的" * 5000, "bit the " * 3000])
def test_hostile_text_takes_no_time(text: str) -> None:
    for find in (find_false_friends, find_literal_idioms):
        for source, target in (("de", "en"), ("zh", "en"), ("en", "zh")):
            list(find(text, text, source, target))


def test_every_contrast_has_both_sides_and_compiles() -> None:
    for language, classes in table("contrasts").items():
        for one, other in OPPOSITES[:2]:
            assert (one in classes) == (other in classes), (language, one, other)
        for words in classes.values():
            compile_words(words.replace("|", " "), language)


LETTERS = st.text(alphabet="abšñбд१ि'", min_size=1, max_size=3)


WORDS = st.builds(lambda word, end: word.strip("'") + end, LETTERS, st.sampled_from(["", "*"])).filter(
    lambda word: word.strip("*")
)
PHRASES = st.builds(lambda first, mark, then: first + mark + then, WORDS, st.sampled_from(["_", "~", "-"]), WORDS)


@given(
    entries=st.lists(st.one_of(WORDS, PHRASES), max_size=40),
    text=st.lists(st.one_of(LETTERS, st.sampled_from([" ", ", ", "-", "  "])), max_size=30).map("".join),
    code=st.sampled_from(["en", "ru", "hi", "ar", "zh"]),
    start=st.integers(0, 8),
)
def test_words_looked_for_as_they_are_stand_where_their_pattern_finds_them(
    entries: list[str], text: str, code: str, start: int
) -> None:
    listed = WordPattern(tuple(entry for entry in entries if entry.strip("*")) or ("a",), code)
    found = [match.span() for match in listed.compiled.finditer(text)]
    assert [place.span() for place in listed.finditer(text)] == found
    for method in ("search", "match"):
        pattern, place = getattr(listed.compiled, method)(text, start), getattr(listed, method)(text, start)
        assert (place and place.span()) == (pattern and pattern.span())
    for word in (text, *text.split()):
        pattern, place = listed.compiled.fullmatch(word), listed.fullmatch(word)
        assert (place and place.span()) == (pattern and pattern.span())
