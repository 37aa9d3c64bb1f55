"""Usual spellings of names in languages that transcribe, and what is one letter away from them."""

import pytest

from tqcheck.text.document_names import DocumentNames
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_words import words_of
from tqcheck.text.places import adjective_of
from tqcheck.text.tables import table
from tqcheck.text.usual_names import is_usual, is_usually, usual_forms
from tqcheck.text.usual_slips import find_usual_slips, is_misprint


def _slips(source: str, target: str, code: str, document: DocumentNames | None = None) -> list[str]:
    pair = NamePair(source, target, "en", code, document or DocumentNames())
    return [fault.target.text for fault in find_usual_slips(pair)]


def test_forms_are_read_in_both_directions() -> None:
    """Johnson in Chinese, and 约翰逊 out of it; none for what the table does not hold."""
    assert usual_forms("Johnson", "en", "zh")[0] == "约翰逊"
    assert usual_forms("约翰逊", "zh", "en") == ("Johnson",)
    assert usual_forms("Halkett", "en", "zh") == ()
    assert is_usual("جونسون", "ar")
    assert is_usually("Theresa", "首相特雷莎", "en", "zh")
    assert not is_usually("Theresa", "特里", "en", "zh")


@pytest.mark.parametrize("code", ["zh", "ar", "ja", "hi", "ru"])
def test_rows_are_a_name_and_its_spellings_in_one_script(code: str) -> None:
    """Every row has a name in Latin letters and spellings in none."""
    for row in table("usual_names")[code].split():
        name, _, forms = row.partition(":")
        assert name[0] < "\u0250", row
        assert all(form and form[0] > "\u0400" for form in forms.split("/")), row


def test_a_misprint_has_another_consonant() -> None:
    """诺 and 邦 cannot be heard as one, 逊 and 森 can; a character of no name is no misprint; vowels are habits."""
    assert is_misprint("伊万诺夫", "伊万邦夫", "zh")
    assert not is_misprint("约翰逊", "约翰森", "zh")
    assert not is_misprint("马里奥", "马里的", "zh")
    assert is_misprint("ليفربول", "ليفرفول", "ar")
    assert not is_misprint("فيرجينيا", "فيرجونيا", "ar")


def test_slips_are_found_against_the_document_too() -> None:
    """A name of no table that the document spells otherwise twice; rendered rightly as often as said, it has none."""
    document = DocumentNames()
    document.renderings["sturridge"]["ستوريدج"] = 2
    assert _slips("Then Sturridge scored.", "ثم سجل ستوريفج هدفا.", "ar", document) == ["ستوريفج"]
    assert _slips("Then Sturridge scored.", "ثم سجل ستوريدج هدفا.", "ar", document) == []
    assert _slips("Boris met Doris.", "鲍里斯会见了多里斯。", "zh") == []


def test_runs_hold_known_names_with_rare_characters() -> None:
    """大卫 has a character that transcribes in few names, and is one run all the same."""
    assert [word.text for word in words_of("大卫与彼得在约翰逊家")] == ["大卫", "彼得", "约翰逊"]


def test_katakana_of_other_rows_is_a_misprint() -> None:
    """ネ and テ, ク and ジ; not チ and ツ, nor letters for vowels."""
    assert is_misprint("オークランド", "オージランド", "ja")
    assert not is_misprint("ミシシッピ", "ミチシッピ", "ja")
    assert not is_misprint("マカオン", "マカアン", "ja")


def test_a_spelling_of_one_character_renders_and_tells_nothing_else() -> None:
    """金 in 金正恩 is Kim, so that Kim is not lost; a country is explained by its adjective, another country is not."""
    pair = NamePair("Trump called Kim a friend.", "特朗普称金正恩为朋友。", "en", "zh", DocumentNames())
    assert not pair.lost
    assert adjective_of("スペイン", ["Spanish"], "ja", "en")
    assert not adjective_of("オーストリア", ["Australia"], "ja", "en")
    assert not adjective_of("イラン", ["Iraqi"], "ja", "en")


def test_usual_spellings_of_known_words_are_names() -> None:
    """ميشيغان is in the Arabic dictionary, and a stranger where the source has Nielsen; where it has Michigan it is none."""
    texts = [("Then Nielsen called.", "ثم اتصلت شركة ميشيغان."), ("Then Michigan called.", "ثم اتصلت شركة ميشيغان.")]
    found = [[word.text for word in NamePair(*pair, "en", "ar", DocumentNames()).strangers] for pair in texts]
    assert found == [["ميشيغان"], []]
