"""Clauses, by the marks between them."""

from __future__ import annotations


def clause_around(text: str, offset: int) -> tuple[int, int]:
    """(start, end) of the clause around an offset, the whole text where it is too short to be one."""
    marks = ",.;:!?…—–、。，；：！？،؛؟।()（）"
    start = max((text.rfind(mark, 0, offset) + 1 for mark in marks), default=0)
    end = min((at for mark in marks if (at := text.find(mark, offset)) >= 0), default=len(text))
    if end - start < 12:
        start, end = 0, len(text)
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
