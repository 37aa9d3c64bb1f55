"""Words that answer a negation of the other side, and when the other side shares them."""

from __future__ import annotations

import pytest

from tqcheck.text.answers import find_answers, unshared
from tqcheck.text.negation import read_polarity
from tqcheck.text.polarity_difference import find_flip
from tqcheck.text.polarity_sides import Flip, Sides
from tqcheck.text.word_patterns import fold


@pytest.mark.parametrize(
    ("text", "language", "concepts"),
    [
        ("Das Tor ist geschlossen.", "de", {"closed"}),
        ("Vrata su zatvorena.", "sr", {"closed"}),
        ("Врата су затворена.", "sr", {"closed"}),
        ("المفتاح مفقود.", "ar", {"missing"}),
        ("鍵を紛失した。", "ja", {"missing"}),
        ("Der Wagen ist weitergefahren.", "de", set()),
    ],
)
def test_answers_are_filed_by_concept(text: str, language: str, concepts: set[str]) -> None:
    found = {concept for item in find_answers(fold(text, language), language) for concept in item.concepts}
    assert found == concepts


def test_an_answer_is_shared_by_concept_and_number() -> None:
    english, german = find_answers("closed and closed", "en"), find_answers("geschlossen", "de")
    assert list(unshared(german, german, english)) == []
    assert list(unshared(english, english, german)) == list(english)


def _flip(source: str, target: str, languages: tuple[str, str]) -> Flip | None:
    left, right = read_polarity(source, languages[0]), read_polarity(target, languages[1])
    assert left is not None
    assert right is not None
    return find_flip(Sides(left, right, (len(source), len(target))))


@pytest.mark.parametrize(
    ("source", "target", "languages", "flips"),
    [
        ("The bridge is closed.", "Die Brücke ist nicht offen.", ("en", "de"), False),
        ("The bridge is closed.", "Die Brücke ist nicht geschlossen.", ("en", "de"), True),
        ("This card is disabled.", "This card is not disabled.", ("en", "en"), True),
        ("The box must not be empty.", "Коробка должна быть пустой.", ("en", "ru"), True),
        ("He has forgotten the key.", "他没有带钥匙。", ("en", "zh"), False),
        ("We won't let them betray Brexit.", "我们会让他们反对脱欧。", ("en", "zh"), True),
        ("We will let them betray Brexit.", "我们不会让他们反对脱欧。", ("en", "zh"), True),
        ("They opposed Brexit.", "他们不支持脱欧。", ("en", "zh"), False),
        ("Low rates will not help, and that is not enough.", "低利率会有帮助，但还不够。", ("en", "zh"), True),
    ],
)
def test_a_concept_excuses_a_negation_unless_both_sides_have_it(
    source: str, target: str, languages: tuple[str, str], flips: bool
) -> None:
    assert (_flip(source, target, languages) is not None) is flips
