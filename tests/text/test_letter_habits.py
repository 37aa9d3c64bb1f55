"""Letters that stand oddly together, and runs that only seem to be loan words."""

import pytest

from tqcheck.text.letter_habits import oddness
from tqcheck.text.loan_names import is_loan
from tqcheck.text.name_words import Word


@pytest.mark.parametrize(
    ("name", "slip"), [("Brent", "Bgent"), ("Pelley", "Pewley"), ("Katrina", "Ktrina"), ("Mellon", "Meqlon")]
)
def test_slips_stand_oddly(name: str, slip: str) -> None:
    """Names of the lists have no odd letters, slips often do."""
    assert oddness(name) == 0
    assert oddness(slip) > 0


def test_other_scripts_are_never_odd() -> None:
    """Nothing is told of Arabic or Chinese."""
    assert oddness("ترامب") == oddness("特朗普") == 0


def _word(text: str) -> Word:
    return Word(0, len(text), text, initial=False)


def test_short_words_are_no_loans_of_long_runs() -> None:
    """カンダハール holds the consonants of and, and トマト is a tomato."""
    assert not is_loan(_word("カンダハール"), _word("and"))
    assert is_loan(_word("トマト"), _word("tomato"))
