"""Pairs in TSV and JSON Lines."""

from pathlib import Path

import pytest

from tqcheck.errors import ReadError
from tqcheck.readers import read_document


def read(text, suffix):
    return read_document(Path("a" + suffix), text.encode())


def test_tsv_without_header_is_source_then_translation():
    document = read('Dobar "dan".\tGood "day".\r\n\r\nDa\\n.\tYes\\n.\n', ".tsv")
    assert [block.text for block in document.blocks] == ['Good "day".', "Yes\\n."]
    assert [source.text for source in document.sources] == ['Dobar "dan".', "Da\\n."]
    assert [(block.row, block.column) for block in document.blocks] == [(1, "translation"), (2, "translation")]


def test_tsv_header_in_any_order_with_languages():
    document = read("id\tMT\tsrc\tsource_lang\ttarget_lang\n7\tYes\tДа\tsr\ten\n", ".tsv")
    assert (document.blocks[0].text, document.sources[0].text, document.languages) == ("Yes", "Да", ("sr", "en"))
    assert (document.blocks[0].column, document.sources[0].column) == ("MT", "src")


def test_tsv_header_of_language_codes():
    assert read("pt-BR\ten\nSim\tYes\n", ".tsv").languages == ("pt-BR", "en")


def test_an_empty_translation_keeps_its_row_and_place():
    document = read("Da.\t\nNe.\tNo.\n", ".tsv")
    assert [(block.text, block.row) for block in document.blocks] == [("", 1), ("No.", 2)]
    assert document.blocks[0].span.start == 4


def test_a_line_without_tab_is_named():
    with pytest.raises(ReadError, match=r"a\.tsv: line 3 has 1 column"):
        read("a\tb\n\nc\n", ".tsv")


def test_json_escapes_keep_their_place():
    text = '\ufeff{"id": 1, "meta": {"mt": "no"}, "src": "a", "mt": "x \\"y\\" \\ud83d\\ude00 z\\u00e9", "target_lang": "en"}\n'
    document = read(text, ".jsonl")
    (block,) = document.blocks
    assert block.text == 'x "y" 😀 zé'
    for view, written in (("😀", "\\ud83d\\ude00"), ("y", "y"), ("zé", "z\\u00e9"), ('"y"', '\\"y\\"')):
        at = block.text.index(view)
        span = block.locate(at, at + len(view))
        assert text[span.start : span.end] == written
    assert document.languages == ("", "en")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"source": "a", "translation": "b"}\nnope\n', r"line 2 is not valid JSON \(column 1\)"),
        ('\n["a"]\n', "line 2 is no JSON object"),
        ('{"source": "a"}\n', "line 1 has no field 'translation'"),
        ('{"source": "", "target": null}\n', "holds no pair"),
    ],
)
def test_bad_lines_are_named(text, says):
    with pytest.raises(ReadError, match=says):
        read(text, ".jsonl")
