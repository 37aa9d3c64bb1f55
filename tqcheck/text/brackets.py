"""Brackets without a partner; list labels, emoticons and half-open intervals are none."""

from __future__ import annotations

import regex

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】", "《": "》", "〈": "〉", "〔": "〕"}
_CLOSERS = frozenset(_PAIRS.values())
_LABEL = regex.compile(
    r"(?:^|(?<=[\s(（;,:·•\ufffc、，；。：]))(?:[\p{L}\d]{1,3}|[ivxIVX]{1,5}|\d{1,2}[\p{L}])[)）](?=\s|$|\p{Lo})"
)
_EMOTICON = regex.compile(r"(?:[:;=]|(?<![\p{L}\d])8)[-']?[()\]\[]{1,3}|[()]{2,3}(?=\s|$)|\^_?\^|¯\\?_\(ツ\)_/?¯")
_INTERVAL = regex.compile(r"[\[(]\s?-?[\d.,∞]+\s?[,;]\s?-?\+?[\d.,∞]+\s?[\])]")


def unpaired_brackets(text: str) -> list[int]:
    """Offsets of brackets that nothing closes or opens."""
    skipped = _skipped(text)
    open_marks: list[int] = []
    stray: list[int] = []
    for offset, char in enumerate(text):
        if offset in skipped:
            continue
        if char in _PAIRS:
            open_marks.append(offset)
        elif char in _CLOSERS:
            partner = next((mark for mark in reversed(open_marks[-12:]) if _closes(text[mark], char)), None)
            if partner is None:
                stray.append(offset)
            else:
                open_marks.remove(partner)
    return sorted(stray + open_marks)


def _closes(opening: str, closing: str) -> bool:
    return _PAIRS[opening] == closing or {opening, closing} in ({"(", "）"}, {"（", ")"})


def _skipped(text: str) -> set[int]:
    """Brackets that are part of something else."""
    if not any(char in text for char in "()[]（）"):
        return set()
    skipped = {offset for match in _INTERVAL.finditer(text) for offset in range(match.start(), match.end())}
    skipped |= {
        offset
        for match in _EMOTICON.finditer(text)
        for offset in range(match.start(), match.end())
        if match[0][0] in ":;=8¯"
    }
    depth = last = 0
    for match in _LABEL.finditer(text):
        piece = text[last : match.start()]
        depth += piece.count("(") + piece.count("（") - piece.count(")") - piece.count("）")
        if depth <= 0:
            skipped.add(match.end() - 1)
        else:
            depth -= 1
        last = match.end()
    return skipped
