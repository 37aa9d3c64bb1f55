"""A person of the document in the place of another."""

from __future__ import annotations

import pytest

from corpora.generators.records import Pair
from corpora.rules.articles import make_article
from tqcheck.text.wrong_participants import find_wrong_participant

ENGLISH = (
    "Anna Petrova and John Morgan designed the bridge.",
    "Petrova died before it was opened.",
    "Morgan is silent.",
)
RUSSIAN = (
    "Анна Петрова и Джон Морган спроектировали мост.",
    "Петрова умерла до его открытия.",
    "Морган молчит.",
)


def _find(source: tuple[str, ...], target: tuple[str, ...], languages: str, index: int = 1) -> bool:
    source_language, target_language = languages.split("-")
    pairs = [
        Pair(
            identifier=str(number),
            source=one,
            target=two,
            source_language=source_language,
            target_language=target_language,
        )
        for number, (one, two) in enumerate(zip(source, target, strict=True))
    ]
    return find_wrong_participant(make_article(pairs), index) is not None


@pytest.mark.parametrize("languages", ["en-ru", "ru-en"])
def test_another_person_of_the_document(languages: str) -> None:
    source, target = (ENGLISH, RUSSIAN) if languages == "en-ru" else (RUSSIAN, ENGLISH)
    other = (target[0], target[2], target[2])
    assert _find(source, other, languages)
    assert not _find(source, target, languages)


def test_two_names_of_one_person_and_a_pronoun() -> None:
    assert not _find(ENGLISH, (RUSSIAN[0], "Анна умерла до его открытия.", RUSSIAN[2]), "en-ru")
    assert not _find(ENGLISH, (RUSSIAN[0], "Она умерла до его открытия.", RUSSIAN[2]), "en-ru")
    assert not _find(
        ("Anna Petrova and John Morgan met.", "She is dead."),
        ("Анна Петрова и Джон Морган.", "Петрова умерла."),
        "en-ru",
    )
