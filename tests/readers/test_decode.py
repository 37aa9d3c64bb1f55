"""Encodings, and the one line that people read when a file is refused."""

import contextlib
import time
from pathlib import Path

import pytest

from tqcheck.errors import ConfigError, ReadError
from tqcheck.readers import read_document
from tqcheck.readers.decode import MAX_BYTES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_same_article_in_every_encoding(encoding):
    document = read_document(Path("a.txt"), "Путин 😀 рекао је.\r\n\r\nДа.".encode(encoding))
    assert [block.text for block in document.blocks] == ["Путин 😀 рекао је.", "Да."]
    for block in document.blocks:
        assert document.text[block.span.start : block.span.end] == block.text


def test_the_text_is_kept_as_it_is():
    assert read_document(Path("a.txt"), b"\xef\xbb\xbfa\r\nb\rc\n").text == "\ufeffa\r\nb\rc\n"


def test_html_names_its_own_encoding():
    data = "<meta charset='windows-1251'><p>Привет</p>".encode("cp1251")
    assert read_document(Path("a.html"), data).blocks[0].text == "Привет"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"caf\xe9 ol\xe9", "byte 0xe9 at offset 3, line 1"),
        (b"ok\nPK\x03\x04\x00\x00", "NUL byte at offset 7"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "looks binary"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, says):
    with pytest.raises(ReadError, match=says) as caught:
        read_document(Path("dir/a.txt"), data)
    assert str(caught.value).startswith("dir/a.txt: ")
    assert "\n" not in str(caught.value)


def test_missing_files_directories_and_unknown_formats(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read_document(tmp_path / "none.md")
    with pytest.raises(ReadError, match="is a directory"):
        read_document(tmp_path)
    with pytest.raises(ConfigError, match="did you mean 'markdown'"):
        read_document(Path("a"), b"x", format="markdwn")


def test_a_file_over_the_limit_is_refused(tmp_path):
    with pytest.raises(ReadError, match="larger than 64 MB"):
        read_document(Path("a.txt"), b"a" * (MAX_BYTES + 1))


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["word ", "a", "Ne. ", "字", "(", "http://", "*", "<", "[", "{{"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_one_enormous_line_costs_no_quadratic_time(unit, suffix):
    start = time.perf_counter()
    with contextlib.suppress(ReadError):
        read_document(Path("a" + suffix), (unit * (200_000 // len(unit))).encode())
    assert time.perf_counter() - start < 20
