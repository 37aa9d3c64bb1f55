"""Plain text: paragraphs by blank lines, hard-wrapped lines joined, headings and lists by their shape."""

from __future__ import annotations

import re
from dataclasses import replace

from tqcheck.model import Document, Kind, Segment
from tqcheck.readers.build import Builder
from tqcheck.readers.furniture import mark_furniture
from tqcheck.readers.lines import Line, joint, paragraphs, split_lines
from tqcheck.readers.links import mark_links

_RULE = re.compile(r"(?:([-*_=~#•·—–+.])[ \t]*)(?:\1[ \t]*){2,}$")
_BULLET = re.compile(r"(?:[*+•◦▪‣·]|[-–](?=[ \t]))[ \t]+(?=\S)")
_NUMBERED = re.compile(r"\(?(\d{1,3})[.)][ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…,;:。！？、，：।॥؟۔؛،։።፧፣។៕]['\"”’»«›)\]】」』）]*$")
_TITLE_MAX = 160
_HEADING_MAX = 80


def read(text: str, path: str) -> Document:
    """Read plain text; blocks are paragraphs, headings (short, no stop at the end, prose after them) and list items."""
    groups = [group for group in paragraphs(split_lines(text)) if not _RULE.match(group[0].text)]
    items = _list_items([group[0] for group in groups])
    blocks = [block for at, group in enumerate(groups) if (block := _block(text, group, items.get(at, 0)))]
    return Document(path=path, text=text, blocks=_headings(mark_furniture(tuple(blocks))), format="text")


def _block(text: str, lines: list[Line], bullet: int) -> Segment | None:
    builder = Builder(text)
    for at, line in enumerate(lines):
        if at:
            builder.put(joint(lines[at - 1].text[-1], line.text[0]), lines[at - 1].end, line.start)
        builder.copy(line.start + (0 if at else bullet), line.end)
    mark_links(builder)
    return builder.finish(Kind.LIST if bullet else Kind.PARAGRAPH, level=1 if bullet else 0)


def _list_items(lines: list[Line]) -> dict[int, int]:
    """Index of each list item's line -> length of its bullet; a lone dash or number is prose (dialogue, "12. maja")."""
    items = dict[int, int]()
    for at, line in enumerate(lines):
        for pattern in (_BULLET, _NUMBERED):
            match = pattern.match(line.text)
            if match and any(_same_list(pattern, match, lines[near].text, near - at) for near in _near(at, len(lines))):
                items[at] = match.end()
    return items


def _near(at: int, size: int) -> list[int]:
    return [near for near in (at - 1, at + 1) if 0 <= near < size]


def _same_list(pattern: re.Pattern[str], match: re.Match[str], other: str, step: int) -> bool:
    near = pattern.match(other)
    if near is None:
        return False
    if pattern is _NUMBERED:
        return int(near.group(1)) == int(match.group(1)) + step
    return near.group()[0] == match.group()[0] and not (match.group()[0] in "-–" and _is_dialogue(match.string, other))


def _is_dialogue(*lines: str) -> bool:
    """Dashes before whole sentences are speech in most of Europe."""
    return any(re.search(r"[!?…]|[.,] [-–—]|[-–—] ", line[2:]) for line in lines)


def _headings(blocks: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Blocks with headings recognised: the first short block without a stop, and short ones before much longer prose."""
    prose = [at for at, block in enumerate(blocks) if block.kind is Kind.PARAGRAPH]
    result = list(blocks)
    for order, at in enumerate(prose):
        block = blocks[at]
        if _SENTENCE_END.search(block.text) or block.text[:1].islower():
            continue
        following = blocks[prose[order + 1]].text if order + 1 < len(prose) else ""
        if order == 0 and len(block.text) <= _TITLE_MAX and following:
            result[at] = replace(block, kind=Kind.HEADING, level=1)
        elif order > 1 and len(block.text) <= _HEADING_MAX and len(following) > 2 * len(block.text):
            result[at] = replace(block, kind=Kind.HEADING, level=2)
    return tuple(result)
