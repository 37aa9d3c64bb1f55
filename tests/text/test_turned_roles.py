"""Somebody named who acts on one side and is acted on on the other, and what is meant against what is denied."""

from __future__ import annotations

import pytest

from tqcheck.text.bilingual import read_headwords
from tqcheck.text.case_forms import part_by_case
from tqcheck.text.compared_swaps import find_compared_swap
from tqcheck.text.denied_contrasts import find_denied_contrast
from tqcheck.text.pronoun_noun_swaps import find_pronoun_noun_swap
from tqcheck.text.pronoun_pairs import find_pronoun_pair_swap
from tqcheck.text.role_swaps import find_role_swap


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "pl-en",
            "Przeżył, bo sąsiad wyciągnął go z rzeki.",
            "He survived because he pulled a neighbour out of the river.",
        ),
        ("fi-en", "Opettaja onnitteli häntä.", "She congratulated the teacher."),
        ("zh-en", "医生送她到路口。", "She walked the doctor to the crossroads."),
        ("en-ar", "He persuaded his daughter.", "أقنعته ابنته."),
        ("en-fr", "It was he who trained the teacher.", "C’est le professeur qui l’a formé."),
        ("en-tr", "Mackenzie envies them.", "Onlar Mackenzie’ye imreniyor."),
        ("ru-en", "Учитель угрожал ему.", "He threatened the teacher."),
        ("hi-en", "शिक्षक ने उसे धमकाया।", "He threatened the teacher."),
    ],
)
def test_the_noun_and_the_pronoun_change_places(languages: str, source: str, target: str) -> None:
    assert find_pronoun_noun_swap(source, target, *languages.split("-"))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "pl-en",
            "Przeżył, bo sąsiad wyciągnął go z rzeki.",
            "He survived because a neighbour pulled him out of the river.",
        ),
        ("zh-en", "她送医生到路口。", "She walked the doctor to the crossroads."),
        ("en-hr", "She learned the game from her father.", "Igru ju je naučio otac."),
        ("en-ru", "She asked the teacher to leave her alone.", "Она попросила, чтобы учитель ей не мешал."),
        ("uk-en", "Вчитель двічі штрафував його.", "The teacher fined him twice."),
        ("en-de", "He threatened the teacher.", "Er drohte dem Lehrer."),
        ("en-es", "She envied the teacher.", "Ella le tenía envidia al profesor."),
        ("de-es", "Er drohte dem Lehrer.", "El profesor lo amenazó."),
    ],
)
def test_kept_or_not_to_be_told(languages: str, source: str, target: str) -> None:
    assert find_pronoun_noun_swap(source, target, *languages.split("-")) is None


@pytest.mark.parametrize(
    ("languages", "source", "target", "swapped"),
    [
        ("ar-en", "يُقسم الماء بالزمن لا بالكمية.", "The water is divided by volume, not by time.", True),
        ("ar-en", "يُقسم الماء بالزمن لا بالكمية.", "The water is divided by time, not by volume.", False),
        (
            "fr-en",
            "C’est elle, non son père, qui le lui a appris.",
            "It was the father, not she, who taught her.",
            True,
        ),
        ("en-ru", "Write to the teacher, not to the list.", "Пишите в список, а не учителю.", True),
        ("en-ru", "Write to the teacher, not to the list.", "Пишите учителю, а не в список.", False),
        ("en-tr", "It is tea, not coffee.", "Bu çay değil, kahve.", True),
        ("ja-en", "これはお茶ではなく、コーヒーです。", "This is coffee, not tea.", False),
        ("en-de", "The lake is not cold, and the river is.", "Der See ist nicht kalt, der Fluss schon.", False),
    ],
)
def test_what_is_meant_and_what_is_denied(languages: str, source: str, target: str, swapped: bool) -> None:
    assert bool(find_denied_contrast(source, target, *languages.split("-"))) is swapped


def test_things_of_the_dictionary_are_compared_too() -> None:
    assert find_role_swap("Trees are worse than walls.", "Стіни гірші за дерева.", "en", "uk")
    assert find_role_swap("Trees are worse than walls.", "Дерева гірші за стіни.", "en", "uk") is None


@pytest.mark.parametrize(
    ("form", "sense", "language", "person", "part"),
    [
        ("учителя", "teacher", "ru", True, "O"),
        ("учитель", "teacher", "ru", True, "S"),
        ("sąsiadowi", "neighbor", "pl", True, "TO"),
        ("operatöre", "operator", "tr", True, "TO"),
        ("hotel", "hotel", "sr", False, ""),
    ],
)
def test_the_case_of_a_noun_against_its_dictionary_form(
    form: str, sense: str, language: str, person: bool, part: str
) -> None:
    assert part_by_case(form, [sense], language, person) == part


def test_british_spelling_finds_the_american_headword() -> None:
    assert read_headwords("her neighbours", "en", "zh")[-1][2] == {"neighbor"}


@pytest.mark.parametrize(
    ("languages", "source", "target", "swapped"),
    [
        ("en-de", "In 1910 he sued her.", "1910 verklagte sie ihn.", True),
        ("en-de", "In 1910 he sued her.", "1910 verklagte er sie.", False),
        ("en-pl", "She had once accused him of theft.", "Oskarżył ją kiedyś o kradzież.", True),
        ("en-pl", "She had once accused him of theft.", "Oskarżyła go kiedyś o kradzież.", False),
        ("ru-en", "Он ей угрожал.", "She threatened him.", True),
        ("ru-en", "Он ей нравился.", "She liked him.", False),
        ("en-de", "He sued her, and she sued him.", "Er verklagte sie, und sie ihn.", False),
    ],
)
def test_a_man_and_a_woman_around_one_verb(languages: str, source: str, target: str, swapped: bool) -> None:
    assert bool(find_pronoun_pair_swap(source, target, *languages.split("-"))) is swapped


@pytest.mark.parametrize(
    ("languages", "source", "target", "swapped"),
    [
        ("ja-en", "祖母に手を引かれて通った。", "I took my grandmother there by the hand.", True),
        ("ja-en", "祖母に手紙を書いた。", "I wrote to my grandmother.", False),
        ("de-en", "Er wurde von der Lehrerin gelobt.", "He praised the teacher.", True),
        ("zh-en", "他被老师批评了。", "He criticised the teacher.", True),
    ],
)
def test_by_whom_it_is_done_is_not_whom_it_is_done_to(languages: str, source: str, target: str, swapped: bool) -> None:
    assert bool(find_pronoun_noun_swap(source, target, *languages.split("-"))) is swapped


@pytest.mark.parametrize(
    ("languages", "source", "target", "swapped"),
    [
        ("en-sv", "They were taller than my husband.", "Min man var längre än de.", True),
        ("en-sv", "They were taller than my husband.", "De var längre än min man.", False),
        ("ja-en", "客より修理屋に会うほうが多かった。", "We saw more of our customers than of the repairman.", True),
        ("ja-en", "客より修理屋に会うほうが多かった。", "We saw more of the repairman than of our customers.", False),
        ("en-ru", "The river is colder than the sea.", "Море холоднее, чем река.", True),
        ("en-ru", "More than 300 children came.", "Пришло больше чем 300 детей.", False),
    ],
)
def test_one_noun_of_a_comparison_tells(languages: str, source: str, target: str, swapped: bool) -> None:
    assert bool(find_compared_swap(source, target, *languages.split("-"))) is swapped
