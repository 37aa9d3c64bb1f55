"""Bytes to text, once, for every reader: encodings by byte-order mark or declaration, and what is refused."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from tqcheck.errors import ReadError

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read; an article is a thousandth of it."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']""")


def read_bytes(path: Path, name: str) -> bytes:
    """The file's bytes; `ReadError` says in one line why there are none."""
    if path.is_dir():
        raise ReadError(f"{name}: is a directory; name the files in it, for example {name.rstrip('/')}/*.md")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadError(f"{name}: no such file; check the spelling and the current folder") from None
    except PermissionError:
        raise ReadError(f"{name}: no permission to read it; check the file's owner and mode") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{name}: cannot be read ({reason})") from None
    return data


def decode(data: bytes, name: str, *, declared: bool = False) -> str:
    """The text of a file, unchanged: the byte-order mark stays as its first code point, line ends stay as they are.

    Args:
        data: the whole file.
        name: what error lines call it.
        declared: whether an encoding named in the file's head (HTML) is believed when there is no byte-order mark.

    Raises:
        ReadError: empty, too large, binary, or not valid in its encoding (with the byte offset).
    """
    if len(data) > MAX_BYTES:
        raise ReadError(f"{name}: larger than {MAX_BYTES // 2**20} MB; split it, or name the article inside it")
    encoding = _encoding(data, name, declared=declared)
    text = _decode(data, encoding, name)
    if not text.strip("\ufeff \t\r\n\v\f\u00a0"):
        raise ReadError(f"{name}: is empty; there is no text to check")
    nul = text.find("\0")
    if nul >= 0:
        at = len(text[:nul].encode(encoding))
        raise ReadError(
            f"{name}: looks binary (NUL byte at offset {at}); give a text, Markdown, HTML, TSV or JSON Lines file"
        )
    return text


def _encoding(data: bytes, name: str, *, declared: bool) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise ReadError(f"{name}: is UTF-32; save it as UTF-8 and try again")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    match = (_CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:200])) if declared else None
    if match is None:
        return "utf-8"
    label = match.group(1).decode("ascii").lower()
    if label.startswith(("utf-16", "utf-32")):
        return "utf-8"  # as browsers do: a declaration that can be read as ASCII cannot be true
    label = "windows-1252" if label in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else label
    try:
        return codecs.lookup(label).name
    except LookupError:
        raise ReadError(f"{name}: declares the unknown encoding {label!r}; save it as UTF-8 and try again") from None


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and b"\0" in data[:8192]:
            raise ReadError(
                f"{name}: looks binary (NUL byte at offset {data.index(0)}); give a text, Markdown, HTML, TSV or JSON Lines file"
            ) from None
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            f"{name}: is not valid {encoding.upper()} (byte 0x{data[error.start]:02x} at offset {error.start}, line {line}); "
            "save it as UTF-8 and try again"
        ) from None
    except (ValueError, TypeError, LookupError):
        raise ReadError(f"{name}: declares the encoding {encoding!r}, which holds no text; save it as UTF-8") from None
