"""Furniture of a published page: what stands around the article and is not part of it.

Every rule asks for a shape first (short, no sentence, a number or a name where one must be, a place near an edge) and only then for a
word of a small multilingual list; a normal sentence with the word "photo" or a number in it is never furniture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tqcheck.model import Kind, Mark, Segment
from tqcheck.readers.captions import is_captioned, mark_repetitions
from tqcheck.readers.furniture_words import (
    NUMBER,
    is_byline,
    is_counter,
    is_credit,
    is_date,
    is_lead,
    is_share_bar,
    says_notice,
)
from tqcheck.text.disclaimers import is_disclaimer
from tqcheck.text.tables import table

_OPEN = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST, Kind.QUOTE, Kind.CAPTION, Kind.BOILERPLATE})
_SHORT = 120
_NOTICE = 420
_TOP, _BOTTOM = 8, 5

_SHAPES: tuple[Callable[[str], bool], ...] = (is_counter, is_credit, is_share_bar, is_date)


def mark_furniture(blocks: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Blocks with their furniture named.

    Counters, credits, share bars, dates, bylines, leads elsewhere and notices become boilerplate; a notice that a machine translated the
    text carries `Mark("disclaimer", 0, length)`; a short block repeated by its neighbour, or with a credit at its end, becomes a caption.
    """
    size = len(blocks)
    named = [_name(block, at, size) if block.kind in _OPEN else block for at, block in enumerate(blocks)]
    return tuple(mark_repetitions(_open_ends(named)))


def _name(block: Segment, at: int, size: int) -> Segment:
    text = block.text
    if len(text) <= _NOTICE and _is_notice(text, at, size):
        mark = Mark("disclaimer", 0, len(text))
        return replace(block, kind=Kind.BOILERPLATE, marks=(mark, *block.marks))
    if block.kind is Kind.BOILERPLATE or len(text) > _SHORT:
        return block
    if block.kind is not Kind.CAPTION and any(shape(text) for shape in _SHAPES):
        return replace(block, kind=Kind.BOILERPLATE)
    top, edge = at < _TOP, at < _TOP or at >= size - _BOTTOM
    if (top and is_byline(text)) or is_lead(text, loose=edge and block.kind is not Kind.HEADING):
        return replace(block, kind=Kind.BOILERPLATE)
    if block.kind in {Kind.PARAGRAPH, Kind.QUOTE} and is_captioned(text):
        return replace(block, kind=Kind.CAPTION)
    return block


def _is_notice(text: str, at: int, size: int) -> bool:
    """Whether a block says that a machine translated the page: at an edge of the page, or introduced as a note."""
    if _TOP <= at < size - _BOTTOM and not says_notice(text):
        return False
    return any(is_disclaimer(text, language) for language in _disclaimer_languages())


def _disclaimer_languages() -> Sequence[str]:
    return [code for code in table("disclaimers")["translation"] if code != "any"]


def _open_ends(blocks: list[Segment]) -> list[Segment]:
    """Numbers that stand alone between boilerplate belong to it."""
    result = list(blocks)
    for at in range(1, len(blocks) - 1):
        alone = blocks[at].kind is Kind.PARAGRAPH and NUMBER.fullmatch(blocks[at].text)
        if alone and {blocks[at - 1].kind, blocks[at + 1].kind} == {Kind.BOILERPLATE}:
            result[at] = replace(blocks[at], kind=Kind.BOILERPLATE)
    return result
