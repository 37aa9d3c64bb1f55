"""Two sentences that say the same: what differs between them, in several scripts."""

import pytest

from tqcheck.text.restatement import compare
from tqcheck.text.statement_words import split_words


def differing(left: str, right: str, language: str) -> list[tuple[str, str]]:
    """(kind, words) that only `left` has and nothing replaces."""
    words = split_words(left, language)
    found = compare(words, split_words(right, language)).left
    return [(d.kind, left[words[d.first].start : words[d.last].end]) for d in found if not d.replaced]


@pytest.mark.parametrize(
    ("language", "left", "right", "words"),
    [
        ("en", "He set a number of conditions that were clearly unacceptable to him.",
         "Putin has set a number of clearly unacceptable conditions.", "to him"),
        ("ru", "Он поставил ряд условий, которые явно неприемлемы для него.",
         "Путин поставил ряд явно неприемлемых условий.", "для него"),
        ("sr", "Postavio je niz uslova koji su očigledno neprihvatljivi za njega.",
         "Putin je postavio niz očigledno neprihvatljivih uslova.", "za njega"),
        ("de", "Er stellte mehrere Bedingungen, die für ihn klar unannehmbar waren.",
         "Putin hat mehrere klar unannehmbare Bedingungen gestellt.", "für ihn"),
    ],
)  # fmt: skip
def test_an_added_participant_is_found_with_its_preposition(language: str, left: str, right: str, words: str) -> None:
    assert ("participant", words) in differing(left, right, language)


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "That's a 'no' in other words.", "That is a 'no' in other words."),
        ("en", "The minister said the talks had failed.", "The talks have failed, the minister announced."),
        (
            "de",
            "Der Minister sagte, die Gespräche seien gescheitert.",
            "Die Gespräche sind gescheitert, erklärte der Minister.",
        ),
    ],
)
def test_tense_contraction_order_and_reporting_verb_are_no_difference(language: str, left: str, right: str) -> None:
    assert [kind for kind, _ in differing(left, right, language) if kind != "content"] == []
