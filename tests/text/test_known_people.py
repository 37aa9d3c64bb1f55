"""Who a pronoun or a form behind a name means, by what the article says of its people."""

from __future__ import annotations

import pytest

from corpora.generators.records import Pair
from corpora.rules.articles import make_article
from tqcheck.model import Article
from tqcheck.text.antecedents import find_misnamed
from tqcheck.text.known_people import people_at
from tqcheck.text.named_forms import find_named_forms


def _article(sentences: list[tuple[str, str]], languages: str) -> Article:
    source_language, target_language = languages.split("-")
    pairs = [
        Pair(
            identifier=str(number),
            source=source,
            target=target,
            source_language=source_language,
            target_language=target_language,
        )
        for number, (source, target) in enumerate(sentences)
    ]
    return make_article(pairs)


FINNISH = [
    ("Aino Kestilä on entinen postinkantaja.", "Aino Kestilä is a retired postwoman."),
    ("Kestilä sai tiedon voitostaan kotona.", "Kestilä heard of {} victory at home."),
]


@pytest.mark.parametrize(("pronoun", "found"), [("his", True), ("her", False)])
def test_a_woman_named_in_the_sentence(pronoun: str, found: bool) -> None:
    article = _article([(source, target.format(pronoun)) for source, target in FINNISH], "fi-en")
    assert (find_misnamed(article, 1) is not None) == found


def test_a_man_between() -> None:
    sentences = [
        FINNISH[0],
        ("Hänen miehensä pyöri.", "Her husband was restless."),
        ("Kestilä kuuli siitä.", "Kestilä heard of his win."),
    ]
    assert find_misnamed(_article(sentences, "fi-en"), 2) is None


def test_pronouns_tell_the_sex_of_a_name_that_no_list_knows() -> None:
    sentences = [
        ("何国梁教书。", "He Guoliang is a teacher."),
        ("沈木根很高兴，他笑了。", "Shen Mugen was glad, and he laughed."),
        ("沈木根没睡，他累了。", "Shen did not sleep, for he was tired."),
        ("沈木根说过。", "Shen said that he knew."),
    ]
    article = _article(sentences, "zh-en")
    assert people_at(article, 3).known("Shen") == "male"
    assert people_at(_article(sentences[:1], "zh-en"), 0).known("Guoliang") == ""


RUSSIAN = [
    ("Denise Okafor runs the library.", "Дениз Окафор заведует библиотекой."),
    ("She said that the book was late.", "По её словам, книгу вернули поздно."),
    ("Okafor laughed.", "Окафор {}."),
]


@pytest.mark.parametrize(("verb", "found"), [("засмеялся", True), ("засмеялась", False)])
def test_a_verb_behind_a_name_in_cyrillic(verb: str, found: bool) -> None:
    article = _article([(source, target.format(verb)) for source, target in RUSSIAN], "en-ru")
    assert (find_named_forms(article.pairs[2].target.text, "ru", people_at(article, 2)) is not None) == found  # type: ignore[union-attr]


def test_a_participle_behind_a_name() -> None:
    article = _article([("Ingrid Solheim was elected.", "Ingrid Solheim è stato eletto.")], "en-it")
    people = people_at(article, 0)
    assert find_named_forms("Ingrid Solheim è stato eletto.", "it", people) is not None
    assert find_named_forms("Ingrid Solheim è stata eletta.", "it", people) is None
    assert find_named_forms("Per Ingrid Solheim è stato facile.", "it", people) is None


def test_a_country_is_nobody() -> None:
    article = _article([("North Korea agreed.", "Korea Północna zgodziła się.")], "en-pl")
    assert find_named_forms("Korea Północna zgodziła się.", "pl", people_at(article, 0)) is None


def test_a_mans_trade_behind_a_womans_name() -> None:
    people = people_at(_article([("Denise Okafor, the library director, agrees.", "x")], "en-es"), 0)
    assert find_named_forms("Denise Okafor, director de la biblioteca, asiente.", "es", people) is not None
    assert find_named_forms("Denise Okafor, directora de la biblioteca, asiente.", "es", people) is None
