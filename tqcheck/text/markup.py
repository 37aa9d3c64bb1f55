"""Placeholders, tags, inline code and names of the machine's world, which a translation keeps as they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.model import Segment


@dataclass(frozen=True, slots=True)
class Token:
    """A piece that must survive: offsets, text, what it is (placeholder, tag, code, option, file, variable)."""

    start: int
    end: int
    text: str
    kind: str


@cache
def _markup() -> regex.Pattern[str]:
    return regex.compile(
        r"(?P<placeholder>\{\w{1,40},\s?(?:plural|selectordinal|select|number|date|time)\b|\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\{[\w.:!$-]{0,40}\}|%\(\w{1,40}\)[sdif]"
        r"|%(?:\d{1,2}\$)?(?:s|d|i|f|@|ld|lu|\.\d{1,2}f)(?![A-Za-z])|(?<![\w%])%\w{2,30}%)"
        r"|(?P<tag></?[A-Za-z][\w:-]{0,30}(?:\s[^<>]{0,200})?/?>)"
        r"|(?P<code>`[^`\n]{1,200}`)"
    )


@cache
def _identifiers() -> regex.Pattern[str]:
    return regex.compile(
        r"(?<![\p{L}\p{N}_-])(?P<option>--[a-z][a-z0-9-]{1,40}+)"
        r"|(?<![\p{L}\p{N}_./\\-])(?P<file>[A-Za-z0-9_-]{1,60}+(?:\.[A-Za-z0-9_-]{1,20}+){0,2}\.(?:md|txt|py|js|ts|json|toml|yaml|yml|html|css|sh"
        r"|exe|pdf|csv|tsv|xml|png|jpe?g|svg|zip|gz|conf|cfg|ini|log|cpp|java|go|rs|docx?|xlsx?|sql|lock))(?![\p{L}\p{N}_])"
        r"|(?<![\p{L}\p{N}_.-])(?P<variable>[a-z][a-z0-9]{0,30}+(?:_[a-z0-9]{1,30}+){1,6}+|[A-Z][A-Z0-9]{1,30}+(?:_[A-Z0-9]{1,30}+){1,6}+)(?![\p{L}\p{N}_])"
    )


def find_markup(segment: Segment) -> list[Token]:
    """Placeholders, tags and inline code, from the reader's marks and from the text."""
    found = [
        Token(mark.start, mark.end, mark.value or segment.text[mark.start : mark.end], mark.kind)
        for mark in segment.marks
        if mark.kind in ("code", "placeholder", "tag")
    ]
    return _with_matches(found, _markup(), segment.text)


def find_identifiers(segment: Segment) -> list[Token]:
    """Options, file names and variables in running text."""
    covered = [Token(mark.start, mark.end, "", "") for mark in segment.marks if mark.kind in ("code", "link", "tag")]
    return [token for token in _with_matches(covered, _identifiers(), segment.text) if token.text]


def _with_matches(found: list[Token], pattern: regex.Pattern[str], text: str) -> list[Token]:
    covered = [(token.start, token.end) for token in found]
    for match in pattern.finditer(text):
        if not any(start <= match.start() < end for start, end in covered):
            found.append(Token(match.start(), match.end(), match[0], str(match.lastgroup)))
    return sorted(found, key=lambda token: token.start)
