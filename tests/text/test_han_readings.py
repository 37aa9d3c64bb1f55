"""Runs of Chinese characters that transcribe names, and the common words that they stand beside."""

import pytest

from tqcheck.text.name_words import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("驻肯尼亚大使", ["肯尼亚"]),
        ("医院保安", []),
        ("海军基金会", []),
        ("利兹联队", ["利兹"]),
        ("约翰逊说", ["约翰逊"]),
    ],
)
def test_a_run_ends_before_a_common_word(text, names):
    assert [word.text for word in names_in(text, "zh")] == names
