"""Whatever the file, every place of every block leads back to it exactly."""

# ruff: noqa: RUF005
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tqcheck.errors import ReadError
from tqcheck.readers import read_document
from tqcheck.text.offsets import LineIndex
from tqcheck.text.segment import split_sentences

PIECES = {
    ".txt": ["Word", " ", "\n", "\r\n", "\n\n", "\t", "- ", "1. ", "é", "e\u0301", "😀", "中文", "。", "ไทย", "قال", "\u200f"]
    + ["Photo: X", "https://a.b/c"],
    ".md": ["Word", " ", "\n", "\r\n", "\n\n", "\t", "# ", "> ", "- ", "1. ", "*", "**", "`", "[a](b)", "![x](y)", "[", "](", "<b>"]
    + ["</b>", "<br>", "<https://a.b>", "&amp;", "&#x1F600;", "\\*", "\\", "| a | b |\n|---|---|\n| c\\|d | e |\n", "```\n", "    "]
    + ["😀", "é", "中", "文", "[^1]", "\n[^1]: note\n", "{{< x >}}", "{{ y }}", "  \n", "~~", ":::\n", "---\n", "===\n", "<div>"]
    + ["</div>\n", "[r]", "\n[r]: /u\n", "ا"],
    ".html": ["Word", " ", "\n", "<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<ul>", "</ul>", "<h1>", "</h1>", "<td>", "&amp;"]
    + ["<script>x</script>", "&copy", "&#233;", "&nosuch;", "&", "<", ">", "<img alt='a &lt; b'>", "<img alt=x>", "<!-- c -->"]
    + ["<pre>", "</pre>", "😀", "é", "中", "ا", "<![CDATA[x]]>", "<?php ?>", "<nav>", "</nav>", "\u00a0", "<a href=x>", "</a>"]
    + ["<p", "\r\n", "<title>", "</title>", "<textarea>", "<style>"],
    ".tsv": ["a", "\t", "\n", "\r\n", "é", "😀", "\\t", '"', "source\ttranslation\n", " ", "中"],
}  # fmt: skip
FRONT = ["", "---\ntitle: A é\n---\n", '+++\r\ntitle = "😀 \\u00e9"\r\n+++\r\n', "---\nalt: 'it''s'\n"]


def files(suffix):
    body = st.lists(st.sampled_from(PIECES[suffix]) | st.text(max_size=3), max_size=30).map("".join)
    front = st.sampled_from(FRONT) if suffix == ".md" else st.just("")
    return st.tuples(st.sampled_from(["", "\ufeff"]), front, body).map("".join)


def check_places(document):
    lines = LineIndex(document.text)
    for block in document.blocks:
        check_block(document.text, block, lines)
        for sentence in split_sentences(block, "en"):
            check_block(document.text, sentence, lines)


def check_block(text, block, lines):
    end = 0
    for run in block.runs:
        assert run.start == end
        end += run.length
        written = text[run.file_start : run.file_start + run.file_length]
        assert len(written) == run.file_length
        if run.length == run.file_length > 1:
            assert written == block.text[run.start : run.start + run.length]
        line, column = lines.position(run.file_start)
        assert lines.offset(line, column) in {run.file_start, 1}
    assert end == len(block.text)
    for mark in block.marks:
        assert 0 <= mark.start <= mark.end <= len(block.text)
    for start in range(len(block.text)):
        span = block.locate(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("suffix", PIECES)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_views_and_files_agree(suffix, data, encoding):
    text = data.draw(files(suffix))
    if encoding == "utf-16":
        text = text.removeprefix("\ufeff")
    try:
        raw = text.encode(encoding)
        document = read_document(Path("a" + suffix), raw)
    except ReadError:
        return
    except UnicodeEncodeError:
        return
    assert document.text == raw.decode(
        encoding if encoding == "utf-8" else "utf-16-le" if raw[:2] == b"\xff\xfe" else "utf-16-be"
    )
    check_places(document)


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text(), st.booleans())
def test_json_lines_views_and_files_agree(source, translation, ascii_only):
    import json

    text = json.dumps({"source": source, "mt": translation}, ensure_ascii=ascii_only)
    try:
        document = read_document(Path("a.jsonl"), text.encode())
    except (ReadError, UnicodeEncodeError):
        return
    check_places(document)
    assert document.blocks[0].text == translation.strip(" \t\r\n\v\f\u0085\u00a0\u2028\u2029\u202f\u3000\ufeff")
