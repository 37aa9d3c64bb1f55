"""Captions that stand in running text: repeated by their neighbour, or with a credit at their end."""

from __future__ import annotations

from dataclasses import replace

import regex

from tqcheck.model import Kind, Segment
from tqcheck.readers.furniture_words import credit_at_end, is_credit

_LONGEST = 220
_STOP = regex.compile(r"[.!?…。！？।۔؟։።]['\"”’»)\]]*$")
_INNER_STOP = regex.compile(r"\p{Ll}[.!?]\s+\p{Lu}")
_REPEATABLE = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.CAPTION, Kind.QUOTE})


def is_captioned(text: str) -> bool:
    """Whether a short block ends in the credit of a picture and is no sentence of the article."""
    at = credit_at_end(text)
    if at is None or len(text) > _LONGEST:
        return False
    before = text[:at].rstrip(" (|/–—-,;")
    return len(before.split()) >= 1 and not _INNER_STOP.search(before) and len(before) >= 8 and not _STOP.search(text)


def mark_repetitions(blocks: list[Segment]) -> list[Segment]:
    """Blocks with captions recognised: a short block that its neighbour repeats, as it is or with a credit added."""
    result = list(blocks)
    for at in range(len(blocks) - 1):
        if _is_repetition(blocks[at], blocks[at + 1]):
            for near in (at, at + 1):
                result[near] = replace(result[near], kind=Kind.CAPTION, level=0)
    return result


def _is_repetition(first: Segment, second: Segment) -> bool:
    if not {first.kind, second.kind} <= _REPEATABLE or max(len(first.text), len(second.text)) > _LONGEST:
        return False
    short, long = sorted((_folded(first.text), _folded(second.text)), key=len)
    if len(short) < 12 and " " not in short:
        return False
    if short == long:
        return first.kind is not Kind.HEADING or second.kind is not Kind.HEADING
    rest = long[len(short) :].strip(" (|/–—-,;.")
    return long.startswith(short) and len(rest) <= 60 and (is_credit(rest) or credit_at_end(" " + rest) is not None)


def _folded(text: str) -> str:
    return " ".join(text.casefold().rstrip(" .").split())
