"""Pieces and their tails are the text again, and none is longer than a model can carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.engines.splitting import LIMIT, join_pieces, split_text


def rejoined(text, language="en"):
    pieces = split_text(text, language)
    return join_pieces(pieces, [piece.text for piece in pieces], spaced=False)


@given(st.text(max_size=1500))
def test_splitting_is_exact(text):
    assert rejoined(text) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Он ушёл.  Она осталась.\n\nКонец.", "ru"),
        ("他走了。她留下。" * 80, "zh"),
        ("a" * 1700, "en"),
        ("x, y " * 400, "en"),
    ],
)
def test_every_piece_fits(text, language):
    assert rejoined(text, language) == text
    assert max(len(piece.text) for piece in split_text(text, language)) <= LIMIT


def test_sentences_are_pieces_and_paragraph_breaks_stay():
    pieces = split_text("He left the town at noon. She stayed in it.\n\nNobody knew.", "en")
    assert [piece.text for piece in pieces] == ["He left the town at noon.", "She stayed in it.", "Nobody knew."]
    assert [piece.tail for piece in pieces] == [" ", "\n\n", ""]


def test_languages_with_spaces_get_one_between_sentences_of_a_language_without():
    text = "今天天气很好，我们决定一起去公园散步，晚上再回家吃饭。" + "明天可能会下雨，所以我们打算待在家里看书和电影。"
    pieces = split_text(text, "zh")
    assert join_pieces(pieces, ["Nice today.", "Rain tomorrow."][: len(pieces)]) == "Nice today. Rain tomorrow."
