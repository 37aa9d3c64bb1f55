"""--fix: exact edits, only the safe ones, and nothing left to do the second time."""

import tqcheck
from tqcheck.fixes import apply_edits, plan_edits, show_diff

CODES = ["TQ301", "TQ302", "TQ306", "TQ308"]


def fixed(text: str, language: str) -> str:
    report = tqcheck.check(text, None, source_language="", target_language=language, engine="none", select=CODES)
    document = report.documents[0]
    return apply_edits(document.document.text, plan_edits(document.document.text, document.findings))


ENGLISH = (
    '"We will stay," he said of 3,3 million tons.\n\n"We will not," she said.\n\n'
    "Then he added: “Perhaps  later.” See `a  b` and https://example.com/a,b.\n"
)


def test_marks_numbers_and_spaces_are_set_right_and_code_is_left_alone() -> None:
    assert fixed(ENGLISH, "en") == (
        '"We will stay," he said of 3.3 million tons.\n\n"We will not," she said.\n\n'
        'Then he added: "Perhaps later." See `a  b` and https://example.com/a,b.\n'
    )


def test_the_second_run_changes_nothing() -> None:
    once = fixed(ENGLISH, "en")
    assert fixed(once, "en") == once


def test_hidden_characters_go_from_cyrillic_text() -> None:
    assert fixed("Кни\u200dга вышла , и всё.\n", "ru") == "Книга вышла, и всё.\n"


def test_the_diff_names_the_file_and_both_lines() -> None:
    diff = show_diff("a.txt", "3,3 million\n", "3.3 million\n")
    assert diff == "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-3,3 million\n+3.3 million\n"
