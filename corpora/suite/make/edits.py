"""Sentences with marked edits: ``Cena je [[53|35]] evra`` holds the wrong and the right text at once."""

import re
from dataclasses import dataclass

_EDIT = re.compile(r"\[\[!?(.*?)\|(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edited:
    """The two readings of a marked sentence; spans belong to the first edit."""

    bad: str
    good: str
    span: tuple[int, int]
    good_span: tuple[int, int]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without spaces at its ends; one of spaces alone stays."""
    inner = text[start:end]
    if not inner.strip():
        return start, end
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def read(marked: str) -> Edited:
    """Both readings; the gold span is the edit that begins with ``!``, else the first; others are what it entails.

    Raises:
        ValueError: the sentence marks no edit.
    """
    matches = list(_EDIT.finditer(marked))
    if not matches:
        raise ValueError(f"no [[bad|good]] in: {marked}")
    gold = next((match for match in matches if match.group().startswith("[[!")), matches[0])
    spans = []
    for side in (1, 2):
        head = _EDIT.sub(rf"\{side}", marked[: gold.start()])
        spans.append(_trimmed(head + gold.group(side), len(head), len(head) + len(gold.group(side))))
    return Edited(_EDIT.sub(r"\1", marked), _EDIT.sub(r"\2", marked), *spans)


def loss(edited: Edited) -> tuple[int, int, int]:
    """An omission: the gap in ``bad``, then the span of what is lost in ``good`` (a capital that moves is no loss)."""
    (start, end), (good_start, good_end) = edited.span, edited.good_span
    kept = edited.bad[start:end].casefold()
    if kept and edited.good[good_start:good_end].casefold().endswith(kept):
        good_end -= len(kept)
    good_start, good_end = _trimmed(edited.good, good_start, good_end)
    return start, good_start, good_end


def plain(marked: str) -> str:
    """The right reading of a sentence that may mark edits."""
    return _EDIT.sub(r"\2", marked)
