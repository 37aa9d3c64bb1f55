"""--fix: exact edits, only the safe ones, and nothing left to do the second time."""

from hypothesis import given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck.fixes import apply_edits, plan_edits, show_diff

CODES = ["TQ301", "TQ302", "TQ306", "TQ308"]


def fixed(text: str, language: str) -> str:
    report = tqcheck.check(text, None, source_language="", target_language=language, engine="none", select=CODES)
    document = report.documents[0]
    return apply_edits(document.document.text, plan_edits(document.document.text, document.findings))


ENGLISH = (
    '"We will stay," he said of 3,3 million tons.\n\n"We will not," she said.\n\n'
    "Then he added: “Perhaps  later.”  See `a  b` and https://example.com/a,b.\n"
)


def test_marks_numbers_and_spaces_are_set_right_and_code_and_what_is_quoted_are_left_alone() -> None:
    assert fixed(ENGLISH, "en") == (
        '"We will stay," he said of 3.3 million tons.\n\n"We will not," she said.\n\n'
        'Then he added: "Perhaps  later." See `a  b` and https://example.com/a,b.\n'
    )


def test_the_second_run_changes_nothing() -> None:
    once = fixed(ENGLISH, "en")
    assert fixed(once, "en") == once


def test_hidden_characters_go_from_cyrillic_text() -> None:
    assert fixed("Кни\u200dга вышла , и всё.\n", "ru") == "Книга вышла, и всё.\n"


def test_nothing_is_changed_inside_a_quotation_but_its_marks() -> None:
    assert fixed("He said “3,3  million tons , then” of 4,5 million tons.\n", "en") == (
        "He said “3,3  million tons , then” of 4.5 million tons.\n"
    )


def test_every_hidden_character_of_a_paragraph_goes() -> None:
    assert fixed("Ky\u200biv and Lv\u200biv\u200b.\n", "en") == "Kyiv and Lviv.\n"


def test_the_diff_names_the_file_and_both_lines() -> None:
    diff = show_diff("a.txt", "3,3 million\n", "3.3 million\n")
    assert diff == "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-3,3 million\n+3.3 million\n"


FRAGMENTS = {
    "en": [
        "3,3 million tons ",
        '"We stay," he said. ',
        "“Perhaps  later.” ",
        "it was , he said ",
        "a\u200bb ",
        "the  end. ",
    ],
    "ru": ["3.5 млн человек ", "«Да  нет», — сказал он. ", "Кни\u200dга вышла , и всё. ", '"Вот" '],
    "fr": ["3.5 millions ", "« Oui », dit-il ; non ! ", '"Non" dit-elle? ', "l’eau  claire "],
    "zh": ["他说:“好的。” ", "然而,他走了。", "“是”，“否”。", "a\u200bb "],
}
KEPT = ["`a  b , c` ", "https://example.com/a,,b?x=3,3 ", "{count,  number} ", "me@example.org "]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_fixed_stays_fixed_and_code_links_and_placeholders_are_never_touched(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(FRAGMENTS)))
    pieces = data.draw(st.lists(st.sampled_from([*FRAGMENTS[language], *KEPT]), min_size=1, max_size=8))
    text = "".join(pieces) + "\n"
    once = fixed(text, language)
    assert fixed(once, language) == once
    for kept in KEPT:
        assert once.count(kept.strip()) == text.count(kept.strip())
