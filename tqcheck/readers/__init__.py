"""Files into documents: one reader a format, chosen by suffix."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tqcheck.model import Document
from tqcheck.readers.decode import decode, read_bytes
from tqcheck.registry import choose

FORMATS: dict[str, str] = {
    "html": "tqcheck.readers.html:read",
    "jsonl": "tqcheck.readers.jsonl:read",
    "markdown": "tqcheck.readers.markdown:read",
    "text": "tqcheck.readers.plain:read",
    "tsv": "tqcheck.readers.tsv:read",
}
"""Format name -> "module:function" of `read(text, path) -> Document`."""

READERS: dict[str, str] = {
    ".htm": "html",
    ".html": "html",
    ".jsonl": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mdown": "markdown",
    ".mdx": "markdown",
    ".mkd": "markdown",
    ".ndjson": "jsonl",
    ".tab": "tsv",
    ".text": "text",
    ".tsv": "tsv",
    ".txt": "text",
    ".xhtml": "html",
}
"""File suffix -> format; any other suffix is read as plain text."""

_ALIASES = {"md": "markdown", "txt": "text", "plain": "text", "htm": "html", "ndjson": "jsonl", "bitext": "tsv"}


def read_document(
    path: Path,
    data: bytes | None = None,
    format: str | None = None,  # noqa: A002  # the option of the command line
    name: str | None = None,
) -> Document:
    """Read one file.

    Args:
        path: the file; its suffix names the format unless `format` does.
        data: its bytes where they are already at hand (standard input, an archive); the file is then not opened.
        format: a key of `FORMATS`, or md, txt, htm, ndjson.
        name: what reports and error lines call the file; default is the path with forward slashes.

    Raises:
        ReadError: missing, a directory, empty, binary, not valid in its encoding, or not what its format says.
        ConfigError: a format that does not exist.
    """
    name = name or path.as_posix()
    key = _ALIASES.get(format, format) if format else READERS.get(path.suffix.lower(), "text")
    reader = choose("format", key, FORMATS)
    text = decode(read_bytes(path, name) if data is None else data, name, declared=key == "html")
    document: Document = reader(text, name)
    return replace(document, blocks=tuple(replace(block, block=at) for at, block in enumerate(document.blocks)))


__all__ = ["FORMATS", "READERS", "read_document"]
