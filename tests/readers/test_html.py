"""HTML: blocks, entities, tags and places."""

from pathlib import Path

from tqcheck.readers import read_document

PAGE = """<!doctype html>
<html lang="sr-Latn"><head><title>Naslov &amp; više</title><style>p{}</style></head>
<body><nav><a href="/">Home</a></nav>
<h2>Drugi   naslov</h2>
<p>Prvi <b>pasus</b>
 sa&nbsp;razmakom &#x1F600; i <a href="https://x.org">vezom</a>.<br>Novi red
<p>Drugi pasus
<ul><li>jedan<ul><li>dva</li></ul></li></ul>
<blockquote><p>Citat</p></blockquote>
<figure><img src="a.jpg" alt="Opis &quot;slike&quot;"><figcaption>Potpis</figcaption></figure>
<table><tr><td>a<td>b</table>
<script>var x = "<p>no</p>";</script><template><p>no</p></template>
<div>Slobodan tekst</div>
"""


def read(text):
    return read_document(Path("a.html"), text.encode())


def test_blocks_and_their_kinds():
    document = read(PAGE)
    assert [(str(block.kind), block.level, block.text) for block in document.blocks] == [
        ("heading", 1, "Naslov & više"),
        ("heading", 2, "Drugi naslov"),
        ("paragraph", 0, "Prvi pasus sa\u00a0razmakom 😀 i vezom. Novi red"),
        ("paragraph", 0, "Drugi pasus"),
        ("list", 1, "jedan"),
        ("list", 2, "dva"),
        ("quote", 0, "Citat"),
        ("caption", 0, 'Opis "slike"'),
        ("caption", 0, "Potpis"),
        ("table", 0, "a"),
        ("table", 0, "b"),
        ("paragraph", 0, "Slobodan tekst"),
    ]
    assert document.languages == ("", "sr-Latn")


def test_places_and_marks():
    document = read(PAGE)
    block = document.blocks[2]
    for view, written in (("sa\u00a0razmakom", "sa&nbsp;razmakom"), ("😀", "&#x1F600;"), ("vezom", "vezom")):
        at = block.text.index(view)
        span = block.locate(at, at + len(view))
        assert document.text[span.start : span.end] == written
    assert [(m.kind, block.text[m.start : m.end], m.value) for m in block.marks if m.kind != "tag"] == [
        ("emphasis", "pasus", "b"),
        ("link", "vezom", "https://x.org"),
    ]


def test_broken_html_is_read_to_its_end():
    text = "a <b>c &copy &unknown; <i x='<p> d & e < f </div></p> <p"
    assert "©" in "".join(block.text for block in read("x &copy y &unknown; z < 3").blocks)
    read(text)


def test_right_to_left():
    (block,) = read('<p dir="rtl">قال <b>الرئيس</b>: نعم.</p>').blocks
    assert block.text == "قال الرئيس: نعم."
