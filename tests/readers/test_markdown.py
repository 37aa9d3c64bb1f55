"""Markdown: blocks, marks and places."""

from pathlib import Path

from tqcheck.model import Kind
from tqcheck.readers import read_document

PAGE = """\
---
title: "Grad \\"A\\" i more" # note
description: O svemu
tags: [a, b]
draft: false
---
# Title *here* #

A [link](https://x.org/a_b "t") with `co de`, **bold**, ![alt text](i.png)
and a soft\\* break &amp; more<br>line[^1].

> [!NOTE]
> Quoted **text**
> goes on.

- one
  1. two {{< ref "a" >}}

| a \\| b | c |
|---|---|
| é | 😀 x |

```py
print("x")
```

![only an image](a.png)

<p>Raw &eacute; <b>html</b></p>

[^1]: The note.
"""


def read(text):
    return read_document(Path("a.md"), text.encode())


def test_blocks_and_their_kinds():
    assert [(str(block.kind), block.level, block.text) for block in read(PAGE).blocks] == [
        ("heading", 1, 'Grad "A" i more'),
        ("paragraph", 0, "O svemu"),
        ("heading", 1, "Title here"),
        ("paragraph", 0, "A link with co de, bold, alt text and a soft* break & more line."),
        ("quote", 0, "Quoted text goes on."),
        ("list", 1, "one"),
        ("list", 2, "two"),
        ("table", 0, "a | b"),
        ("table", 0, "c"),
        ("table", 0, "é"),
        ("table", 0, "😀 x"),
        ("code", 0, 'print("x")'),
        ("caption", 0, "only an image"),
        ("paragraph", 0, "Raw é html"),
        ("paragraph", 0, "The note."),
    ]


def test_marks_cover_their_words():
    block = read(PAGE).blocks[3]
    assert [(mark.kind, block.text[mark.start : mark.end], mark.value) for mark in block.marks] == [
        ("link", "link", "https://x.org/a_b"),
        ("code", "co de", "co de"),
        ("emphasis", "bold", "strong"),
        ("image", "alt text", "i.png"),
        ("footnote", "", "1"),
    ]


def test_every_word_is_found_again_in_the_file():
    document = read(PAGE)
    for block in document.blocks:
        for word in ("link", "co", "bold", "text", "goes", "two", "b", "é", "x", "print", "html", "note"):
            at = block.text.find(word)
            if at >= 0:
                span = block.locate(at, at + len(word))
                assert document.text[span.start : span.end] in {word, "&eacute;"}


def test_front_matter_is_metadata():
    document = read(PAGE)
    assert [(key, value) for key, value, _ in document.metadata] == [
        ("title", 'Grad "A" i more'),
        ("description", "O svemu"),
        ("draft", "false"),
    ]
    span = document.metadata[1][2]
    assert document.text[span.start : span.end] == "O svemu"


def test_toml_front_matter_byte_order_mark_and_crlf():
    text = "\ufeff+++\r\ntitle = 'Наслов'\r\n+++\r\n\r\nПрви\r\nпасус.\r\n"
    document = read(text)
    assert [block.text for block in document.blocks] == ["Наслов", "Први пасус."]
    span = document.blocks[1].locate(5, 10)
    assert text[span.start : span.end] == "пасус"


def test_an_opening_line_that_is_never_closed_is_no_front_matter():
    assert [block.text for block in read("---\ntitle: x\n\ntext\n").blocks] == ["title: x", "text"]


def test_emphasis_inside_links_and_reference_links():
    text = "See [the **big** one][ref], <https://a.org/%C3%A9> and plain https://b.org.\n\n[ref]: https://c.org\n"
    (block,) = read(text).blocks
    assert block.text == "See the big one, https://a.org/%C3%A9 and plain https://b.org."
    assert [block.text[mark.start : mark.end] for mark in block.marks] == [
        "the big one",
        "big",
        "https://a.org/%C3%A9",
        "https://b.org",
    ]


def test_wrapped_japanese_has_no_space_at_the_break():
    (block,) = read("これは長い\n文です。").blocks
    assert block.text == "これは長い文です。"


def test_containers_shortcodes_and_placeholders():
    text = ":::warning\nCareful, {{ name }}!\n:::\n\n{% include x %}\n\nGo {#id}\n"
    blocks = read(text).blocks
    assert [block.text for block in blocks] == ["Careful, {{ name }}!", "Go"]
    assert [(mark.kind, mark.value) for mark in blocks[0].marks] == [("placeholder", "{{ name }}")]


def test_code_is_one_block_and_keeps_its_lines():
    (block,) = read("    a\n    b\n").blocks
    assert block.kind is Kind.CODE
