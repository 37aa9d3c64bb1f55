"""Restatements in scripts written without spaces: sentences compared character by character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

import regex

from tqcheck.model import Segment
from tqcheck.text.function_words import ClosedClasses, closed_classes

LEAST_RATIO = 0.72
LEAST_LENGTH = 10
LEAST_SHARED = 0.6
"""Share of the shorter sentence's character pairs that the other must have, so that one figure may contradict the other."""
FIGURE = regex.compile(
    r"\p{Nd}+(?:[.,]\p{Nd}+)*[万萬亿億兆千百]?|[月火水木金土日]曜日|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]"
    r"|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)"
)
"""A figure in digits with its magnitude, or a day of the week (Chinese, Japanese, Thai; names as in CLDR)."""


def compare_unspaced(left: Segment, right: Segment, language: str) -> Iterator[tuple[Segment, Segment, int, int, str]]:
    """(segment, other segment, start, end, kind) of what only one of two sentences has, where it changes what is said.

    Participants and negations are compared in near-equal sentences, figures and days in any that tell one event.
    """
    if min(len(left.text), len(right.text)) < LEAST_LENGTH:
        return
    classes = closed_classes(language)
    if any(stem in segment.text for segment in (left, right) for stem in (*classes.reporting, "“", "「")):
        yield from _figures(left, right)
    matcher = SequenceMatcher(None, left.text, right.text, autojunk=False)
    if matcher.ratio() < LEAST_RATIO:
        return
    for _, i, k, j, m in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        for one, other, start, end, gone in ((left, right, i, k, right.text[j:m]), (right, left, j, m, left.text[i:k])):
            found = _meaningful(one.text, start, end, other.text, gone, classes)
            if found:
                yield one, other, *found


def _figures(left: Segment, right: Segment) -> Iterator[tuple[Segment, Segment, int, int, str]]:
    """The one figure or day of the later sentence that stands for another one in the earlier sentence."""
    mine, theirs = ([match.group() for match in FIGURE.finditer(segment.text)] for segment in (right, left))
    new, gone = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
    if new.total() != 1 or gone.total() != 1 or _shared(left.text, right.text) < LEAST_SHARED:
        return
    (figure,), (other) = new, next(iter(gone))
    if figure[0].isdecimal() == other[0].isdecimal():
        start = right.text.index(figure)
        yield right, left, start, start + len(figure), "number"


def _shared(left: str, right: str) -> float:
    """Share of the character pairs of the shorter sentence, figures left out, that the longer one has."""
    pairs = [_pairs(FIGURE.sub("", text)) for text in (left, right)]
    few, many = sorted(pairs, key=len)
    return len(few & many) / len(few) if few else 0.0


def _pairs(text: str) -> set[str]:
    letters = regex.sub(r"[^\p{L}\p{M}\p{N}]", "", text)
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


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
