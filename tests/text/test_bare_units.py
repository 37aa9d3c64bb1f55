"""One of a unit counts without its number where a smaller part or a half stands behind it, and nowhere else."""

import pytest

from tqcheck.text.figures import find_figures


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("uk", "метр двадцять", ["1", "20"]),
        ("ar", "مترين وثمانين سنتيمترًا", ["2", "80"]),
        ("sr", "метар и по", ["1.5"]),
        ("ru", "тонну двести", ["1", "200"]),
        ("ru", "метров двадцать", ["20"]),
        ("uk", "хвилин двадцять", ["20"]),
        ("ar", "ارتفاعه متر", []),
        ("en", "the hour and 2 people", ["2"]),
        ("ja", "三・一一", ["3", "11"]),
        ("ja", "三・〇五キロ", ["3.05"]),
        ("es", "el cuarto año", ["4"]),
    ],
)
def test_values(language: str, text: str, values: list[str]) -> None:
    assert [str(figure.value) for figure in find_figures(text, language)] == values
