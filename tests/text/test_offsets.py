"""Lines and columns."""

from hypothesis import given
from hypothesis import strategies as st

from tqcheck.text.offsets import LineIndex


def test_every_line_end_counts_once():
    index = LineIndex("a\r\nb\rc\n\nd")
    assert [index.position(at) for at in (0, 3, 5, 7, 8)] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]


def test_columns_are_code_points_and_the_byte_order_mark_is_none():
    index = LineIndex("\ufeffa😀b")
    assert index.position(1) == (1, 1)
    assert index.position(3) == (1, 3)


def test_unicode_line_separators_are_no_line_ends():
    assert LineIndex("a\u2028b\x0bc").position(4) == (1, 5)


@given(st.text(alphabet="ab\r\n\u2028😀\ufeff"), st.integers(0, 40))
def test_line_and_column_find_the_offset_again(text, offset):
    index = LineIndex(text)
    offset = min(offset, len(text))
    line, column = index.position(offset)
    assert index.offset(line, column) == (1 if offset == 0 and text.startswith("\ufeff") else offset)
