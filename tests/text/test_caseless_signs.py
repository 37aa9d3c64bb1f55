"""Signs of names in scripts without capitals."""

from tqcheck.text.caseless_signs import signs_without_capitals
from tqcheck.text.document_names import DocumentNames
from tqcheck.text.name_pair import NamePair


def _signs(source: str, target: str, code: str, name: str, word: str) -> dict[str, float]:
    pair = NamePair(source, target, "en", code, DocumentNames())
    names = {found.text: found for found in pair.capitals}
    words = {found.text: found for found in pair.words}
    return signs_without_capitals(names[name], words[word], pair)


def test_an_original_in_brackets_glosses_the_word_before_it() -> None:
    """弗雷克（Flake） and its first name before the dot; the last word in brackets belongs to the word before them."""
    found = _signs("Only Jeff Flake came.", "只有杰夫·弗雷克（Jeff Flake）来了。", "zh", "Flake", "弗雷克")
    assert found["glossed"]
    assert found["word dotted"]
    assert found["word usual"]
    assert not found["glossed otherwise"]
    assert not _signs("Only Jeff Flake came.", "只有杰夫·弗雷克（Jeff Flake）来了。", "zh", "Flake", "杰夫")["glossed"]


def test_common_characters_are_no_sign_of_a_name() -> None:
    """斯 and 弗 hardly stand but in names, 马 and 安 do; Arabic spells usual names behind what it glues to them."""
    assert _signs("Flake came.", "弗雷克来了。", "zh", "Flake", "弗雷克")["word transcribes"] > 0
    assert _signs("Ohio came.", "马安来了。", "zh", "Ohio", "马安")["word transcribes"] == 0
    assert _signs("He met Jones.", "التقى بجونز.", "ar", "Jones", "بجونز")["word usual"]
