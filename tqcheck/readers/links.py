"""Bare addresses in running text, marked so that no check or engine takes them for words."""

from __future__ import annotations

import re

from tqcheck.model import Mark
from tqcheck.readers.build import Builder

_LINK = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”«»„]+|(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63})+",
    re.ASCII,
)
_TRAILING = ".,;:!?'\"’”)]}…。、，；：！？」』）۔؟،।"


def mark_links(builder: Builder) -> None:
    """Put a "link" mark on every web and mail address of the view that has none yet."""
    text = builder.text
    if "://" not in text and "www." not in text and "@" not in text:
        return
    taken = [mark for mark in builder.marks if mark.kind in {"link", "code"}]
    for match in _LINK.finditer(text):
        start, end = match.start(), _end(text, match.start(), match.end())
        if end > start and not any(mark.start < end and start < mark.end for mark in taken):
            builder.marks.append(Mark("link", start, end, text[start:end]))


def _end(text: str, start: int, end: int) -> int:
    """Where an address ends: without the punctuation of the sentence, but with brackets it opened itself."""
    for at in range(start, end):
        if text[at] in "。、，；：！？」』）（「『":
            end = at
            break
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end
