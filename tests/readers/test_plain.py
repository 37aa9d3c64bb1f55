"""Plain text: what is one paragraph, a heading, a list."""

from pathlib import Path

from tqcheck.model import Kind
from tqcheck.readers import read_document


def blocks(text):
    return read_document(Path("a.txt"), text.encode()).blocks


def texts(text):
    return [block.text for block in blocks(text)]


def test_blank_lines_separate_paragraphs():
    assert texts("One one.\n\nTwo two.\r\n\r\n \t\r\nThree.") == ["One one.", "Two two.", "Three."]


def test_short_lines_without_wrapping_are_blocks_of_their_own():
    assert texts("Photo: AP\nDisclaimer: all was translated by a machine and may be wrong here and there.\nMore") == [
        "Photo: AP",
        "Disclaimer: all was translated by a machine and may be wrong here and there.",
        "More",
    ]


WRAPPED = """The president said on Tuesday that the
talks would go on, and that nobody had
left the table. “We stay,” he added in
Geneva.

Nobody else spoke after the president of
the other side had said no."""


def test_hard_wrapped_lines_are_joined_and_still_located():
    first, second = blocks(WRAPPED)
    assert first.text == (
        "The president said on Tuesday that the talks would go on, and that nobody had left the table. "
        "“We stay,” he added in Geneva."
    )
    start = second.text.index("the other")
    span = second.locate(start, start + 9)
    assert WRAPPED[span.start : span.end] == "the other"


CHINESE = """中国国家主席习近平星期二在北京会见了来
访的外国领导人并且就双边关系发表了讲话
双方同意继续加强经济贸易合作与文化交流
会谈持续了两个小时。"""


def test_wrapped_chinese_is_joined_without_spaces():
    text = CHINESE
    (block,) = blocks(text)
    assert "来访" in block.text
    assert " " not in block.text


def test_the_first_short_block_is_the_title():
    title, body = blocks("Naslov bez tačke\n\nPrvi pasus teksta koji je duži od naslova i ima tačku.")
    assert (title.kind, title.level, body.kind) == (Kind.HEADING, 1, Kind.PARAGRAPH)


def test_list_items_lose_their_bullets_but_dialogue_keeps_its_dashes():
    assert [(b.kind, b.text) for b in blocks("Intro here.\n\n* one\n* two\n")][1:] == [
        (Kind.LIST, "one"),
        (Kind.LIST, "two"),
    ]
    assert texts("- Ne znam, rekao je Marko.\n- A ti? - upita ona.\n") == [
        "- Ne znam, rekao je Marko.",
        "- A ti? - upita ona.",
    ]
    assert texts("12. maja je bilo toplo.\n\nSutra nije.") == ["12. maja je bilo toplo.", "Sutra nije."]


def test_addresses_are_marked():
    (block,) = blocks("Write to (https://example.org/a_(b)) or news@example.org.")
    assert [mark.value for mark in block.marks] == ["https://example.org/a_(b)", "news@example.org"]
