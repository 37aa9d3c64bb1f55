"""What looks like another sex, time, name or image in German, Dutch and Swedish, and is none; and what is one."""

from __future__ import annotations

import pytest

from tqcheck.text.gender_conflicts import find_gender_conflicts
from tqcheck.text.idioms import find_literal_idioms
from tqcheck.text.name_variants import _is_umlaut_plural
from tqcheck.text.opposites import find_oppositions
from tqcheck.text.pronoun_counts import find_turned_pronoun
from tqcheck.text.tenses import find_tense_shift


def test_sein_of_a_calf_may_be_a_females() -> None:
    source = "Lovely pictures show the new-born rhino nuzzling her mother and exploring her home."
    target = "Schöne Bilder zeigen, wie das neugeborene Nashorn seine Mutter beschnuppert und sein Heim erkundet."
    assert not list(find_gender_conflicts(source, target, "en", "de"))


def test_sein_of_a_woman_is_wrong() -> None:
    source = "The mayor said that her mother had lost her keys."
    target = "Wie es hieß, habe seine Mutter seine Schlüssel verloren."
    assert list(find_gender_conflicts(source, target, "en", "de"))


def test_german_wird_with_a_noun_is_no_future() -> None:
    source = "Tunisia interior minister named new PM, to form government in a month"
    target = "Tunesiens Innenminister wird neuer Premierminister und soll in einem Monat die Regierung bilden"
    assert find_tense_shift(source, target, "en", "de") is None


def test_a_plural_is_no_misspelling() -> None:
    assert _is_umlaut_plural("Tochter", "Töchter", "de")
    assert not _is_umlaut_plural("Muller", "Müller", "de")
    assert not _is_umlaut_plural("Молер", "Мюлер", "bg")


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("de", "Der Plan fiel am Wegrand nieder und wurde vergessen."),
        ("nl", "Het plan viel langs de wegkant en werd vergeten."),
        ("sv", "Planen föll vid vägkanten och glömdes bort."),
    ],
)
def test_images_have_words_in_germanic_languages(language: str, target: str) -> None:
    assert list(find_literal_idioms("The plan fell by the wayside.", target, "en", language))


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        (
            "da",
            "Ministeren trådte i spinaten, da han svarede.",
            "The minister stepped in the spinach when he answered.",
        ),
        ("nb", "Statsråden gikk på limpinnen og måtte gi seg.", "The minister walked on the glue stick and gave in."),
        ("nl", "Hij wil niet onder de duim zitten.", "He does not want to sit under the thumb of his boss."),
    ],
)
def test_northern_idioms_are_found_word_for_word(language: str, source: str, target: str) -> None:
    found = list(find_literal_idioms(source, target, language, "en"))
    assert bool(found) == (language != "nl")  # English says it the same way


@pytest.mark.parametrize(
    ("languages", "source", "target", "wrong"),
    [
        ("en-da", "The council allowed the owners to sell food.", "Kommunen forbød ejerne at sælge mad.", True),
        ("en-da", "The council allowed the owners to sell food.", "Kommunen tillod ejerne at sælge mad.", False),
        ("no-en", "Kraftlaget avviste kravet.", "The power company accepted the demand.", True),
        ("no-en", "Kraftlaget avviste kravet.", "The power company rejected the demand.", False),
        ("nl-en", "Hij kocht de rode fiets.", "He bought the blue bicycle.", True),
        ("sv-ru", "Han sålde den blå båten.", "Он продал красную лодку.", True),
    ],
)
def test_northern_languages_have_the_axes(languages: str, source: str, target: str, wrong: bool) -> None:
    code, other = languages.split("-")
    assert bool(find_oppositions(source, target, code, other)) is wrong


@pytest.mark.parametrize(
    ("languages", "source", "target", "wrong"),
    [
        (
            "en-de",
            "She thanked her teacher, whose patience he had kept.",
            "Sie dankte ihrem Lehrer, da sie Geduld hatte.",
            1,
        ),
        (
            "en-de",
            "She thanked her teacher, whose patience he had kept.",
            "Sie dankte ihrem Lehrer, da er Geduld hatte.",
            0,
        ),
        ("en-de", "She said that he and they had left her.", "Sie sagte, dass sie gegangen seien und sie nicht.", 0),
        ("en-sv", "She said he had left before they came.", "Hon sade att hon hade gått innan de kom.", 1),
        ("en-sv", "She said he had left before they came.", "Hon sade att han hade gått innan de kom.", 0),
        ("da-en", "Hun sagde, at han var gået.", "She said that she had left.", 1),
        ("da-en", "Hun sagde, at han var gået.", "She said that he had left.", 0),
        ("en-ru", "She said he had left before she came.", "Она сказала, что она ушла раньше.", 0),
    ],
)
def test_a_man_among_women_keeps_his_sex(languages: str, source: str, target: str, wrong: int) -> None:
    assert bool(find_turned_pronoun(source, target, *languages.split("-"))) == bool(wrong)
