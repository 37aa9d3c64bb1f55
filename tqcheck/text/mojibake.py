"""Text decoded in the wrong encoding: `â€™` for an apostrophe, `Ð¿` for п."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_RUN = regex.compile(rf"(?:[\u00c2-\u00f4][\u0080-\u00bf{_WINDOWS}]{{1,3}}+)++|\ufffd++")


_LOST_SPACE = regex.compile(r"(?<=[a-zà-ÿ])Â(?=[ \u00a0\u202f][:;!?»])")
"""What is left of a no-break space before high punctuation."""
_GUILLEMET = "\u00a0»"
"""What French sets behind a quotation: with the é, à or ç before it the same bytes as a character of another script."""


def find_mojibake(text: str) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, what it was meant to be or None): UTF-8 read as Windows-1252 or Latin-1, and replacement characters."""
    for match in _LOST_SPACE.finditer(text):
        yield match.start(), match.end(), ""
    for match in _RUN.finditer(text):
        if "\ufffd" in match[0]:
            yield match.start(), match.end(), None
        elif not match[0].endswith(_GUILLEMET) and (meant := _decode(match[0])) is not None:
            yield match.start(), match.end(), meant


def _decode(run: str) -> str | None:
    """The run as UTF-8, where its characters are the bytes of valid UTF-8; None otherwise."""
    try:
        return b"".join(_byte(char) for char in run).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if ord(char) < 256 else char.encode("cp1252")
