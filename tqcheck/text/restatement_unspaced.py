"""Restatements in scripts written without spaces: sentences compared character by character."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import regex

from tqcheck.model import Segment
from tqcheck.text.function_words import ClosedClasses, closed_classes

LEAST_RATIO = 0.72
LEAST_LENGTH = 10


def is_unspaced(text: str) -> bool:
    """Whether most letters belong to scripts that set no spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar)."""
    letters = regex.findall(r"\p{L}", text)
    dense = regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]", text)
    return len(dense) * 2 > len(letters)


def compare_unspaced(left: Segment, right: Segment, language: str) -> Iterator[tuple[Segment, Segment, int, int, str]]:
    """(segment, other segment, start, end, kind) of words that only one of two near-equal sentences has; nothing else otherwise."""
    classes = closed_classes(language)
    matcher = SequenceMatcher(None, left.text, right.text, autojunk=False)
    if min(len(left.text), len(right.text)) < LEAST_LENGTH or matcher.ratio() < LEAST_RATIO:
        return
    for _, i, k, j, m in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        for one, other, start, end, gone in ((left, right, i, k, right.text[j:m]), (right, left, j, m, left.text[i:k])):
            found = _meaningful(one.text, start, end, other.text, gone, classes)
            if found:
                yield one, other, *found


def _meaningful(
    text: str, start: int, end: int, other: str, gone: str, classes: ClosedClasses
) -> tuple[int, int, str] | None:
    """The participant or negation inside text[start:end), widened to the whole word, if the other sentence lacks it."""
    for word in sorted(classes.participants, key=len, reverse=True):
        place = text.find(word, max(0, start - len(word) + 1), end + len(word) - 1)
        if place >= 0 and place < end and place + len(word) > start and word not in other and not gone.strip():
            return place, place + len(word), "participant"
    for word in sorted(classes.negation, key=len, reverse=True):
        place = text.find(word, start, end)
        if place >= 0 and not any(negation in other for negation in classes.negation):
            return place, place + len(word), "negation"
    return None
