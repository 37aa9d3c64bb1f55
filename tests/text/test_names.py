"""Names: the consonants of every script, runs of katakana and Chinese characters, and that no text breaks the rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.text.document_names import DocumentNames
from tqcheck.text.han_readings import is_transcription, readings_of
from tqcheck.text.name_exchanges import kind_of
from tqcheck.text.name_faults import find_name_faults
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_unspaced import is_pinyin_in, pinyin_of, without_originals
from tqcheck.text.name_words import names_in, words_of
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import likeness, softened, sounds_of

LANGUAGES = [
    "en",
    "de",
    "sr",
    "ru",
    "el",
    "ar",
    "he",
    "fa",
    "hi",
    "bn",
    "ta",
    "ko",
    "zh",
    "ja",
    "th",
    "ka",
    "hy",
    "tr",
    "fi",
]
ALPHABET = "Aa Ää’'·•（）().,-«»Merkel Маркель Žž Ћћ Αά مارك بال יוחנן ג'ון मार्क 马丁·约翰 マーティン・ジョン 마틴 มาร์ติน მარტ Մարտ بنگ"


@pytest.mark.parametrize(
    ("latin", "other"),
    [
        ("Kavanaugh", "卡瓦诺"),
        ("Ivanov", "伊万诺夫"),
        ("Martin", "马丁"),
        ("Martin", "マーティン"),
        ("Pittsburgh", "ピッツバーグ"),
        ("Rolando", "ロランド"),
        ("Hannah", "한나"),
        ("Giorgi", "გიორგი"),
        ("Groening", "Гренинг"),
        ("Velasquez", "वेलास्केज़"),
    ],
)
def test_a_name_and_its_transcription_sound_alike(latin, other):
    assert likeness(softened(latin), sounds_of(other)) == 1.0


def test_another_name_does_not():
    assert likeness(softened("Kavanaugh"), sounds_of("斯图里奇")) < 0.5
    assert likeness(softened("Saroja"), sounds_of("クレツェル")) < 0.6


def test_words_of_scripts_without_spaces_are_runs_that_transcribe():
    assert [word.text for word in names_in("在萨罗贾·巴拉苏布拉曼尼亚的车库", "zh")] == ["萨罗贾", "巴拉苏布拉曼尼亚"]
    assert [word.text for word in names_in("サロジャ・バラスさんの車庫", "ja")] == ["サロジャ", "バラス"]
    assert not is_transcription("大约")
    assert is_transcription("卡瓦诺")


def test_elided_articles_and_irish_names_end_at_the_apostrophe():
    assert [word.text for word in words_of("O'Hagan left l'Europe")] == ["Hagan", "left", "Europe"]
    assert not [word for word in words_of("Mary's") if word.text == "s"]


def test_pinyin_is_read_over_neighbouring_characters():
    assert "guoliang" in pinyin_of("何国梁说")
    (word,) = words_of("Guoliang")
    assert is_pinyin_in(word, "何国梁说")
    assert not is_pinyin_in(word, "何国说")
    assert readings_of("何")[0] == "he"


def test_originals_in_brackets_are_blanked_and_keep_the_offsets():
    text = "琼斯（Jones）先生说 7 (OK)"
    assert without_originals(text) == text.replace("（Jones）", " " * 7)


def test_cities_with_names_of_their_own_are_known():
    assert "热那亚" in place_forms("Genoa", "en", "zh")
    assert "женева" in place_forms("Geneva", "en", "sr")


def test_kinds_of_language_pairs():
    pairs = [("en", "zh"), ("ar", "en"), ("de", "en"), ("sr-Cyrl", "en")]
    assert [kind_of(*pair) for pair in pairs] == ["unspaced", "caseless", "nouns", "cased"]


@given(
    st.text(alphabet=ALPHABET, max_size=60),
    st.text(alphabet=ALPHABET, max_size=60),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=120, deadline=None)
def test_no_text_breaks_the_rules_and_every_fault_lies_inside(source, target, source_language, target_language):
    for fault in find_name_faults(NamePair(source, target, source_language, target_language, DocumentNames())):
        assert source[fault.source.start : fault.source.end] == fault.source.text
        assert 0 <= fault.target.start < fault.target.end <= len(target)
        assert 0 < fault.certainty < 1
