"""One quotation given twice: whatever its words differ in, one of the two is not what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tqcheck.text.statement_words import Word, same_word

LEAST_WORDS = 4
"""Words in one row that both quotations must share, differences aside."""
LEAST_SHARE = 0.7
"""Share of the shorter quotation's words that the other one must have."""

LEAST_SHARE_TO_THE_END = 0.75
"""Share of the later quotation's words that must stand in the earlier one, where the two end in different words."""


@dataclass(frozen=True, slots=True)
class Misquotation:
    """Words [first, last] of the later quotation that stand for other words of the earlier one, or for none."""

    first: int
    last: int
    replaced: bool


def compare_quotations(earlier: Sequence[Word], later: Sequence[Word]) -> Iterator[Misquotation]:
    """The single words in which a repeated quotation differs; nothing where it is trimmed, inflected or another quotation.

    Differences count with shared words on both sides, so that a pull quote may begin later and end sooner, and in the last word.
    """
    matcher = SequenceMatcher(None, [w.stem for w in earlier], [w.stem for w in later], autojunk=False)
    codes = matcher.get_opcodes()
    equal = [index for index, code in enumerate(codes) if code[0] == "equal"]
    shared = sum(codes[index][2] - codes[index][1] for index in equal)
    if shared < LEAST_WORDS or shared < LEAST_SHARE * min(len(earlier), len(later)):
        return
    inner = range(equal[0] + 1, equal[-1])
    ending = [len(codes) - 1] if equal[-1] == len(codes) - 2 and shared >= LEAST_SHARE_TO_THE_END * len(later) else []
    for index in (*inner, *ending):
        tag, i, j, k, m = codes[index]
        if tag == "replace" and j - i == m - k == 1 and _differ(earlier[i], later[k]):
            yield Misquotation(k, k, replaced=True)
        elif tag == "insert" and m - k == 1 and index in inner and later[k].role == "content":
            yield Misquotation(k, k, replaced=False)


def _differ(one: Word, other: Word) -> bool:
    """Whether two words in one place say different things: both of content, or both pronouns or the like of one length class."""
    roles = {one.role, other.role}
    if same_word(one, other) or "number" in roles:
        return False
    return roles <= {"content", "name"} or (roles == {"function"} and min(len(one.form), len(other.form)) > 1)
