"""Names: the consonants of every script, runs of katakana and Chinese characters, and that no text breaks the rules."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.text.document_names import DocumentNames
from tqcheck.text.fault_weights import kind_of
from tqcheck.text.foreign_letters import foreignness
from tqcheck.text.han_readings import is_transcription, readings_of
from tqcheck.text.name_faults import find_name_faults
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_unspaced import is_pinyin_in, pinyin_of, without_originals
from tqcheck.text.name_words import names_in, words_of
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import likeness, softened, sounds_of
from tqcheck.text.transliteration import heard, writes_down

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


def _calls(pair: NamePair) -> int:
    """Python calls that the search for faults makes: its work, whatever the machine does beside it."""
    number = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal number
        number += event == "call"

    sys.setprofile(count)
    try:
        list(find_name_faults(pair))
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize(("word", "target"), [("XIV", "de"), ("Merkel", "de"), ("Merkel", "ru"), ("Baldwin", "ar")])
def test_a_long_list_of_names_costs_its_length(word, target):
    names = [f"{word}{chr(97 + at % 26)}" for at in range(200)]
    work = [
        _calls(NamePair(text, text.replace("e", "o"), "en", target, DocumentNames()))
        for text in (" ".join(names[:size]) for size in (100, 200))
    ]
    assert work[1] < 2.6 * work[0]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Baldwin", "بالدوين", "بالزوين"),
        ("Martin", "مارتن", "ماررن"),
        ("Minnesota", "मिनेसोटा", "मिनेरोटा"),
        ("Willoughby", "威洛比", "威泰比"),
        ("Minnesota", "ミネソタ", "ミネカタ"),
        ("Zoran", "Зоран", "Зоман"),
        ("Kavanaugh", "카바노", "카다노"),
    ],
)
def test_a_transcription_weighs_more_than_one_with_a_wrong_letter_which_weighs_more_than_another_name(
    name, right, wrong
):
    good, bad, other = (heard(name, word) for word in (right, wrong, heard_other(right)))
    assert good.score > bad.score > other.score
    assert bad.repaired > bad.score


def heard_other(word: str) -> str:
    """Another name in the script of a word."""
    others = {
        "ع": "ليبرون",
        "ह": "ऑगर्ज़िनस्का",
        "中": "库里巴利",
        "ア": "エストレージャス",
        "Ж": "Шелковица",
        "한": "에스트렐라",
    }
    return next(name for head, name in others.items() if writes_down(head) == writes_down(word))


def test_transcriptions_are_weighed_between_latin_letters_and_another_script_only():
    assert heard("Merkel", "Markel") is None
    assert heard("Меркель", "メルケル") is None


def test_letters_betray_foreign_names_where_there_are_no_capitals():
    assert foreignness("فالنتينو", "ar") > 1 > -1 > foreignness("شركته", "ar")
    assert foreignness("लिविंगस्टन", "hi") > 1 > -1 > foreignness("रिहायशी", "hi")
    assert foreignness("Valentino", "es") == 0


def test_a_word_that_comes_and_goes_with_a_name_renders_it():
    document = DocumentNames()
    document.together["wales", "gales"] = 3
    document.sentences[0]["wales"], document.sentences[1]["gales"] = 3, 4
    assert document.are_bound("wales", "gales")
    document.sentences[1]["gales"] = 9
    assert not document.are_bound("wales", "gales")
