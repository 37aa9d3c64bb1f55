"""Front matter of Markdown files: YAML between ---, TOML between +++; only plain `key: value` lines are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tqcheck.model import Kind, Segment, Span
from tqcheck.readers.build import Builder

_SEEN_BY_READERS = (
    "title subtitle description summary excerpt lead lede tagline heading headline caption alt image_alt "
    "imagealt seo_title seotitle meta_title meta_description linktitle sidebar_label abstract standfirst "
    "deck kicker "
)
TRANSLATABLE = frozenset(_SEEN_BY_READERS.split())
"""Keys (lower case, - as _) whose values a reader of the page sees."""

_FENCE = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_YAML = re.compile(r"(?P<indent>[ \t]*)(?:- )?(?P<key>[\w.-]+|\"[\w. -]+\")[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*$")
_TOML = re.compile(r"(?P<indent>[ \t]*)(?P<key>[\w.-]+|\"[\w. -]+\")[ \t]*=[ \t]*(?P<value>.*?)[ \t]*$")
_LINE = re.compile(r"[^\r\n]*")
_COMMENT = re.compile(r"[ \t]+#.*$")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|''")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": ""}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text: `end` is the file offset after its closing line, 0 where there is none."""

    end: int = 0
    metadata: tuple[tuple[str, str, Span], ...] = ()
    blocks: tuple[Segment, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Front matter at the very start of a file; what is not closed is none."""
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter()
    fence = opening.group(1)
    closing = re.compile(
        rf"^(?:{re.escape(fence)}{'|[.]{3}' if fence == '---' else ''})[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE
    )
    end = _closing(text, opening.end(), closing)
    if end is None:
        return FrontMatter()
    pattern = _YAML if fence == "---" else _TOML
    values = _values(text, opening.end(), end[0], pattern)
    metadata = tuple((key, builder.text, span) for key, builder, span in values)
    blocks = tuple(block for key, builder, _ in values if (block := _block(key, builder)) is not None)
    return FrontMatter(end[1], metadata, blocks)


def _closing(text: str, start: int, closing: re.Pattern[str]) -> tuple[int, int] | None:
    for at in _line_starts(text, start):
        if match := closing.match(text, at):
            return at, match.end()
    return None


def _line_starts(text: str, start: int) -> list[int]:
    return [start, *(match.end() for match in re.compile(r"\r\n|\r|\n").finditer(text, start))]


def _values(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[str, Builder, Span]]:
    """Scalars of the block: (key, view of the value, file span of the value as written)."""
    result = list[tuple[str, Builder, Span]]()
    for at in _line_starts(text, start):
        if at >= end:
            break
        stop = min(_line_end(text, at), end)
        match = pattern.match(text[at:stop])
        if match and (value := match.group("value")):
            span = Span(at + match.start("value"), at + match.start("value") + len(value))
            if (builder := _scalar(text, span)) is not None:
                result.append((match.group("key").strip('"'), builder, span))
    return result


def _line_end(text: str, at: int) -> int:
    match = _LINE.match(text, at)
    return match.end() if match else at


def _scalar(text: str, span: Span) -> Builder | None:
    """The view of a one-line scalar; None for lists, maps, anchors and block scalars."""
    value = text[span.start : span.end]
    builder = Builder(text)
    if value[0] in "\"'":
        end = value.rfind(value[0])
        if end <= 0:
            return None
        _unescape(builder, span.start + 1, span.start + end, value[0])
        return builder
    if value[0] in "[{|>&*!@`%":
        return None
    builder.copy(span.start, span.start + len(_COMMENT.sub("", value)))
    return builder


def _unescape(builder: Builder, start: int, end: int, quote: str) -> None:
    at = start
    for match in _ESCAPE.finditer(builder.source, start, end):
        if (quote == "'") != (match.group() == "''"):
            continue
        builder.copy(at, match.start())
        code = match.group(1) or match.group(2)
        plain = "'" if quote == "'" else _character(code) if code else _SIMPLE.get(match.group(3), match.group(3))
        builder.put(plain, match.start(), match.end())
        at = match.end()
    builder.copy(at, end)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"


def _block(key: str, builder: Builder) -> Segment | None:
    name = key.lower().replace("-", "_").rpartition(".")[2]
    if name not in TRANSLATABLE:
        return None
    if name in {"title", "headline"}:
        return builder.finish(Kind.HEADING, level=1)
    return builder.finish(Kind.CAPTION if name in {"alt", "caption", "image_alt", "imagealt"} else Kind.PARAGRAPH)
