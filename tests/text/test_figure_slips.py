"""A slip of the hand is told from another figure, in any script."""

import pytest

from tqcheck.text.figure_slips import is_slip


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("2031", "2013"),
        ("٣١٦", "361"),
        ("5,400", "4\u00a0500"),
        ("60", "6"),
        ("१२", "21"),
        ("3.2", "2.3"),
        ("25", "15"),
        ("650.000", "65,000"),
    ],
)
def test_digits_exchanged_changed_or_a_nought_too_many(said, seen):
    assert is_slip(said, seen)


@pytest.mark.parametrize(
    ("said", "seen"),
    [("55", "88"), ("1900", "28.5"), ("30", "75"), ("2", "3"), ("12", "12"), ("三分之", "two thirds"), ("7", "12")],
)
def test_other_figures_single_digits_and_words(said, seen):
    assert not is_slip(said, seen)
